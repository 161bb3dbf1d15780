import { createScanner, type Node } from 'jsonc-parser';
import type { TextEdit } from '../text/edits.ts';

/** How a JSON text is laid out. */
export interface Layout {
  /** One step of indentation. */
  readonly unit: string;
  readonly lineBreak: string;
}

/** The layout of a text whose root is an object or a list: its first child's line shows the indentation. */
export function layoutOf(text: string, root: Node): Layout {
  const first = root.children?.[0];
  const unit = first === undefined ? undefined : ownIndentation(text, first.offset);
  return {
    unit: unit === undefined || unit === '' ? '  ' : unit,
    lineBreak: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
  };
}

/**
 * The edits that put a child at the end of an object or a list, on a line of its own. `jsonc-parser`'s own would put it
 * right behind the last child, so that a comment at the end of that line would then be about the new one.
 */
export function withChild(text: string, parent: Node, child: string, layout: Layout): readonly TextEdit[] {
  const { unit, lineBreak } = layout;
  const last = parent.children?.at(-1);
  const close = parent.offset + parent.length - 1;
  const from = last === undefined ? parent.offset + 1 : last.offset + last.length;
  const gap = readGap(text, from, close);
  const parentIndentation = indentationOfLine(text, parent.offset);
  const indentation = (last && ownIndentation(text, last.offset)) ?? parentIndentation + unit;
  const closesLine = !/[\r\n]/.test(text.slice(gap.end, close));
  const newText =
    lineBreak +
    child
      .split('\n')
      .map((line) => indentation + line)
      .join(lineBreak) +
    (closesLine ? lineBreak + parentIndentation : '');
  const insertion: TextEdit = { range: { start: gap.end, end: closesLine ? close : gap.end }, newText };
  if (last === undefined || gap.hasComma) return [insertion];
  if (gap.end === from) return [{ ...insertion, newText: `,${newText}` }];
  return [{ range: { start: from, end: from }, newText: ',' }, insertion];
}

/**
 * The edits that put a member, or several with a line each, at the end of an object: on the same line where the object
 * is written on one and no comment or comma ends it, otherwise on lines of their own.
 */
export function withMember(text: string, object: Node, member: string, layout: Layout): readonly TextEdit[] {
  const last = object.children?.at(-1);
  const close = object.offset + object.length - 1;
  const end = last === undefined ? close : last.offset + last.length;
  const isOnOneLine = !/[\r\n]/.test(text.slice(object.offset, close));
  if (last === undefined || !isOnOneLine || readGap(text, end, close).end !== end) {
    return withChild(text, object, member, layout);
  }
  return [{ range: { start: end, end }, newText: `, ${member.replaceAll(/\n[ \t]*/g, ' ')}` }];
}

interface Gap {
  readonly hasComma: boolean;
  /** The end of the last comma or comment; the blanks and line breaks after it are not counted. */
  readonly end: number;
}

/** The scanner's kinds of tokens by their numbers: it offers no names for them that survive a build by file. */
const COMMA = 5;
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;

/** What stands between the last child and the bracket that closes its parent. */
function readGap(text: string, from: number, close: number): Gap {
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
  let end = from;
  let hasComma = false;
  for (;;) {
    const kind: number = scanner.scan();
    if (scanner.getTokenOffset() >= close) return { hasComma, end };
    if (kind === COMMA) hasComma = true;
    if (kind === COMMA || kind === LINE_COMMENT || kind === BLOCK_COMMENT) {
      end = scanner.getTokenOffset() + scanner.getTokenLength();
    }
  }
}

/** The blanks before what begins a line; undefined where something else stands before it. */
function ownIndentation(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

function indentationOfLine(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
