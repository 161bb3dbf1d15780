import type { Catalog } from '../catalog/catalog.ts';
import type { Signal } from '../catalog/knowledge.ts';
import type { ConfigScope, StationField } from '../model/document.ts';
import type { Conclusion, StationContext, StationOverride } from '../model/station.ts';
import { currentType, protocolVersion } from './directive.ts';
import { listItems } from './lists.ts';

const UNKNOWN: Conclusion<never> = { value: undefined, because: '' };

/** What a person said, by where they said it; an earlier source wins value by value. */
export interface StationOverrides {
  readonly comment: StationOverride;
  readonly setting: StationOverride;
}

/**
 * What is known of a scope's station: a comment in the file, then a setting, then the file's own fields, then what the
 * configured values give away. What nothing supports stays unknown.
 * @param textOf the text of a key's value in this scope, by canonical name
 */
export function stationContext(
  scope: ConfigScope,
  catalog: Catalog,
  overrides: StationOverrides,
  textOf: (key: string) => string | undefined,
): StationContext {
  const said = <K extends keyof StationOverride>(
    member: K,
  ): Conclusion<NonNullable<StationOverride[K]>> | undefined => {
    const comment = overrides.comment[member];
    if (comment != null) return { value: comment, because: 'a comment in the file says so' };
    const setting = overrides.setting[member];
    return setting == null ? undefined : { value: setting, because: 'a setting says so' };
  };
  const signals = speakingSignals(catalog.signals, textOf);
  const { station } = scope;
  return {
    protocol: said('protocol') ?? fromField(station.protocol, protocolVersion) ?? UNKNOWN,
    vendor: said('vendor') ?? fromField(station.vendor, asIs) ?? UNKNOWN,
    model: said('model') ?? fromField(station.model, asIs) ?? UNKNOWN,
    current:
      said('current') ??
      fromField(station.current, currentType) ??
      fromSignal(signals, (signal) => signal.current) ??
      UNKNOWN,
    smartCharging: said('smartCharging') ?? fromSignal(signals, (signal) => signal.smartCharging) ?? UNKNOWN,
  };
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
    : { value, because: `${field.field} is ${field.text}` };
}

function fromSignal<T>(
  signals: readonly Signal[],
  read: (signal: Signal) => T | undefined,
): Conclusion<T> | undefined {
  for (const signal of signals) {
    const value = read(signal);
    if (value !== undefined) return { value, because: signal.because };
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
