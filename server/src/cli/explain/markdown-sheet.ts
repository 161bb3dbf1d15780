import type { Sheet } from '../terminal/sheet.ts';

/**
 * Writes a page of Markdown: headings, paragraphs, lists and fenced blocks, which is what our pages are made of.
 * Anything else stays as it is written, which is readable too.
 */
export function writeMarkdown(page: string, sheet: Sheet): void {
  const lines = page.split(/\r?\n/);
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at++;
    } else if (line.startsWith('#')) {
      writeHeading(line, sheet);
      at++;
    } else if (line.startsWith('```')) {
      const end = lines.findIndex((candidate, index) => index > at && candidate.startsWith('```'));
      const close = end < 0 ? lines.length : end;
      sheet.verbatim(
        lines.slice(at + 1, close).filter((inside) => !inside.trimStart().startsWith(EXPECTATION)),
      );
      at = close + 1;
    } else {
      const end = lines.findIndex((candidate, index) => index > at && endsParagraph(candidate));
      const next = end < 0 ? lines.length : end;
      writeProse(lines.slice(at, next), sheet);
      at = next;
    }
  }
}

/** Marks in the examples, which are tests too, what must be reported there. */
const EXPECTATION = '//~';
const BULLET = /^\s*[-*] /;

function endsParagraph(line: string): boolean {
  return line.trim() === '' || line.startsWith('#') || line.startsWith('```');
}

function writeHeading(line: string, sheet: Sheet): void {
  const text = plain(line.replace(/^#+\s*/, ''));
  if (line.startsWith('# ')) sheet.title(text);
  else sheet.heading(text);
}

function writeProse(lines: readonly string[], sheet: Sheet): void {
  if (!BULLET.test(lines[0] ?? '')) {
    sheet.paragraph(plain(lines.join(' ')));
    return;
  }
  const items: string[] = [];
  for (const line of lines) {
    if (BULLET.test(line)) items.push(line.replace(BULLET, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  sheet.list(items.map(plain));
}

/** Prose without the signs for code, emphasis and links. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, '$1 <$2>')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(?<![\w*])\*([^*]+)\*(?![\w*])/g, '$1');
}
