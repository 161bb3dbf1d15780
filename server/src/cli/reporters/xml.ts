/** An attribute's value or a text in XML 1.0, whatever characters it holds. */
export function xmlText(text: string): string {
  return text.replaceAll(UNSAFE, (character) => ESCAPES[character] ?? REPLACEMENT);
}

/** `<name a="1" b="2"` with every value escaped; undefined ones are left out. The caller closes it. */
export function xmlTag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  const words = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${xmlText(String(value))}"`],
  );
  return `<${name}${words.join('')}`;
}

export const XML_START = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What means something in XML, what an attribute would turn into a blank, and what XML 1.0 cannot hold at all. */
const UNSAFE = /[&<>"'\t\n\r]|[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Control characters and halves of pairs cannot be in XML, not even escaped. */
const REPLACEMENT = '\ufffd';
