import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CancellationToken, CancellationTokenSource, type Connection } from 'vscode-languageserver';
import { ClientFiles, LONGEST_WAIT } from '../../server/src/lsp/client-files.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a file system that never answers is given up', async () => {
  const { files, tokens } = silentEditor();

  const read = files.read('/fleet/.ocpp-config.json', 100);
  await vi.advanceTimersByTimeAsync(LONGEST_WAIT);

  expect(await read).toEqual({ kind: 'trouble', message: 'its file system does not answer' });
  expect(tokens.map((token) => token.isCancellationRequested)).toEqual([true]);
});

test('what nobody wants to know any more is cancelled', async () => {
  const { files, tokens, source } = silentEditor();
  const answers = [
    files.read('/fleet/a.json', 100),
    files.list('/fleet/packs'),
    files.whereLinksLead('/fleet', '/fleet/a.json'),
  ];

  source.cancel();

  expect(await Promise.all(answers)).toMatchObject([{ kind: 'trouble' }, { kind: 'trouble' }, 'unknown']);
  expect(tokens.map((token) => token.isCancellationRequested)).toEqual([true, true, true]);
});

test('more text than was asked for is not taken', async () => {
  const { files } = editor(async () => ({ kind: 'text', text: 'x'.repeat(101) }));

  expect(await files.read('/fleet/a.json', 100)).toEqual({ kind: 'too-large' });
});

test('no timer is left when the answer is there', async () => {
  const { files } = editor(async () => ({ kind: 'missing' }));

  await files.read('/fleet/a.json', 100);

  expect(vi.getTimerCount()).toBe(0);
});

function silentEditor() {
  return editor(() => new Promise(() => {}));
}

function editor(answer: () => Promise<unknown>) {
  const tokens: CancellationToken[] = [];
  const source = new CancellationTokenSource();
  const connection = {
    sendRequest: (_type: unknown, _params: unknown, token: CancellationToken) => {
      tokens.push(token);
      return answer();
    },
  } as unknown as Connection;
  const files = new ClientFiles({ connection, tree: 'memfs:', token: source.token, isOpen: () => true });
  return { files, tokens, source };
}
