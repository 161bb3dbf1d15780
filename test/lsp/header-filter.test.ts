import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HeaderFilter } from '../../server/src/lsp/node/header-filter.ts';

const message = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** What comes out, and how often something was said to be unreadable. */
async function passed(
  chunks: readonly Uint8Array[],
): Promise<{ readonly text: string; readonly lost: number }> {
  let lost = 0;
  const filter = new HeaderFilter(() => lost++);
  for (const chunk of chunks) filter.write(chunk);
  filter.end();
  const parts: Buffer[] = [];
  for await (const part of filter) parts.push(part as Buffer);
  return { text: Buffer.concat(parts).toString(), lost };
}

/** A text in pieces that are cut anywhere, also within a character. */
function inPieces(text: string, cuts: readonly number[]): Buffer[] {
  const bytes = Buffer.from(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((place, index) => bytes.subarray(places[index], place));
}

const bodies = fc.array(fc.string({ unit: 'binary', maxLength: 200 }));
const cuts = fc.array(fc.nat());

test('messages pass as they are, in whatever pieces they come', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, cuts, async (texts, places) => {
      const sent = texts.map(message).join('');

      expect(await passed(inPieces(sent, places))).toEqual({ text: sent, lost: 0 });
    }),
  );
});

test('whatever comes between messages, the next one is found', async () => {
  const junk = fc.string({ unit: 'binary', maxLength: 9_000, minLength: 1 });
  await fc.assert(
    fc.asyncProperty(bodies, junk, bodies, cuts, async (before, between, after, places) => {
      const wanted = [...before, ...after, '{}'].map(message).join('');
      const sent = [...before.map(message), between, ...after.map(message), message('{}')].join('');

      const { text, lost } = await passed(inPieces(sent, places));
      expect(text).toBe(wanted);
      expect(lost).toBeLessThanOrEqual(1);
    }),
  );
});

describe('a header', () => {
  test.each([
    ['in other letters', 'content-length:2\r\n\r\n{}'],
    [
      'with more than the length',
      'Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}',
    ],
    ['with the length at its end', 'Content-Type: application/vscode-jsonrpc\r\nContent-Length: 2\r\n\r\n{}'],
  ])('%s is one', async (_what, sent) => {
    expect(await passed([Buffer.from(sent)])).toEqual({ text: 'Content-Length: 2\r\n\r\n{}', lost: 0 });
  });

  test.each([
    ['of another name', 'X-Content: 2'],
    ['with a length below nothing', 'Content-Length: -2'],
    ['with a part of a byte', 'Content-Length: 2.5'],
    ['in another notation', 'Content-Length: 0x2'],
    ['longer than any text', 'Content-Length: 99999999999999999999'],
  ])('%s is none', async (_what, header) => {
    const sent = `${header}\r\n\r\n{}${message('[]')}`;

    expect(await passed([Buffer.from(sent)])).toEqual({ text: message('[]'), lost: 1 });
  });
});
