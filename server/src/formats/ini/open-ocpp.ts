import * as l10n from '@vscode/l10n';
import {
  afterByteOrderMark,
  BYTE_ORDER_MARK,
  CARRIAGE_RETURN,
  LINE_FEED,
  NUMBER_SIGN,
} from './characters.ts';
import type { EntryLine, IniLine, SectionLine, UnreadableLine } from './lines.ts';
import type { SyntaxProblemCollector } from './syntax-problems.ts';

/**
 * What open-ocpp's own loader makes of lines that other readers take. It cuts the text at line feeds and trims nothing:
 * a line is a comment when it begins with `#`, a section when it begins with `[` and ends with `]`, else it needs a `=`,
 * and one line that is nothing of these makes it drop the whole file.
 */
export class OpenOcppLoader {
  readonly #collector: SyntaxProblemCollector;
  #hasSection = false;
  #sawCarriageReturn = false;

  constructor(collector: SyntaxProblemCollector) {
    this.#collector = collector;
  }

  /** Reports a line; to be called for each in file order. */
  check(text: string, line: IniLine): void {
    if (line.start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) {
      this.#collector.add({
        range: { start: 0, end: Math.max(1, line.end) },
        message: MESSAGES.byteOrderMark(),
      });
    }
    this.#checkLineBreak(text, line);
    switch (line.kind) {
      case 'blank':
        if (line.end > line.start && text.charCodeAt(line.start) !== BYTE_ORDER_MARK)
          this.#add(line, MESSAGES.blanks());
        break;
      case 'comment':
        if (text.charCodeAt(line.start) !== NUMBER_SIGN) this.#checkComment(text, line);
        break;
      case 'section':
        this.#hasSection = true;
        this.#checkHeader(text, line);
        break;
      case 'entry':
        this.#checkEntry(text, line);
        break;
      case 'unreadable':
        this.#checkUnreadable(line);
    }
  }

  /** Every line has the same break, so the first one speaks for all. */
  #checkLineBreak(text: string, line: IniLine): void {
    if (this.#sawCarriageReturn || text.charCodeAt(line.end) !== CARRIAGE_RETURN) return;
    this.#sawCarriageReturn = true;
    const isPair = text.charCodeAt(line.end + 1) === LINE_FEED;
    this.#add(line, isPair ? MESSAGES.crlf() : MESSAGES.carriageReturn());
  }

  #checkComment(text: string, line: IniLine): void {
    const isKey = text.slice(line.start, line.end).includes('=');
    this.#add(line, isKey ? MESSAGES.commentAsKey() : MESSAGES.comment());
  }

  #checkHeader(text: string, line: SectionLine): void {
    if (line.flaw === 'unclosed' || line.flaw === 'followed-by-text') this.#add(line, MESSAGES.header());
    else if (line.flaw === 'nameless') this.#add(line, MESSAGES.nameless());
    else if (line.header.start > afterByteOrderMark(text, line.start))
      this.#add(line, MESSAGES.headerIndented());
    else if (line.header.end < line.end) this.#add(line, MESSAGES.headerTail());
    else if (line.header.end - line.header.start !== line.name.length + 2)
      this.#add(line, MESSAGES.headerBlanks());
  }

  #checkEntry(text: string, line: EntryLine): void {
    const { key, separator, value, comment } = line;
    const { fullRange } = value;
    const hasValueBlanks = fullRange.start > separator + 1 || fullRange.end < line.end;
    if (!this.#hasSection) {
      this.#collector.add({ range: key, message: MESSAGES.outside() });
    } else if (key.start > afterByteOrderMark(text, line.start) || key.end < separator) {
      this.#collector.add({ range: { start: key.start, end: separator }, message: MESSAGES.keyBlanks() });
    } else if (comment !== undefined) {
      this.#collector.add({ range: comment.range, message: MESSAGES.inlineComment() });
    } else if (line.quote !== undefined) {
      this.#collector.add({ range: fullRange, message: MESSAGES.quotes() });
    } else if (hasValueBlanks && !isNumber(value.text)) {
      this.#collector.add({
        range: { start: separator + 1, end: line.end },
        message: MESSAGES.valueBlanks(),
      });
    }
  }

  #checkUnreadable(line: UnreadableLine): void {
    if (line.reason === 'no-key') this.#add(line, MESSAGES.noKey());
    else this.#add(line, MESSAGES.noSeparator());
  }

  #add(line: IniLine, message: string): void {
    const start = line.kind === 'unreadable' ? line.content.start : line.start;
    this.#collector.addLine(line, message, start);
  }
}

/** The loader reads numbers past leading blanks and up to trailing ones, so that blanks round them do no harm. */
function isNumber(text: string): boolean {
  return text === '' || /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/.test(text);
}

const MESSAGES = {
  byteOrderMark: () =>
    l10n.t(
      'Open-ocpp does not know the byte order mark, takes the first line for a broken one and refuses the whole file; save it as UTF-8 without BOM',
    ),
  crlf: () =>
    l10n.t(
      'Open-ocpp does not take CRLF line ends: a section header no longer ends in ], and the whole file is refused; save it with LF line ends',
    ),
  carriageReturn: () =>
    l10n.t(
      'Open-ocpp ends a line at LF only and takes lines that end in CR for one; save the file with LF line ends',
    ),
  comment: () =>
    l10n.t(
      'Open-ocpp knows comments only as # in the first column and refuses the whole file because of any other; begin the line with #',
    ),
  commentAsKey: () =>
    l10n.t(
      'Open-ocpp knows comments only as # in the first column and takes this one for a key with a value; begin the line with #',
    ),
  blanks: () =>
    l10n.t(
      'Open-ocpp refuses the whole file because of a line that holds nothing but blanks; empty or remove it',
    ),
  header: () =>
    l10n.t(
      'Open-ocpp refuses the whole file because of a section header that does not end in ]; end the line with the ]',
    ),
  nameless: () =>
    l10n.t('Open-ocpp does not find what stands in a section without a name; write one between the brackets'),
  headerIndented: () =>
    l10n.t(
      'Open-ocpp refuses the whole file because of a section header that does not begin in the first column; remove the blanks before it',
    ),
  headerTail: () =>
    l10n.t(
      'Open-ocpp refuses the whole file because of a section header that is not the end of its line; remove what follows the ], blanks included',
    ),
  headerBlanks: () =>
    l10n.t(
      'Open-ocpp takes the blanks inside the brackets for a part of the name and does not find the section; remove them',
    ),
  outside: () => l10n.t('Open-ocpp reads no key that stands before the first section; move it into one'),
  keyBlanks: () =>
    l10n.t(
      'Open-ocpp takes the blanks round a key for a part of its name and does not find the key; remove them',
    ),
  valueBlanks: () =>
    l10n.t(
      'Open-ocpp takes the blanks round a value for a part of it, so that true no longer means true; remove them',
    ),
  inlineComment: () =>
    l10n.t(
      'Open-ocpp takes a comment behind a value for a part of the value; put it on a line of its own that begins with #',
    ),
  quotes: () => l10n.t('Open-ocpp takes quotes for a part of the value; remove them'),
  noKey: () =>
    l10n.t('Open-ocpp refuses the whole file because of a line without a key before the =; write key=value'),
  noSeparator: () =>
    l10n.t(
      'Open-ocpp refuses the whole file because of a line that is no key=value, no [section] and no # comment; write key=value, or begin it with #',
    ),
} as const;
