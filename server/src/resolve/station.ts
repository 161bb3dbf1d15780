import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/catalog.ts';
import type { Signal } from '../catalog/knowledge.ts';
import { modelOf } from '../catalog/vendors.ts';
import type { ConfigScope, StationField } from '../model/document.ts';
import type {
  Conclusion,
  CurrentType,
  PhaseCount,
  StationContext,
  StationOverride,
  StationSaying,
} from '../model/station.ts';
import { currentType, phaseCount, protocolVersion } from './directive.ts';
import { listItems } from './lists.ts';
import type { VendorConclusion } from './vendor.ts';

const UNKNOWN: Conclusion<never> = { value: undefined, because: '' };

/** What a person said, by where they said it; an earlier source wins value by value. */
export interface StationOverrides {
  readonly comment: StationOverride;
  /** What the project file or the command line says, the nearest first. */
  readonly outside?: readonly StationSaying[] | undefined;
  readonly setting: StationOverride;
}

/** What is said of a scope's vendor, model and protocol, by people or by the file's own fields. */
export type StationIdentity = Pick<StationContext, 'protocol' | 'vendor' | 'model'>;

/** What can be told before any key is looked at. */
export function stationIdentity({ station }: ConfigScope, overrides: StationOverrides): StationIdentity {
  const said = sayings(overrides);
  return {
    protocol: said('protocol') ?? fromField(station.protocol, protocolVersion) ?? UNKNOWN,
    vendor: said('vendor') ?? fromField(station.vendor, asIs) ?? UNKNOWN,
    model: said('model') ?? fromField(station.model, asIs) ?? UNKNOWN,
  };
}

/**
 * What is known of a scope's station: a comment in the file, then the project file, then a setting, then the file's own
 * fields, then what the configured values give away. What nothing supports stays unknown.
 * @param textOf the text of a key's value in this scope, by canonical name
 */
export function stationContext(
  { station }: ConfigScope,
  catalog: Catalog,
  identity: StationIdentity,
  vendor: VendorConclusion,
  overrides: StationOverrides,
  textOf: (key: string) => string | undefined,
): StationContext {
  const said = sayings(overrides);
  const signals = speakingSignals(catalog.signals, textOf);
  return {
    ...identity,
    vendor: vendor.name,
    vendorId: vendor.entry?.id,
    current:
      said('current') ??
      fromField(station.current, currentType) ??
      fromModel(vendor, identity.model) ??
      fromSignal(signals, (signal) => signal.current) ??
      UNKNOWN,
    phases:
      fromField(station.phases, phaseCount) ??
      fromField(station.current, phaseCount) ??
      phasesOfModel(vendor, identity.model) ??
      UNKNOWN,
    smartCharging: said('smartCharging') ?? fromSignal(signals, (signal) => signal.smartCharging) ?? UNKNOWN,
  };
}

/** What people have said, the nearest first. */
function sayings({ comment, outside = [], setting }: StationOverrides) {
  const sources: readonly StationSaying[] = [
    { says: comment, because: l10n.t('a comment in the file says so') },
    ...outside,
    { says: setting, because: l10n.t('a setting says so') },
  ];
  return <K extends keyof StationOverride>(
    member: K,
  ): Conclusion<NonNullable<StationOverride[K]>> | undefined => {
    for (const { says, because } of sources) {
      const value = says[member];
      if (value != null) return { value, because };
    }
    return undefined;
  };
}

function fromModel(
  { entry }: VendorConclusion,
  model: Conclusion<string>,
): Conclusion<CurrentType> | undefined {
  if (entry === undefined) return undefined;
  const known = model.value === undefined ? undefined : modelOf(entry, model.value);
  if (known?.current !== undefined) {
    const because =
      known.current === 'AC'
        ? l10n.t('{0} {1} is an AC station', entry.name, model.value ?? '')
        : l10n.t('{0} {1} is a DC station', entry.name, model.value ?? '');
    return { value: known.current, because, concluded: true };
  }
  // Where the model is not known, all models that the pack knows may still agree; a single one says too little.
  const currents = new Set(entry.models.map(({ current }) => current));
  const [only] = currents;
  return entry.models.length > 1 && currents.size === 1 && only !== undefined
    ? {
        value: only,
        because: l10n.t('all {0} stations that are known are {1}', entry.name, only),
        concluded: true,
      }
    : undefined;
}

function phasesOfModel(
  { entry }: VendorConclusion,
  model: Conclusion<string>,
): Conclusion<PhaseCount> | undefined {
  const known = entry === undefined || model.value === undefined ? undefined : modelOf(entry, model.value);
  if (entry === undefined || known?.phases === undefined) return undefined;
  const because =
    known.phases === 1
      ? l10n.t('{0} {1} has one phase', entry.name, model.value ?? known.name)
      : l10n.t('{0} {1} has three phases', entry.name, model.value ?? known.name);
  return { value: known.phases, because, concluded: true };
}

function asIs(text: string): string | undefined {
  return text === '' || text === '*' ? undefined : text;
}

function fromField<T>(
  field: StationField | undefined,
  read: (text: string) => T | undefined,
): Conclusion<T> | undefined {
  const value = field === undefined ? undefined : read(field.text);
  return field === undefined || value === undefined
    ? undefined
    : { value, because: l10n.t('{0} is {1}', field.field, field.text) };
}

function fromSignal<T>(
  signals: readonly Signal[],
  read: (signal: Signal) => T | undefined,
): Conclusion<T> | undefined {
  for (const signal of signals) {
    const value = read(signal);
    if (value !== undefined) return { value, because: signal.because, concluded: true, fromValues: true };
  }
  return undefined;
}

function speakingSignals(
  signals: readonly Signal[],
  textOf: (key: string) => string | undefined,
): readonly Signal[] {
  return signals.filter((signal) => {
    const text = textOf(signal.key);
    if (text === undefined || text.trim() === '') return false;
    const items = listItems(text).map((item) => item.text.replaceAll(' ', '').toLowerCase());
    if (signal.contains !== undefined) return items.includes(signal.contains.toLowerCase());
    return signal.lacks !== undefined && !items.includes(signal.lacks.toLowerCase());
  });
}
