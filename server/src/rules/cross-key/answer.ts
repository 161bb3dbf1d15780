/** `undefined`: not known, because a key is not there or its value cannot be read. */
export type Answer = boolean | undefined;

/** Whether one of them is true; not known while none is and some are not known. */
export function any(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** The opposite; what is not known stays so. */
export function not(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}

/** Whether what was found is what is wanted; not known where nothing was found. */
export function same<Value>(found: Value | undefined, wanted: Value): Answer {
  return found === undefined ? undefined : found === wanted;
}
