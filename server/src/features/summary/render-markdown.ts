import { escaped } from '../markdown.ts';
import type { Block, Line, Section, SummaryPage, TableHead } from './page.ts';

/** A summary as Markdown with tables, as GitHub and most issue trackers show them. */
export function summaryMarkdown({ title, lead, sections, footer }: SummaryPage): string {
  return `${[
    `# ${escaped(title)}`,
    ...lead.map(escaped),
    ...sections.flatMap((section) => sectionBlocks(section, 2)),
    '---',
    escaped(footer),
  ].join('\n\n')}\n`;
}

function sectionBlocks({ heading, blocks, sections }: Section, level: number): readonly string[] {
  return [
    `${'#'.repeat(Math.min(level, 6))} ${escaped(heading)}`,
    ...blocks.map(blockText),
    ...sections.flatMap((section) => sectionBlocks(section, level + 1)),
  ];
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return escaped(block.text);
    case 'facts':
      return table(
        block.head,
        block.facts.map(({ label, value, because }) => [label, value, because]),
      );
    case 'lines':
      return block.lines.map(lineText).join('\n');
    case 'values':
      return table(
        block.head,
        block.rows.map(({ name, title, place, present, recommended, state, reason }) => [
          `${name}, ${place.label}: ${title}`,
          present,
          recommended.join('; '),
          state.label,
          reason,
        ]),
      );
  }
}

function lineText({ severity, name, place, text, rule }: Line): string {
  const kind = severity === undefined ? '' : `${escaped(severity.label)}: `;
  const code = rule === undefined ? '' : ` (${escaped(rule)})`;
  return `- ${kind}**${escaped(name)}**, ${escaped(place.label)}${code}: ${escaped(text)}`;
}

function table({ columns }: TableHead, rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [row(columns), `|${' --- |'.repeat(columns.length)}`, ...rows.map(row)].join('\n');
}
