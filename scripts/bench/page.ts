/** The figures of a run as a page of the manual: docs/performance.md. */

import { writeFileSync } from 'node:fs';
import { alsoTell, type Cell, textOf } from './table.ts';

/** What the page says before any figure. */
export interface PageHead {
  readonly date: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** Collects what is printed from now on; the function that it returns writes the page. */
export function collectPage(): (path: string, head: PageHead) => void {
  const lines: string[] = [];
  alsoTell({
    heading: (text) => lines.push(`## ${text}`, ''),
    table: (head, rows) => lines.push(...markdownTable(head, rows), ''),
    note: (text) => lines.push(text, ''),
  });
  return (path, head) => {
    writeFileSync(path, `${[...beginning(head), ...lines].join('\n').trimEnd()}\n`);
  };
}

function beginning({ date, machine, versions }: PageHead): readonly string[] {
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# Performance',
    '',
    '<!-- Written by `npm run bench -- --page`. Do not edit: run it again. -->',
    '',
    `Measured on ${date}: ${machine}. With ${used.join(', ')}.`,
    '',
    'Every comparison was made in one run on one machine, in turns, so that the ratios hold elsewhere too; the times',
    'themselves do not. What was aimed at, and what missed it, stands at the end.',
    '',
  ];
}

function markdownTable(head: readonly string[], rows: readonly (readonly Cell[])[]): readonly string[] {
  const isRight = head.map((_, column) => rows.some((row) => typeof row[column] === 'object'));
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [
    line(head),
    line(isRight.map((right) => (right ? '---:' : '---'))),
    ...rows.map((row) => line(head.map((_, column) => textOf(row[column])))),
  ];
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
