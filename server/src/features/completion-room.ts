/**
 * Keeping a proposal on its line: editors show a list that is so wide and no wider, and cut what does not fit, at both
 * ends of the gap at once.
 */

import type { Completion } from './completion.ts';
import { shortened } from './markdown.ts';

/** Characters between the icon and the right edge of VS Code's list as it opens: 430 pixels with a font of 14. */
const ROOM = 43;

/** The words at the right edge are smaller than the others. */
const SMALLER = 0.85;

/** Fewer characters of a text say nothing. */
const LEAST_SHOWN = 9;

export type Fitted = Pick<Completion, 'detail' | 'description'>;

/**
 * What fits beside a label of what could be said.
 * @param details what stands behind the label, the best first, such as ` = 900 s (15 min)` and ` = 900 s`
 * @param descriptions what stands at the right edge, the best first
 * @param first which of both is rather kept; what is kept is shortened where there is no room for it as it is
 */
export function fitted(
  label: string,
  details: readonly string[],
  descriptions: readonly string[],
  first: 'detail' | 'description',
): Fitted {
  const room = ROOM - label.length;
  const detailsToo = [...details, undefined];
  const descriptionsToo = [...descriptions, undefined];
  const pairs =
    first === 'detail'
      ? detailsToo.flatMap((detail) => descriptionsToo.map((description) => ({ detail, description })))
      : descriptionsToo.flatMap((description) => detailsToo.map((detail) => ({ detail, description })));
  // Without its counterpart comes after every pair that has both.
  const whole = [...pairs.filter(hasBoth), ...pairs].find((pair) => widthOf(pair) <= room);
  const kept = first === 'detail' ? details.at(-1) : descriptions.at(-1);
  if (whole?.[first] !== undefined || kept === undefined) return whole ?? NOTHING;
  const longest = Math.floor(first === 'detail' ? room : room / SMALLER);
  return longest < LEAST_SHOWN ? NOTHING : { ...NOTHING, [first]: shortened(kept, longest) };
}

const NOTHING: Fitted = { detail: undefined, description: undefined };

function hasBoth({ detail, description }: Fitted): boolean {
  return detail !== undefined && description !== undefined;
}

/** In characters of the label's size. */
function widthOf({ detail, description }: Fitted): number {
  return (detail?.length ?? 0) + (description?.length ?? 0) * SMALLER;
}
