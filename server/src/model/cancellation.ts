/** Tells long work that nobody waits for its result any more. The shape of LSP's token, without importing it. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** For callers that always want the result. */
export const NEVER_CANCELLED: CancellationToken = { isCancellationRequested: false };

/** Thrown inside cancelled work and caught by whoever started it. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}
