import * as l10n from '@vscode/l10n';
/** Bytes as text, or why they are none that we read. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly byteOrderMark: boolean }
  | { readonly kind: 'unsuitable'; readonly message: string };

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const UTF32_MARK = [0xff, 0xfe, 0, 0];
const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * Reads bytes as UTF-8. A byte order mark is no part of the text, so that positions are those that an editor shows;
 * `encode` puts it back.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, UTF32_MARK)) return unsuitable(l10n.t('it is UTF-32 text; save it as UTF-8 first'));
  if (UTF16_MARKS.some((mark) => startsWith(bytes, mark))) {
    return unsuitable(l10n.t('it is UTF-16 text; save it as UTF-8 first'));
  }
  if (bytes.includes(0)) return unsuitable(l10n.t('it is binary: it holds NUL bytes'));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'text', text, byteOrderMark: startsWith(bytes, BYTE_ORDER_MARK) };
  } catch (error) {
    // The decoder throws a TypeError for invalid bytes, and nothing else means that.
    if (!(error instanceof TypeError)) throw error;
    return unsuitable(l10n.t('it is not UTF-8 text; save it as UTF-8 first'));
  }
}

/** The bytes of a text. Undefined when it cannot be written as UTF-8 without loss. */
export function encode(
  text: string,
  { byteOrderMark }: { readonly byteOrderMark: boolean },
): Uint8Array | undefined {
  // Half of a surrogate pair has no bytes in UTF-8; the encoder would write another character.
  if (/\p{Surrogate}/u.test(text)) return undefined;
  const encoder = new TextEncoder();
  if (!byteOrderMark) return encoder.encode(text);
  return encoder.encode(`\ufeff${text}`);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}

function unsuitable(message: string): Decoded {
  return { kind: 'unsuitable', message };
}
