import * as l10n from '@vscode/l10n';
import { number } from '../number.ts';
import type { Summary } from '../report.ts';
import type { ModelCount } from './fleet-data.ts';
import type { FleetResult } from './fleet-summary.ts';

/** The words that all summaries have in common. */
export const TITLES = {
  rules: () => l10n.t('Problems by rule'),
  models: () => l10n.t('Stations by vendor, model and firmware'),
  keys: () => l10n.t('Values by key'),
};

/** "KEBA KC-P30, firmware 1.17.1" */
export function modelWords({ vendor, model, firmware }: ModelCount): string {
  const name = [vendor, model].filter((part) => part !== '').join(' ') || l10n.t('unknown vendor');
  return firmware === '' ? name : l10n.t('{0}, firmware {1}', name, firmware);
}

/** How much was looked at, in sentences. */
export function scopeWords({ stations }: FleetResult, { counts, interrupted }: Summary): string[] {
  const unreadable = counts.troubles + counts.badLines;
  const rest = counts.files - stations - unreadable;
  return [
    stations === 1
      ? l10n.t('1 charger configuration.')
      : l10n.t('{0} charger configurations.', number(stations)),
    ...(rest > 0 ? [withoutAnyWords(rest)] : []),
    ...(unreadable > 0 ? [l10n.t('{0} could not be read.', number(unreadable))] : []),
    ...(interrupted ? [l10n.t('The check was interrupted: there are more files than these.')] : []),
  ];
}

function withoutAnyWords(count: number): string {
  return count === 1
    ? l10n.t('1 file or line holds none.')
    : l10n.t('{0} files or lines hold none.', number(count));
}

/** "12.3 %" of a whole; "< 0.1 %" where there are some. */
export function share(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0 %';
  const percent = (100 * part) / whole;
  return percent < 0.1 ? '< 0.1 %' : `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}
