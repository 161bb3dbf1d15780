/** A server in a talk as no editor would hold it: what must hold all the same. */

import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { FileChangeType, type FileEvent } from 'vscode-languageserver-protocol';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { nameOf } from '../../server/src/project/paths.ts';
import { isOwnFileName } from '../../server/src/project/project-file.ts';
import { VSCODE_CAPABILITIES } from '../protocol/support/capabilities.ts';
import { MessageClient } from './message-client.ts';
import { readScript, type ScriptStep, type Step } from './message-script.ts';

/** Problems that need a look at other files are not those of one text. */
const ABOUT_OTHER_FILES = /^(shared-|same-phase-rotation)/;

/**
 * Holds a talk. Rejects where the server throws, leaves a request without an answer or gives it two, fails at a proper
 * message, or has other problems in the end than those of the texts that are open then.
 */
export async function runMessages(script: string): Promise<void> {
  const thrown: unknown[] = [];
  const onThrown = (error: unknown): void => {
    thrown.push(error);
  };
  process.on('uncaughtException', onThrown);
  process.on('unhandledRejection', onThrown);
  try {
    await talk(readScript(script));
    // What nobody waits for has its turn.
    await setImmediate();
  } finally {
    process.off('uncaughtException', onThrown);
    process.off('unhandledRejection', onThrown);
  }
  if (thrown.length > 0) throw thrown[0];
}

async function talk(steps: readonly ScriptStep[]): Promise<void> {
  const client = new MessageClient();
  const editor = new Editor();
  for (const { step } of steps) {
    await say(step, client);
    editor.did(step);
  }
  await client.allAnswered();
  await setImmediate();
  if (client.answeredTwice.length > 0) throw new Error(`answered twice: ${client.answeredTwice.join(', ')}`);
  if (steps.every(({ isProper }) => isProper)) {
    const failures = [...client.errors, ...client.brokenOff];
    if (failures.length > 0) throw new Error(`failed at a proper message: ${failures[0]}`);
  }
  if (editor.pulls !== undefined && !editor.isOver) await compareWithNewServer(client, editor);
}

async function say(step: Step, client: MessageClient): Promise<void> {
  switch (step.kind) {
    case 'initialize':
      client.ask('initialize', hello(step.pulls));
      return;
    case 'request':
      client.ask(step.method, step.params);
      return;
    case 'notification':
      client.tell(step.method, step.params);
      return;
    case 'settings':
      client.settings = step.settings;
      client.tell('workspace/didChangeConfiguration', { settings: null });
      return;
    case 'cancel': {
      const id = client.askedBefore(step.back);
      if (id !== undefined) client.cancel(id);
      return;
    }
    case 'resolve': {
      const item = itemOf(client.lastAnswer(step.of)?.result, step.index);
      if (item !== undefined) client.ask(step.method, item);
      return;
    }
    case 'pause':
      await setImmediate();
      return;
    case 'wait':
      await client.allAnswered();
      return;
  }
}

function hello(pulls: boolean): object {
  const { diagnostic, ...textDocument } = VSCODE_CAPABILITIES.textDocument ?? {};
  return {
    processId: null,
    rootUri: null,
    capabilities: {
      ...VSCODE_CAPABILITIES,
      // What it can show is the same, whoever begins.
      textDocument: pulls
        ? { ...textDocument, diagnostic }
        : { ...textDocument, publishDiagnostics: diagnostic },
    },
    initializationOptions: { keyPages: 'ocpp-config-key:/', rulePages: 'ocpp-config-rule:/' },
  };
}

function itemOf(result: unknown, index: number): object | undefined {
  const items = Array.isArray(result)
    ? result
    : (result as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(items) || items.length === 0) return undefined;
  const item: unknown = items[index % items.length];
  return typeof item === 'object' && item !== null ? item : undefined;
}

/** The texts that an editor has open after what it has said, by the same library that editors and servers use. */
class Editor {
  readonly open = new Map<string, TextDocument>();
  /** Of these, whose files are gone from the disk: nothing but what somebody types in them counts. */
  readonly deleted = new Set<string>();
  settings: unknown = null;
  /** Whether the server is one that is asked for problems, and has been told so; undefined: it has been told nothing. */
  pulls: boolean | undefined;
  /** From then on a server answers nothing. */
  isOver = false;

