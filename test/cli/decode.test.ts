import { expect, test } from 'vitest';
import { decode, encode } from '../../server/src/cli/decode.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

test('a byte order mark is no part of the text and comes back', () => {
  const decoded = decode(bytes(0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xa4));

  expect(decoded).toEqual({ kind: 'text', text: 'aä', byteOrderMark: true });
  expect(encode('aä', { byteOrderMark: true })).toEqual(bytes(0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xa4));
});

test('only the first mark is one', () => {
  const twice = bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61);
  const decoded = decode(twice);

  expect(decoded).toEqual({ kind: 'text', text: '\ufeffa', byteOrderMark: true });
  expect(encode('\ufeffa', { byteOrderMark: true })).toEqual(twice);
});

test('nothing is empty text, and so is a mark alone', () => {
  expect(decode(bytes())).toEqual({ kind: 'text', text: '', byteOrderMark: false });
  expect(decode(bytes(0xef, 0xbb, 0xbf))).toEqual({ kind: 'text', text: '', byteOrderMark: true });
});

test.each([
  { name: 'UTF-16, little end first', data: bytes(0xff, 0xfe, 0x7b, 0), says: 'UTF-16' },
  { name: 'UTF-16, big end first', data: bytes(0xfe, 0xff, 0, 0x7b), says: 'UTF-16' },
  { name: 'UTF-32', data: bytes(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0), says: 'UTF-32' },
  { name: 'UTF-16 without a mark', data: bytes(0x7b, 0, 0x7d, 0), says: 'binary' },
  { name: 'Latin-1', data: bytes(0x61, 0xe4, 0x62), says: 'not UTF-8' },
  { name: 'half a character at the end', data: bytes(0x61, 0xc3), says: 'not UTF-8' },
  { name: 'half of a surrogate pair', data: bytes(0xed, 0xa0, 0x80), says: 'not UTF-8' },
])('$name is refused', ({ data, says }) => {
  expect(decode(data)).toMatchObject({ kind: 'unsuitable', message: expect.stringContaining(says) });
});

test('text that UTF-8 cannot hold is not written', () => {
  expect(encode('a\ud800b', { byteOrderMark: false })).toBeUndefined();
  expect(encode('a\ud83d\ude00b', { byteOrderMark: false })).toEqual(new TextEncoder().encode('a😀b'));
});
