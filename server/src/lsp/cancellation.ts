import type { CancellationToken } from './vscode-languageserver.ts';

/** Thrown inside cancelled work and caught by whoever started it. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/** The result of some work, or `Cancelled` as soon as the token says so; the work goes on. */
export function untilCancelled<Result>(
  token: CancellationToken,
  work: () => Promise<Result>,
): Promise<Result> {
  if (token.isCancellationRequested) return Promise.reject(new Cancelled());
  return new Promise((resolve, reject) => {
    const subscription = token.onCancellationRequested(() => reject(new Cancelled()));
    work()
      .then(resolve, reject)
      .finally(() => subscription.dispose());
  });
}
