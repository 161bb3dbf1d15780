/**
 * Work in steps of a few milliseconds, of which the caller takes one after the other: it may let others work between two
 * of them, or stop and forget the rest. The result is what the last step returns.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Takes all steps at once, for callers that have nothing else to do. */
export function inOneGo<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** For a loop in steps: asked before each item, says when so many have been dealt with since the last pause. */
export function pauseEvery(items: number): () => boolean {
  let left = items;
  return () => {
    if (left-- > 0) return false;
    left = items - 1;
    return true;
  };
}
