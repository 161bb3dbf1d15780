import { PassThrough } from 'node:stream';
import {
  createConnection,
  type Message,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.ts';
import { nodePlatform } from '../../server/src/platform/node.ts';
import type { Platform } from '../../server/src/platform/platform.ts';
import type { RawMessage } from '../protocol/support/raw-client.ts';

/** Nobody waits longer for an answer, in milliseconds: texts are short. */
const PATIENCE = 20_000;

/** An answer as it came. */
export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Asked {
  readonly method: string;
  answers: number;
  answer: Answer | undefined;
}

/**
 * An editor that sends whatever it is told, and keeps count of what comes back. The server runs in the same process, over
 * streams: on no disk, so that nothing but the messages decides what it says.
 */
export class MessageClient {
  /** What the server has written into the log as an error. */
  readonly errors: string[] = [];
  /** The problems that the server has sent last, by the documents' addresses. */
  readonly sent = new Map<string, readonly unknown[]>();
  /** What the editor answers when it is asked for settings. */
  settings: unknown = null;
  readonly #writer: StreamMessageWriter;
  readonly #asked = new Map<number, Asked>();
  #lastId = 0;
  #onMessage: () => void = () => {};

  constructor() {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(connection, platformWithoutDisk());
    this.#writer = new StreamMessageWriter(toServer);
    new StreamMessageReader(toClient).listen((message: Message & RawMessage) => {
      this.#receive(message);
    });
  }

  /** Sends a request and returns its number; `answered` waits for it. */
  ask(method: string, params: unknown): number {
    const id = ++this.#lastId;
    this.#asked.set(id, { method, answers: 0, answer: undefined });
    this.#send({ id, method, params });
    return id;
  }

  tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  cancel(id: number): void {
    this.tell('$/cancelRequest', { id });
  }

  /** The number of a request, counted from the last one; undefined where there were not so many. */
  askedBefore(back: number): number | undefined {
    const id = this.#lastId - back;
    return id > 0 ? id : undefined;
  }

  /** The last answer to a kind of request. */
  lastAnswer(method: string): Answer | undefined {
    return [...this.#asked.values()].findLast((asked) => asked.method === method && asked.answers > 0)
      ?.answer;
  }

  async answered(id: number): Promise<Answer> {
    await this.#until(
      () => (this.#asked.get(id)?.answers ?? 0) > 0,
      `no answer to ${this.#asked.get(id)?.method}`,
    );
    return this.#asked.get(id)?.answer ?? {};
  }

  /** Waits until every request has its answer. A question that waits for news is taken back, as an editor does it. */
  async allAnswered(): Promise<void> {
    const isOpen = ({ answers }: Asked): boolean => answers === 0;
    for (const [id, asked] of this.#asked) {
      if (isOpen(asked) && asked.method === 'workspace/diagnostic') this.cancel(id);
    }
    await this.#until(() => ![...this.#asked.values()].some(isOpen), 'a request is never answered');
  }

  /** Waits until what the server has sent is as it must be. Rejects when it has not become so after a long time. */
  async untilSent(holds: () => boolean): Promise<void> {
    await this.#until(holds, 'the problems that were sent do not become what they must be');
  }

  /** The requests that were answered more than once. */
  get answeredTwice(): readonly string[] {
    return [...this.#asked.values()].filter(({ answers }) => answers > 1).map(({ method }) => method);
  }

  /** The requests that the server broke off, which it says with an error of its own. */
  get brokenOff(): readonly string[] {
    const INTERNAL_ERROR = -32603;
    return [...this.#asked.values()]
      .filter(({ answer }) => answer?.error?.code === INTERNAL_ERROR)
      .map(({ method, answer }) => `${method}: ${answer?.error?.message}`);
  }

  async #until(holds: () => boolean, otherwise: string): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        const open = [...this.#asked.values()].filter(({ answers }) => answers === 0);
        reject(new Error(`${otherwise}: ${open.map(({ method }) => method).join(', ')}`));
      }, PATIENCE);
      this.#onMessage = () => {
        if (!holds()) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#onMessage = () => {};
  }

  #send(message: object): void {
    void this.#writer.write({ jsonrpc: '2.0', ...message } as Message);
  }

  #receive({ id, method, params, result, error }: RawMessage): void {
    if (method !== undefined && id !== undefined) {
      this.#send({ id, result: this.#answerTo(method, params) });
      return;
    }
    if (method !== undefined) {
      this.#hear(method, params);
      return;
    }
    const asked = this.#asked.get(Number(id));
    if (asked === undefined) return;
    asked.answers++;
    asked.answer = error === undefined ? { result } : { error };
    this.#onMessage();
  }

  #answerTo(method: string, params: unknown): unknown {
    switch (method) {
      case 'workspace/configuration': {
        const { items } = params as { readonly items: readonly unknown[] };
        return items.map(() => this.settings);
      }
      case 'workspace/applyEdit':
        return { applied: true };
      default:
        return null;
    }
  }

  #hear(method: string, params: unknown): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as {
        readonly uri: string;
        readonly diagnostics: readonly unknown[];
      };
      this.sent.set(uri, diagnostics);
      this.#onMessage();
    }
    const ERROR = 1;
    const { type, message } = params as { readonly type?: number; readonly message?: string };
    if (method === 'window/logMessage' && type === ERROR) this.errors.push(message ?? '');
  }
}

function platformWithoutDisk(): Platform {
  return {
    ...nodePlatform(),
    files: {
      read: () => Promise.resolve({ kind: 'missing' }),
      list: () => Promise.resolve({ kind: 'names', files: [], folders: [] }),
      whereLinksLead: () => Promise.resolve('inside'),
    },
  };
}
