import type { Unit } from './knowledge.ts';

/** What a unit measures, and how many base units (seconds, watt hours, watts, amperes) it is. */
interface Measure {
  readonly of: 'time' | 'energy' | 'power' | 'current';
  readonly factor: number;
}

/**
 * Whether a text that a person wrote says a quantity already, in whatever unit: "15 min", "15 Minuten" and "0.25 h" all
 * say 900 s. What is said of another quantity does not count: "10 min" beside 900 s is a mistake that should show.
 */
export function saysQuantity(text: string, value: number, unit: Unit | undefined): boolean {
  const measure = unit === undefined ? undefined : MEASURES.get(unit.toLowerCase());
  if (measure === undefined) return false;
  const wanted = value * measure.factor;
  return quantitiesIn(text, measure.of).some((said) => isSame(said, wanted));
}

/** Every quantity of a kind that a text names, in base units; parts that follow each other count together as well. */
function quantitiesIn(text: string, kind: Measure['of']): readonly number[] {
  const found: number[] = [];
  let sum: number | undefined;
  let end = 0;
  for (const match of text.matchAll(QUANTITY)) {
    const [whole, digits = '', word = ''] = match;
    const measure = MEASURES.get(word.toLowerCase());
    if (measure?.of !== kind) continue;
    const amount = Number(digits.replace(',', '.')) * measure.factor;
    const continues = sum !== undefined && JOINT.test(text.slice(end, match.index));
    sum = continues ? (sum ?? 0) + amount : amount;
    end = match.index + whole.length;
    found.push(amount, sum);
  }
  return found;
}

/** A number with a word behind it. Numbers that are longer are no quantities of a charger. */
const QUANTITY = /(?<![\w.,])(\d{1,15}(?:[.,]\d{1,6})?) ?([a-z]{1,9})\b/gi;

/** What may stand between "1 h" and "30 min". */
const JOINT = /^(?: ?(?:,|and|und|en|\+) ?| ?)$/i;

/** Units as signs, and as people write them in English, German and Dutch. */
const WORDS: Readonly<Record<Measure['of'], readonly (readonly [words: string, factor: number])[]>> = {
  time: [
    ['ms millisecond milliseconds millisekunden milliseconden', 0.001],
    ['s sec secs second seconds sek sekunde sekunden seconde seconden', 1],
    ['m min mins minute minutes minuten minuut', 60],
    ['h hr hrs hour hours std stunde stunden uur uren', 3_600],
    ['d day days tag tage tagen dag dagen', 86_400],
    ['week weeks woche wochen weken', 604_800],
  ],
  energy: [
    ['wh', 1],
    ['kwh', 1_000],
    ['mwh', 1_000_000],
  ],
  power: [
    ['w watt', 1],
    ['kw kilowatt', 1_000],
  ],
  current: [
    ['ma', 0.001],
    ['da', 0.1],
    ['a amp amps ampere amperes', 1],
  ],
};

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  Object.entries(WORDS).flatMap(([of, units]) =>
    units.flatMap(([words, factor]) =>
      words.split(' ').map((word) => [word, { of: of as Measure['of'], factor }] as const),
    ),
  ),
);

/** Decimals such as 0.1 have no exact binary form. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 1e-9;
}
