import * as l10n from '@vscode/l10n';
import type { SyntaxProblem } from '../../model/document.ts';
import type { Flavour } from './flavour.ts';
import type { EntryLine, IniLine, SectionLine, UnreadableLine } from './lines.ts';

const UNREADABLE: Readonly<Record<UnreadableLine['reason'], () => string>> = {
  'no-separator': () =>
    l10n.t(
      'This is no key=value, no [section] and no comment, so a program skips it or refuses the file; write key=value, or begin it with # to make it a comment',
    ),
  colon: () => l10n.t('A colon stands between key and value, where an INI file needs =; write key=value'),
  'no-key': () => l10n.t('There is no key before the =, so the value belongs to nothing; write key=value'),
};

const SECTION: Readonly<Record<NonNullable<SectionLine['flaw']>, () => string>> = {
  unclosed: () =>
    l10n.t('The section header has no closing ], so a program may take it for something else; add the ]'),
  'followed-by-text': () =>
    l10n.t(
      'Something stands behind the ] of the section header, and programs differ in what they make of it; put it on a line of its own',
    ),
  nameless: () =>
    l10n.t('The section has no name, so no program looks for what is in it; write one between the brackets'),
};

const UNCLOSED_QUOTE: Readonly<Record<NonNullable<EntryLine['flaw']>, () => string>> = {
  'unclosed-quote': () =>
    l10n.t(
      'The value begins with a quote that is never closed, so the quote becomes a part of it; close or remove it',
    ),
};

/** Collects what cannot be read. Neighbouring lines with the same fault become one problem: one cause, one message. */
export class SyntaxProblemCollector {
  readonly problems: SyntaxProblem[] = [];
  #lastEnd = -1;

  /** A problem with a whole line. */
  addLine(line: IniLine, message: string, start: number): void {
    const last = this.problems.at(-1);
    const range = { start, end: line.kind === 'unreadable' ? line.content.end : line.end };
    if (last?.message === message && this.#lastEnd === line.start) {
      this.problems[this.problems.length - 1] = {
        message,
        range: { start: last.range.start, end: range.end },
      };
    } else this.problems.push({ range, message });
    this.#lastEnd = line.next;
  }

  add(problem: SyntaxProblem): void {
    this.problems.push(problem);
  }
}

/** Reports what no reader of INI files would understand in a line. */
export function reportLine(line: IniLine, flavour: Flavour, collector: SyntaxProblemCollector): void {
  if (line.kind === 'unreadable') {
    const asColon = line.reason === 'colon' && flavour !== 'properties';
    collector.addLine(line, UNREADABLE[asColon ? 'colon' : line.reason](), line.content.start);
  } else if (line.kind === 'section' && line.flaw !== undefined) {
    collector.add({ range: line.header, message: SECTION[line.flaw]() });
  } else if (line.kind === 'entry' && line.flaw !== undefined) {
    const { start } = line.value.fullRange;
    collector.add({ range: { start, end: start + 1 }, message: UNCLOSED_QUOTE[line.flaw]() });
  }
}
