import type { ListItem } from '../../resolve/lists.ts';
import type { ResolvedEntry } from '../../resolve/resolve.ts';

/** An item of a phase rotation: `1.RST`. */
export interface Rotation {
  readonly item: ListItem;
  readonly connector: number;
  readonly rotation: string;
}

/** The rotations of a list of them; undefined for another value, or where an item has another form, which is a mistake. */
export function rotationsIn({ facts, value }: ResolvedEntry): readonly Rotation[] | undefined {
  if (value.kind !== 'list' || facts?.items?.of !== 'phase-rotation') return undefined;
  const rotations: Rotation[] = [];
  for (const item of value.items) {
    if (item.text === '') continue;
    const match = /^(\d{1,3})\.([A-Za-z]+)$/.exec(item.text);
    if (match === null) return undefined;
    rotations.push({ item, connector: Number(match[1]), rotation: match[2] ?? '' });
  }
  return rotations;
}

/** Whether a rotation says how three phases are connected. */
export function isOfThreePhases(rotation: string): boolean {
  return /^[RST]{3}$/i.test(rotation);
}
