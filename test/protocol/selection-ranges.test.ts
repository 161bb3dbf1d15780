import { expect, test } from 'vitest';
import { type SelectionRange, SelectionRangeRequest } from 'vscode-languageserver-protocol/node';
import { readyClient } from './support/clients.ts';
import { NOT_OURS } from './support/texts.ts';

const URI = 'file:///one.ini';

test('each position gets its own chain of ranges', async () => {
  const client = await readyClient();
  await client.open(URI, '[Ocpp]\nHeartbeatInterval=900\nResetRetries=3\n', 'ini');

  const ranges = await client.connection.sendRequest(SelectionRangeRequest.type, {
    textDocument: { uri: URI },
    positions: [
      { line: 1, character: 19 },
      { line: 2, character: 0 },
      { line: 99, character: 0 },
    ],
  });

  expect((ranges ?? []).map(steps)).toEqual([
    ['1:18-1:21', '1:0-1:21', '0:0-2:14', '0:0-3:0'],
    ['2:0-2:12', '2:0-2:14', '0:0-2:14', '0:0-3:0'],
    ['0:0-3:0'],
  ]);
});

test('other files have none of ours', async () => {
  const client = await readyClient();
  await client.open(URI, NOT_OURS, 'json');
  const positions = [{ line: 0, character: 3 }];
  const params = { textDocument: { uri: URI }, positions };
  expect(await client.connection.sendRequest(SelectionRangeRequest.type, params)).toBeNull();
});

function steps(selection: SelectionRange): readonly string[] {
  const { start, end } = selection.range;
  const own = `${start.line}:${start.character}-${end.line}:${end.character}`;
  return [own, ...(selection.parent === undefined ? [] : steps(selection.parent))];
}
