import { type Connection, ErrorCodes, ResponseError } from './vscode-languageserver.ts';

/** How far the talk with an editor has come: `initialize` begins it, once, and `shutdown` ends it. */
export class Lifecycle {
  #state: 'before-initialize' | 'running' | 'shut-down' = 'before-initialize';

  constructor(connection: Connection) {
    connection.onShutdown(() => {
      // Nothing has begun that could be ended: the editor may still say `initialize`.
      if (this.#state === 'before-initialize') throw tooEarly('shutdown');
      this.#state = 'shut-down';
    });
  }

  /** Whether the editor has said `shutdown`, so that ending is no failure. */
  get isShutDown(): boolean {
    return this.#state === 'shut-down';
  }

  /** Begins it; undefined when that is right, otherwise the refusal. */
  begin(): ResponseError<void> | undefined {
    if (this.#state !== 'before-initialize') return refusal('initialize can be said only once');
    this.#state = 'running';
    return undefined;
  }

  /** Why a request that we know cannot be answered now; undefined when it can. */
  refuse(method: string): ResponseError<void> | undefined {
    return this.#state === 'shut-down' ? refusal(`${method} came after shutdown`) : undefined;
  }

  /** The answer to a request that we do not know. */
  refuseUnknown(method: string): ResponseError<void> {
    if (this.#state === 'before-initialize') return tooEarly(method);
    return this.refuse(method) ?? new ResponseError(ErrorCodes.MethodNotFound, `${method} is not known`);
  }
}

function tooEarly(method: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize`);
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}
