import type { LineIndex } from '../../text/line-index.ts';
import type { OffsetRange } from '../../text/range.ts';
import { breakableHtml, escapedAttribute, escapedHtml } from './html.ts';
import type { Block, FactLine, Line, Place, Section, SummaryPage, TableHead, ValueLine } from './page.ts';
import type { SummaryFix } from './summary.ts';

/** A button that does something about the whole file. */
export interface PageAction {
  /** What the program around the page knows it by. */
  readonly command: string;
  readonly title: string;
}

/** What a page can do that is shown in an editor; a saved one can do nothing. */
export interface LivePage {
  readonly lines: LineIndex;
  readonly actions: readonly PageAction[];
  /** The title of the button that asks what the station is. */
  readonly sayStation: string;
  /** What the buttons are called as a group. */
  readonly actionsLabel: string;
}

/**
 * A summary as the contents of an HTML body, without scripts, styles or addresses. With `live` places and fixes are
 * buttons, which say in `data-` attributes what they stand for.
 */
export function summaryBody(page: SummaryPage, live?: LivePage): string {
  return new HtmlRenderer(live).page(page);
}

class HtmlRenderer {
  readonly #live: LivePage | undefined;
  #headings = 0;

  constructor(live: LivePage | undefined) {
    this.#live = live;
  }

  page({ title, lead, sections, footer }: SummaryPage): string {
    return [
      `<header><h1 id="title" tabindex="-1">${escapedHtml(title)}</h1>`,
      ...lead.map((text) => `<p>${escapedHtml(text)}</p>`),
      this.#actions(),
      '</header>',
      `<main aria-labelledby="title">`,
      ...sections.map((section) => this.#section(section, 2)),
      '</main>',
      `<footer><p>${escapedHtml(footer)}</p></footer>`,
    ].join('\n');
  }

  #actions(): string {
    if (this.#live === undefined) return '';
    const { actions, actionsLabel } = this.#live;
    const buttons = actions.map(({ command, title }) => this.#commandButton(command, title));
    return `<div class="actions" role="group" aria-label="${escapedHtml(actionsLabel)}">${buttons.join('')}</div>`;
  }

  #section({ heading, blocks, sections }: Section, level: number): string {
    const id = `heading-${++this.#headings}`;
    const tag = `h${Math.min(level, 6)}`;
    // Only the uppermost are landmarks: with more of them nobody finds a way.
    const label = level === 2 ? ` aria-labelledby="${id}"` : '';
    return [
      `<section${label}><${tag} id="${id}">${escapedHtml(heading)}</${tag}>`,
      ...blocks.map((block) => this.#block(block, heading)),
      ...sections.map((section) => this.#section(section, level + 1)),
      '</section>',
    ].join('\n');
  }

  #block(block: Block, heading: string): string {
    switch (block.kind) {
      case 'text':
        return `<p>${escapedHtml(block.text)}</p>`;
      case 'facts':
        return this.#facts(block.head, block.facts);
      case 'lines':
        return `<ul class="lines">${block.lines.map((line) => this.#line(line, heading)).join('\n')}</ul>`;
      case 'values':
        return this.#values(block.head, block.rows);
    }
  }

  #facts(head: TableHead, facts: readonly FactLine[]): string {
    const rows = facts.map(
      ({ label, value, because }) =>
        `<tr><th scope="row">${escapedHtml(label)}</th><td>${escapedHtml(value)}</td><td>${escapedHtml(because)}</td></tr>`,
    );
    return table('facts', head, rows);
  }

  #line(line: Line, heading: string): string {
    const { severity, name, text, rule, place, fixes, asksForStation } = line;
    const badge =
      severity === undefined
        ? ''
        : `<span class="severity ${severity.id}">${escapedHtml(severity.label)}</span> `;
    const code = rule === undefined ? '' : ` <span class="rule">${escapedHtml(rule)}</span>`;
    const ask =
      asksForStation && this.#live !== undefined
        ? this.#commandButton('setStationContext', this.#live.sayStation)
        : '';
    const about = `${heading}:${name}`;
    return [
      `<li><p class="what">${badge}${this.#place(name, place, about)}${code}</p>`,
      `<p>${escapedHtml(text)}</p>${this.#fixes(fixes, about, ask)}</li>`,
    ].join('');
  }

  #values(head: TableHead, rows: readonly ValueLine[]): string {
    const written = rows.map((row) => {
      const about = `${head.caption}:${row.name}:${row.title}`;
      return [
        `<tr class="${row.state.id} ${row.severity ?? ''}">`,
        `<th scope="row">${this.#place(row.name, row.place, about)}<span class="title">${escapedHtml(row.title)}</span></th>`,
        `<td>${breakableHtml(row.present)}</td>`,
        `<td>${row.recommended.map(breakableHtml).join('<br>')}${this.#fixes(row.fixes, about, '')}</td>`,
        `<td class="state"><span class="sign" aria-hidden="true">${SIGNS[row.state.id]}</span> ${escapedHtml(row.state.label)}</td>`,
        `<td>${escapedHtml(row.reason)}</td></tr>`,
      ].join('');
    });
    return table('values', head, written);
  }

  /** A name with the line that it stands in: a button that leads there, or only text. */
  #place(name: string, { range, label }: Place, about: string): string {
    const text = `<span class="name">${breakableHtml(name)}</span> <span class="line">${escapedHtml(label)}</span>`;
    if (this.#live === undefined) return text;
    const data = `data-range="${rangeWords(range, this.#live.lines)}" data-key="place:${escapedAttribute(about)}"`;
    return `<button type="button" class="place" ${data}>${text}</button>`;
  }

  #fixes(fixes: readonly SummaryFix[], about: string, more: string): string {
    if (this.#live === undefined || (fixes.length === 0 && more === '')) return '';
    const buttons = fixes.map(
      ({ id, title }) =>
        `<button type="button" data-fix="${escapedAttribute(id)}" data-key="fix:${escapedAttribute(about)}">${breakableHtml(title)}</button>`,
    );
    return `<div class="fixes">${buttons.join('')}${more}</div>`;
  }

  #commandButton(command: string, title: string): string {
    const name = escapedAttribute(command);
    return `<button type="button" data-command="${name}" data-key="command:${name}">${escapedHtml(title)}</button>`;
  }
}

/** Seen beside the words, never instead of them. */
const SIGNS: Readonly<Record<ValueLine['state']['id'], string>> = {
  followed: '✓',
  differs: '✗',
  either: '?',
  missing: '–',
  unusable: '✗',
  later: '…',
  ignored: '○',
};

/** In a frame of its own, which the keyboard can scroll where the table is wider than the page. */
function table(kind: string, { caption, columns }: TableHead, rows: readonly string[]): string {
  const head = columns.map((column) => `<th scope="col">${escapedHtml(column)}</th>`).join('');
  const label = escapedHtml(caption);
  return [
    `<div class="table" role="region" aria-label="${label}" tabindex="0"><table class="${kind}">`,
    `<caption>${label}</caption><thead><tr>${head}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></div>',
  ].join('\n');
}

/** "4:10-4:12": lines and characters from 0. */
function rangeWords({ start, end }: OffsetRange, lines: LineIndex): string {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return `${from.line}:${from.character}-${to.line}:${to.character}`;
}
