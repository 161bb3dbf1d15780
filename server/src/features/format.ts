import { formatOf } from '../formats/index.ts';
import type { TextLayout } from '../formats/layout.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import type { OffsetRange } from '../text/range.ts';
import type { Understood } from './understood.ts';

/**
 * The edits that tidy a text, or a range of it: they change nothing but white space. Empty for a text that has no layout
 * of its own, such as a log. Throws where anything else would change, which is a mistake in a format.
 */
export function formatEdits(
  { document }: Understood,
  layout: TextLayout,
  range?: OffsetRange,
): readonly TextEdit[] {
  const edits = formatOf(document).formatWhiteSpace(document, layout, range);
  const { text } = document;
  if (edits.length > 0 && withoutSpace(applyEdits(text, edits)) !== withoutSpace(text)) {
    throw new Error('formatting would change more than white space');
  }
  return edits;
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
