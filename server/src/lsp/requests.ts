import { Cancelled, untilCancelled } from './cancellation.ts';
import type { Lifecycle } from './lifecycle.ts';
import {
  type CancellationToken,
  type Connection,
  type GenericRequestHandler,
  LSPErrorCodes,
  type ProtocolRequestType,
  type RequestType,
  ResponseError,
} from './vscode-languageserver.ts';

/** An answer to one kind of request. Throws `Cancelled` when its text is gone. */
export type Answer<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;

/**
 * The one way by which requests are answered: a cancelled one at once, one that fails with an empty answer and an entry
 * in the editor's log, and each with its time in the trace.
 */
export class Requests {
  readonly #connection: Connection;
  readonly #lifecycle: Lifecycle;

  constructor(connection: Connection, lifecycle: Lifecycle) {
    this.#connection = connection;
    this.#lifecycle = lifecycle;
  }

  /** Answers a request; `empty` is the answer when ours fails. */
  on<Params, Result, Partial, ErrorData, Options>(
    type:
      | ProtocolRequestType<Params, Result, Partial, ErrorData, Options>
      | RequestType<Params, Result, ErrorData>,
    empty: NoInfer<Result>,
    answer: NoInfer<Answer<Params, Result>>,
  ): void {
    const handler: GenericRequestHandler<unknown, void> = async (
      params: Params,
      token: CancellationToken,
    ) => {
      const refusal = this.#lifecycle.refuse(type.method);
      if (refusal !== undefined) return refusal;
      const started = performance.now();
      try {
        return await untilCancelled(token, async () => answer(params, token));
      } catch (error) {
        if (error instanceof Cancelled) return cancelledResponse(token);
        // No failure but an answer: the editor shows its message to whoever has asked.
        if (error instanceof ResponseError) return error;
        this.#connection.console.error(`${type.method} failed: ${describe(error)}`);
        return empty;
      } finally {
        this.#connection.tracer.log(`${type.method}: ${(performance.now() - started).toFixed(1)} ms`);
      }
    };
    this.#connection.onRequest(type.method, handler);
  }
}

/** Runs work that nobody waits for; what goes wrong in it is logged. */
export function runLogged(connection: Connection, what: string, work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    if (!(error instanceof Cancelled)) connection.console.error(`${what} failed: ${describe(error)}`);
  });
}

/** An error for a log, with the way to it. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** By the editor: it said so itself. Otherwise by a change of the text, which makes the request meaningless. */
function cancelledResponse(token: CancellationToken): ResponseError<void> {
  return token.isCancellationRequested
    ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    : new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
}
