import * as l10n from '@vscode/l10n';
import type { Analysis } from '../analysis.ts';
import type { ScopePurpose } from '../model/document.ts';
import type { Severity } from '../model/problem.ts';
import type { Conclusion, StationContext } from '../model/station.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';
import { scopesAt } from './locate.ts';
import { shortened } from './markdown.ts';
import { shapeWords } from './shape-words.ts';

/** What was recognised in a file, for a status item. Plain text; names from the file are shortened. */
export interface StationSummary {
  /** "KEBA KC-P30 · AC · smart charging on · GreenFlux"; what is unknown and changes advice says so. */
  readonly text: string;
  readonly facts: readonly StationFact[];
  /** Why, where it is not plain to see: "AC: KEBA KC-P30 is an AC station"; empty where there is nothing to say. */
  readonly reasons: string;
  /** "GetConfiguration answer". */
  readonly shape: string;
  /** "Values that a station reported". */
  readonly purpose: string;
  readonly problems: Readonly<Record<Severity, number>>;
}

/** One conclusion about the station and what it rests on. */
export interface StationFact {
  readonly about: 'protocol' | 'vendor' | 'model' | 'current' | 'smart-charging' | 'operator';
  /** "AC or DC", for a list. */
  readonly label: string;
  /** "AC", "on", "unknown". */
  readonly value: string;
  /** "SupportedFeatureProfiles lists SmartCharging"; empty when unknown. */
  readonly because: string;
}

const PURPOSES: Readonly<Record<ScopePurpose, () => string>> = {
  template: () => l10n.t('Values to be sent to a station'),
  dump: () => l10n.t('Values that a station reported'),
  store: () => l10n.t("A station's own settings, obeyed as they are"),
};

/** What is known of the station at an offset, or of the file's first one. */
export function stationSummary(analysis: Analysis, offset?: number): StationSummary {
  const { document, resolved } = analysis;
  const scope =
    (offset === undefined ? undefined : ocppScopeAt(analysis, offset)) ?? mainScope(resolved.scopes);
  const facts = scope === undefined ? [] : factsOf(scope);
  return {
    text: scope === undefined ? '' : inOneLine(scope).join(' · '),
    facts,
    reasons: scope === undefined ? '' : reasonsOf(scope.station).join(' · '),
    shape: shapeWords(document.shape),
    purpose: scope === undefined ? '' : PURPOSES[scope.scope.purpose](),
    problems: countOf(analysis),
  };
}

/** A cursor among a program's own settings says nothing about which station is meant. */
function ocppScopeAt(analysis: Analysis, offset: number): ResolvedScope | undefined {
  return scopesAt(analysis, offset).find(({ scope }) => scope.keysAre === 'ocpp');
}

/** "KEBA KC-P30"; empty where neither is known. */
function stationName({ vendor, model }: StationContext): readonly string[] {
  const name = nameOfStation(vendor.value, model.value);
  return name === '' ? [] : [shortened(name)];
}

/** "KEBA KC-P30", "Terra AC" where a model's name says whose it is; empty where nothing is known. */
export function nameOfStation(vendor: string | undefined, model: string | undefined): string {
  if (model === undefined) return vendor ?? '';
  const saysVendor = vendor === undefined || model.toLowerCase().startsWith(vendor.toLowerCase());
  return saysVendor ? model : `${vendor} ${model}`;
}

/** What was concluded, each with its reason: "AC: KEBA KC-P30 is an AC station". */
export function reasonsOf({ vendor, current, smartCharging }: StationContext): readonly string[] {
  const reason = (what: string, { concluded, because }: Conclusion<unknown>): readonly string[] =>
    concluded === true ? [`${what}: ${shortened(because, LONGEST_REASON)}`] : [];
  return [
    ...reason(shortened(vendor.value ?? ''), vendor),
    ...reason(current.value ?? '', current),
    ...reason(smartChargingWords(smartCharging.value), smartCharging),
  ];
}

/** The first scope with OCPP keys; a program's own section says little about the station. */
function mainScope(scopes: readonly ResolvedScope[]): ResolvedScope | undefined {
  return scopes.find(({ scope }) => scope.keysAre === 'ocpp') ?? scopes[0];
}

/** Each conclusion about a configuration's station, with what it rests on. */
export function factsOf({ station, operator, operatorBecause }: ResolvedScope): readonly StationFact[] {
  return [
    fact('current', l10n.t('AC or DC'), station.current, (current) => current),
    fact('smart-charging', l10n.t('Smart charging'), station.smartCharging, (on) =>
      on ? l10n.t('on') : l10n.t('off'),
    ),
    {
      about: 'operator',
      label: l10n.t('Operator'),
      value: operator?.profile.name ?? l10n.t('none'),
      because:
        operatorBecause ??
        (operator === undefined
          ? l10n.t('a setting says so')
          : l10n.t('recommendations are those of {0}', operator.profile.name)),
    },
    fact('vendor', l10n.t('Vendor'), station.vendor, shortened),
    fact('model', l10n.t('Model'), station.model, shortened),
    fact('protocol', l10n.t('Protocol'), station.protocol, (version) => `OCPP ${version}`),
  ];
}

function fact<T>(
  about: StationFact['about'],
  label: string,
  { value, because }: Conclusion<T>,
  inWords: (value: T) => string,
): StationFact {
  if (value === undefined) return { about, label, value: l10n.t('unknown'), because: '' };
  return { about, label, value: inWords(value), because: shortened(because, LONGEST_REASON) };
}

/** Longest reason; it repeats what the file says. */
const LONGEST_REASON = 160;

/** The line at the bottom of the editor; facts that change no advice have no part in it. */
function inOneLine({ station, operator }: ResolvedScope): readonly string[] {
  return [
    ...stationName(station),
    station.current.value ?? l10n.t('AC or DC unknown'),
    smartChargingWords(station.smartCharging.value),
    operator?.profile.name ?? l10n.t('no operator'),
  ];
}

/** "smart charging on": what is known of it, in a few words. */
export function smartChargingWords(on: boolean | undefined): string {
  if (on === undefined) return l10n.t('smart charging unknown');
  return on ? l10n.t('smart charging on') : l10n.t('smart charging off');
}

/** How many problems of each severity there are. */
export function countOf({ problems }: Pick<Analysis, 'problems'>): Readonly<Record<Severity, number>> {
  const count = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of problems) count[severity]++;
  return count;
}
