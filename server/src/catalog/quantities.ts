import * as l10n from '@vscode/l10n';
import type { Unit } from './knowledge.ts';

/** Unit signs as they stand behind a number, the same in every language. */
const SIGNS: Readonly<Record<Exclude<Unit, 'characters'>, string>> = {
  s: ' s',
  ms: ' ms',
  min: ' min',
  h: ' h',
  d: ' d',
  Wh: ' Wh',
  kWh: ' kWh',
  W: ' W',
  kW: ' kW',
  A: ' A',
  mA: ' mA',
  dA: ' dA',
  V: ' V',
  '%': ' %',
  '°C': ' °C',
  B: ' B',
  count: '',
};

const SECONDS: readonly (readonly [unit: string, length: number])[] = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];

/** "900 s", "16 A", "30": a number with its unit. */
export function withUnit(value: number, unit: Unit | undefined): string {
  if (unit === undefined) return String(value);
  return unit === 'characters' ? l10n.t('{0} characters', value) : `${value}${SIGNS[unit]}`;
}

/** "60 to 180 s": a range with its unit said once. */
export function rangeWithUnit(minimum: number, maximum: number, unit: Unit | undefined): string {
  return l10n.t('{0} to {1}', minimum, withUnit(maximum, unit));
}

/**
 * The same quantity in the unit a person thinks in: 900 s is "15 min", 4500 Wh is "4.5 kWh", 16000 mA is "16 A".
 * Undefined where the number already says it best.
 */
export function inWords(value: number, unit: Unit | undefined): string | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined;
  switch (unit) {
    case 's':
      return value < 60 ? undefined : duration(value);
    case 'ms':
      return value < 1000 ? undefined : duration(value / 1000);
    case 'min':
      return value < 60 ? undefined : duration(value * 60);
    case 'Wh':
      return value < 1000 ? undefined : `${trimmed(value / 1000)} kWh`;
    case 'W':
      return value < 1000 ? undefined : `${trimmed(value / 1000)} kW`;
    case 'mA':
      return value < 1000 ? undefined : `${trimmed(value / 1000)} A`;
    case 'dA':
      return `${trimmed(value / 10)} A`;
    default:
      return undefined;
  }
}

/** "15 min", "1 h 30 min", "1 d": the two largest parts, which is as exact as anybody says a time. */
function duration(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, length] of SECONDS) {
    const count = unit === 's' ? Number(trimmed(rest)) : Math.floor(rest / length);
    if (count > 0) parts.push(`${count} ${unit}`);
    rest -= count * length;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}

/** At most two decimals, none that are zero. */
function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
