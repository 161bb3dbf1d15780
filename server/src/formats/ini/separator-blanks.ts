import type { Separators } from '../layout.ts';
import { COLON, NUMBER_SIGN, SEMICOLON } from './characters.ts';
import type { IniDocument } from './document.ts';
import type { EntryLine, IniLine } from './lines.ts';

/** What stands on either side of a separator. */
export interface SeparatorBlanks {
  readonly before: string;
  readonly after: string;
}

/**
 * Tells which blanks an entry's separator is to have; undefined where they must stay: in open-ocpp's files they belong to
 * key and value. A shell takes none, so that `.env` files get none, whatever is wanted.
 */
export function separatorBlanks(
  document: IniDocument,
  lines: readonly IniLine[],
  wanted: Separators,
): (line: EntryLine) => SeparatorBlanks | undefined {
  if (document.reading === 'literal') return () => undefined;
  if (document.flavour === 'env') return () => TIGHT;
  if (wanted === 'tight') return () => TIGHT;
  const { text } = document;
  if (wanted === 'spaced') {
    return (line) => {
      if (looksLikeComment(text, line)) return undefined;
      return text.charCodeAt(line.separator) === COLON ? BEHIND : SPACED;
    };
  }
  const movable = lines.filter((line) => line.kind !== 'entry' || !looksLikeComment(text, line));
  const inColumns = wanted === 'aligned' ? alignedRuns(movable) : runsInColumns(movable);
  const usual =
    wanted === 'aligned' ? SPACED : usualBlanks(movable, new Set(inColumns.flatMap(({ run }) => run)));
  const wantedFor = new Map(
    inColumns.flatMap(({ run, column, after }) => {
      const widest = run.reduce((width, line) => Math.max(width, keyLength(line)), 0);
      return run.map((line) => {
        const fill = ' '.repeat(widest - keyLength(line));
        const blanks =
          column === 'separator'
            ? { before: `${fill} `, after }
            : { before: usual.before, after: `${fill} ` };
        return [line, blanks] as const;
      });
    }),
  );
  return (line) => (looksLikeComment(text, line) ? undefined : (wantedFor.get(line) ?? usual));
}

/** Entries on neighbouring lines, of which the separators or the values are to stand in a column. */
interface RunInColumn {
  readonly run: readonly EntryLine[];
  readonly column: 'separator' | 'value';
  /** What follows the separators of a column. */
  readonly after: string;
}

function alignedRuns(lines: readonly IniLine[]): readonly RunInColumn[] {
  return runsOf(lines).map((run) => ({ run, column: 'separator', after: ' ' }));
}

/** The runs that stand in columns already, as a whole or nearly. */
function runsInColumns(lines: readonly IniLine[]): readonly RunInColumn[] {
  return runsOf(lines).flatMap((run): readonly RunInColumn[] => {
    const column = columnOf(run);
    return column === undefined ? [] : [{ run, column, after: usualAfter(run) }];
  });
}

const TIGHT: SeparatorBlanks = { before: '', after: '' };
const SPACED: SeparatorBlanks = { before: ' ', after: ' ' };
const BEHIND: SeparatorBlanks = { before: '', after: ' ' };

/**
 * The way in which most entries with a value are written, those in columns left aside where there are others; of two
 * equally many the first.
 */
function usualBlanks(lines: readonly IniLine[], inColumns: ReadonlySet<EntryLine>): SeparatorBlanks {
  const filled = lines.filter((line): line is EntryLine => line.kind === 'entry' && !isEmpty(line));
  const free = filled.filter((line) => !inColumns.has(line));
  const counts = new Map<string, { readonly blanks: SeparatorBlanks; count: number }>();
  for (const line of free.length > 0 ? free : filled) {
    const blanks = {
      before: line.key.end < line.separator ? ' ' : '',
      after: line.separator + 1 < line.value.fullRange.start ? ' ' : '',
    };
    const id = `${blanks.before}=${blanks.after}`;
    const known = counts.get(id);
    if (known === undefined) counts.set(id, { blanks, count: 1 });
    else known.count++;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.blanks ?? TIGHT;
}

/** Entries on lines that follow each other. */
function runsOf(lines: readonly IniLine[]): readonly (readonly EntryLine[])[] {
  const runs: EntryLine[][] = [];
  let previous: IniLine | undefined;
  for (const line of lines) {
    if (line.kind === 'entry') {
      if (previous?.kind === 'entry') runs.at(-1)?.push(line);
      else runs.push([line]);
    }
    previous = line;
  }
  return runs.filter((run) => run.length > 1);
}

/** From this share of a run on, entries that stand in a column do so on purpose. */
const ON_PURPOSE = 2 / 3;

/** What of a run stands in a column although its keys are not equally long; undefined where nothing does. */
function columnOf(run: readonly EntryLine[]): 'separator' | 'value' | undefined {
  const filled = run.filter((line) => !isEmpty(line));
  if (new Set(filled.map(keyLength)).size < 2) return undefined;
  const separators = filled.map((line) => line.separator - line.content);
  const isPadded = filled.some((line) => line.separator > line.key.end + 1);
  if (isPadded && shareOfMode(separators) >= ON_PURPOSE) return 'separator';
  const values = filled.map((line) => line.value.fullRange.start - line.content);
  const isFilled = filled.some((line) => line.value.fullRange.start > line.separator + 2);
  return isFilled && shareOfMode(values) >= ON_PURPOSE ? 'value' : undefined;
}

/** How much of a line its key takes, with the `export` before it. */
function keyLength({ key, content }: EntryLine): number {
  return key.end - content;
}

/** Which share of some numbers the most frequent of them has. */
function shareOfMode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const most = [...counts.values()].reduce((count, other) => Math.max(count, other), 0);
  return numbers.length === 0 ? 0 : most / numbers.length;
}

/** What most of a run have behind their separators. */
function usualAfter(run: readonly EntryLine[]): string {
  const filled = run.filter((line) => !isEmpty(line));
  const spaced = filled.filter((line) => line.separator + 1 < line.value.fullRange.start);
  return spaced.length * 2 >= filled.length ? ' ' : '';
}

/** Whether a value begins as a comment does: with a blank before it, it would be one. */
function looksLikeComment(text: string, { value: { fullRange } }: EntryLine): boolean {
  const first = text.charCodeAt(fullRange.start);
  return first === NUMBER_SIGN || first === SEMICOLON;
}

function isEmpty({ value: { fullRange } }: EntryLine): boolean {
  return fullRange.start === fullRange.end;
}
