/** `lsp --stdio`: that the command line starts the language server. What the server does is tested elsewhere. */

import { expect, test } from 'vitest';
import { finished, start } from './support/run.ts';

function message(content: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

test('the language server answers an editor and ends with it', async () => {
  const child = start(['lsp', '--stdio']);
  const end = finished(child);
  const send = (content: object) => child.stdin?.write(message(content));
  // An answer may come in several pieces.
  const answer = (id: number) =>
    new Promise<void>((resolve) => {
      let seen = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        seen += chunk.toString();
        if (seen.includes(`"id":${id}`)) resolve();
      });
    });

  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await answer(1);
  send({ id: 2, method: 'shutdown' });
  await answer(2);
  send({ method: 'exit' });
  const { code, stdout, stderr } = await end;

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('"hoverProvider":true');
  expect(stdout).toContain('"id":2');
});
