/** `undefined`: not known, because a key is not there or its value cannot be read. */
export type Answer = boolean | undefined;

export function any(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

export function not(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}

export function same<Value>(found: Value | undefined, wanted: Value): Answer {
  return found === undefined ? undefined : found === wanted;
}
