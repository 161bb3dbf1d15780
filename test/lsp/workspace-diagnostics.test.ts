/** Problems of files that are not open, sent to an editor that is slow to take them. */

import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PublishedDiagnostics } from '../../server/src/lsp/published-diagnostics.ts';
import type { Requests } from '../../server/src/lsp/requests.ts';
import type { Session } from '../../server/src/lsp/session.ts';
import { Snapshot } from '../../server/src/lsp/snapshot.ts';
import type { Connection, PublishDiagnosticsParams } from '../../server/src/lsp/vscode-languageserver.ts';
import type { Workspace } from '../../server/src/lsp/workspace/workspace.ts';
import { WorkspaceChecks } from '../../server/src/lsp/workspace/workspace-checks.ts';
import { startWorkspaceDiagnostics } from '../../server/src/lsp/workspace/workspace-diagnostics.ts';
import { withDefaults } from '../helpers/problems.ts';

const WRONG = '{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"x"}]}';

/** An editor that takes each message only when it is let, and a server that knows nothing but files with a mistake. */
class SlowEditor {
  readonly checks: WorkspaceChecks;
  /** Messages as they came: how many problems which file has. */
  readonly received: (readonly [uri: string, problems: number])[] = [];
  readonly published: PublishedDiagnostics;
  readonly #open = new Set<string>();
  readonly #waiting: (() => void)[] = [];

  constructor() {
    const connection = {
      console: { error: expect.unreachable, warn: expect.unreachable },
      sendDiagnostics: ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.received.push([uri, diagnostics.length]);
        return new Promise<void>((resolve) => {
          this.#waiting.push(resolve);
        });
      },
    } as unknown as Connection;
    this.published = new PublishedDiagnostics(connection);
    const session = {
      connection,
      published: this.published,
      abilities: { pullsDiagnostics: false },
      pages: { addressOf: () => 'https://example.org/' },
      documents: { get: (uri: string) => (this.#open.has(uri) ? {} : undefined) },
      nameOf: (uri: string) => uri,
      addressOf: (name: string) => name,
    } as unknown as Session;
    this.checks = new WorkspaceChecks(session);
    startWorkspaceDiagnostics(session, {} as Requests, { checks: this.checks } as Workspace);
  }

  async find(uri: string): Promise<void> {
    const document = { uri, languageId: 'json', version: 1, text: WRONG };
    const snapshot = new Snapshot(document, withDefaults({ path: uri }), {
      id: uri,
      ours: 'perhaps',
      pause: () => Promise.resolve(),
    });
    this.checks.set(uri, snapshot, await snapshot.analysis());
  }

  open(uri: string): void {
    this.#open.add(uri);
    this.checks.opened(uri);
  }

  async takeAll(): Promise<void> {
    for (;;) {
      await setImmediate();
      const take = this.#waiting.shift();
      if (take === undefined) return;
      take();
    }
  }
}

test('news that come while others are on their way are sent as well', async () => {
  const editor = new SlowEditor();
  await editor.find('file:///a.json');
  editor.checks.end();
  await setImmediate();
  await editor.find('file:///b.json');
  editor.checks.end();
  await editor.takeAll();

  expect(editor.received).toEqual([
    ['file:///a.json', 1],
    ['file:///b.json', 1],
  ]);
});

test('problems of a document that was opened meanwhile are the last that are sent for it', async () => {
  const editor = new SlowEditor();
  for (const name of ['a', 'b']) await editor.find(`file:///${name}.json`);
  editor.checks.end();
  await editor.takeAll();
  await editor.find('file:///c.json');
  await editor.find('file:///d.json');
  editor.checks.end();
  await setImmediate();
  // While c is on its way, b and d are opened, and b's own problems are sent.
  for (const name of ['b', 'd']) editor.open(`file:///${name}.json`);
  void editor.published.send({ uri: 'file:///b.json', version: 7, diagnostics: [] });
  await editor.takeAll();

  expect(editor.received).toEqual([
    ['file:///a.json', 1],
    ['file:///b.json', 1],
    ['file:///c.json', 1],
    ['file:///b.json', 0],
  ]);
});