  did(step: Step): void {
    if (step.kind === 'settings') this.settings = step.settings;
    if (step.kind === 'initialize') this.pulls ??= step.pulls;
    // Before that a server does not listen.
    if (this.pulls === undefined) return;
    if (step.kind === 'request' && step.method === 'shutdown') this.isOver = true;
    if (step.kind !== 'notification') return;
    if (step.method === 'workspace/didChangeWatchedFiles') this.#didChangeFiles(step.params);
    const { textDocument, contentChanges } = (step.params ?? {}) as Partial<DocumentParams>;
    const { uri } = textDocument ?? {};
    if (uri === undefined) return;
    if (step.method === 'textDocument/didOpen') {
      const { languageId = '', version = 1, text = '' } = textDocument ?? {};
      this.open.set(uri, TextDocument.create(uri, languageId, version, text));
      this.deleted.delete(uri);
    }
    const document = this.open.get(uri);
    if (step.method === 'textDocument/didClose') this.open.delete(uri);
    if (step.method === 'textDocument/didChange' && document !== undefined) {
      this.#change(document, contentChanges);
    }
  }

  #didChangeFiles(params: unknown): void {
    const { changes } = (params ?? {}) as { readonly changes?: unknown };
    if (!Array.isArray(changes)) return;
    const uris = (isWanted: (type: unknown) => boolean) =>
      (changes as readonly Partial<FileEvent>[]).flatMap((change) =>
        typeof change?.uri === 'string' && isWanted(change.type) ? [change.uri] : [],
      );
    for (const uri of uris((type) => type === FileChangeType.Deleted)) {
      if (this.open.has(uri)) this.deleted.add(uri);
    }
    for (const uri of uris((type) => type !== FileChangeType.Deleted)) this.deleted.delete(uri);
  }

  /** What comes before a change that is none is made all the same. */
  #change(document: TextDocument, changes: DocumentParams['contentChanges'] | undefined): void {
    if (changes === undefined || changes.length === 0) return;
    try {
      TextDocument.update(document, [...changes], document.version + 1);
      this.deleted.delete(document.uri);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
}

interface DocumentParams {
  readonly textDocument: {
    readonly uri: string;
    readonly languageId?: string;
    readonly version?: number;
    readonly text?: string;
  };
  readonly contentChanges: readonly TextDocumentContentChangeEvent[];
}

/** After whatever was said, the problems are those of the texts as a server sees them that knows nothing else. */
async function compareWithNewServer(
  client: MessageClient,
  { open, deleted, settings, pulls }: Editor,
): Promise<void> {
  const other = new MessageClient();
  other.settings = settings;
  other.ask('initialize', hello(true));
  for (const document of open.values()) {
    const { uri, languageId } = document;
    other.tell('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text: document.getText() },
    });
  }
  other.tell('workspace/didChangeWatchedFiles', {
    changes: [...deleted].map((uri) => ({ uri, type: FileChangeType.Deleted })),
  });
  for (const uri of new Set([...open.keys(), ...client.sent.keys()])) {
    // What is wrong in a project file is always sent, and never asked for.
    if (isOwnFileName(nameOf(uri))) continue;
    const expected = open.has(uri) ? await problemsFor(uri, other) : [];
    const found = await (pulls === true ? problemsFor(uri, client) : problemsSentFor(uri, client, expected));
    if (isDeepStrictEqual(found, expected)) continue;
    throw new Error(`the problems of ${uri} are not those of its text`, { cause: { found, expected } });
  }
}

/** What was sent in the end, which takes its time; what a server has never sent anything of has no problems. */
async function problemsSentFor(
  uri: string,
  client: MessageClient,
  expected: readonly unknown[],
): Promise<readonly unknown[]> {
  const sent = () => ofOneText((client.sent.get(uri) ?? []) as readonly CodedItem[]);
  try {
    await client.untilSent(() => isDeepStrictEqual(sent(), expected));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Whoever compares says it better.
  }
  return sent();
}

interface CodedItem {
  readonly code?: unknown;
}

function ofOneText(items: readonly CodedItem[]): readonly CodedItem[] {
  return items.filter(({ code }) => !ABOUT_OTHER_FILES.test(String(code)));
}

async function problemsFor(uri: string, client: MessageClient): Promise<readonly unknown[]> {
  const { result, error } = await client.answered(
    client.ask('textDocument/diagnostic', { textDocument: { uri } }),
  );
  if (error !== undefined) throw new Error(`the problems of ${uri} cannot be asked for: ${error.message}`);
  const { items = [] } = result as { readonly items?: readonly CodedItem[] };
  return ofOneText(items);
}
