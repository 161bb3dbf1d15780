import { Buffer } from 'node:buffer';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

const serverFile = join(import.meta.dirname, '..', '..', '..', 'dist', 'server.node.js');

/** A message as it comes from the server. */
export interface RawMessage {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/**
 * Speaks to the built server byte by byte, for what no library would send. It answers nothing that the server asks, as
 * some clients do.
 */
export class RawClient {
  /** All that the server has said, oldest first. */
  readonly received: RawMessage[] = [];
  readonly #process: ChildProcess;
  #bytes = Buffer.alloc(0);
  #id = 0;
  #hasEnded = false;

  /** @param nodeOptions such as how much memory it may take */
  constructor(nodeOptions: readonly string[] = []) {
    this.#process = spawn(process.execPath, [...nodeOptions, serverFile, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout?.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#process.stdin?.on('error', () => {
      // A server that has ended is found by `isRunning`.
    });
    this.#process.on('exit', () => {
      this.#hasEnded = true;
    });
    onTestFinished(() => {
      this.#process.kill('SIGKILL');
    });
  }

  /** One that has said `initialize` and `initialized`. */
  static async ready(capabilities: object = {}, nodeOptions: readonly string[] = []): Promise<RawClient> {
    const client = new RawClient(nodeOptions);
    await client.answerTo(client.request('initialize', initializeParams(capabilities)));
    client.notify('initialized', {});
    return client;
  }

  get isRunning(): boolean {
    return !this.#hasEnded;
  }

  send(bytes: string | Uint8Array): void {
    this.#process.stdin?.write(bytes);
  }

  /** Sends one message under its right header. */
  sendBody(body: string | Uint8Array): void {
    this.send(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`);
    this.send(body);
  }

  /** Sends a request and returns its id. Without `params` when these are undefined. */
  request(method: string, params?: unknown): number {
    const id = ++this.#id;
    this.sendBody(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return id;
  }

  notify(method: string, params?: unknown): void {
    this.sendBody(JSON.stringify({ jsonrpc: '2.0', method, params }));
  }

  answersTo(id: number): readonly RawMessage[] {
    return this.received.filter((message) => message.id === id && message.method === undefined);
  }

  /** Waits for the answer. */
  async answerTo(id: number): Promise<RawMessage> {
    const answer = await vi.waitUntil(() => this.answersTo(id)[0], { timeout: 18_000, interval: 5 });
    if (answer === undefined) throw new Error(`there is no answer to ${id}`);
    return answer;
  }

  /** What the server has written into the editor's log. */
  get log(): readonly string[] {
    return this.received
      .filter(({ method }) => method === 'window/logMessage')
      .map(({ params }) => (params as { readonly message: string }).message);
  }

  open(uri: string, text: string, version = 1, languageId = 'json'): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  #take(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    for (;;) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      if (end === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#bytes.toString('latin1', 0, end))?.[1]);
      const start = end + 4;
      if (this.#bytes.length < start + length) return;
      this.received.push(JSON.parse(this.#bytes.toString('utf8', start, start + length)) as RawMessage);
      this.#bytes = this.#bytes.subarray(start + length);
    }
  }
}

export function initializeParams(capabilities: object): object {
  return { processId: null, rootUri: null, capabilities };
}
