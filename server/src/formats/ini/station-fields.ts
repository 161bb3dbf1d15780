import type { EntryValue, StationField, StationFields } from '../../model/document.ts';
import { simplified } from './section-names.ts';

type FieldName = keyof StationFields;

/** Names that say in any section what they are, in the form that `simplified` gives. */
const FIELDS: ReadonlyMap<string, FieldName> = new Map([
  ['chargepointvendor', 'vendor'],
  ['chargingstationvendor', 'vendor'],
  ['chargepointmodel', 'model'],
  ['chargingstationmodel', 'model'],
  ['firmwareversion', 'firmware'],
  ['chargepointserialnumber', 'serial'],
  ['chargeboxserialnumber', 'serial'],
  ['chargepointidentity', 'identity'],
  ['chargepointidentifier', 'identity'],
  ['chargeboxidentity', 'identity'],
  ['chargepointid', 'identity'],
  ['chargeboxid', 'identity'],
  ['currentouttype', 'current'],
  ['currenttype', 'current'],
  ['powertype', 'current'],
  ['numberofphases', 'phases'],
  ['ocppversion', 'protocol'],
  ['ocppprotocol', 'protocol'],
]);

/** Names that mean the station where their section is about it. */
const FIELDS_OF_STATION_SECTIONS: ReadonlyMap<string, FieldName> = new Map([
  ['vendor', 'vendor'],
  ['vendorname', 'vendor'],
  ['manufacturer', 'vendor'],
  ['model', 'model'],
  ['firmware', 'firmware'],
  ['serialnumber', 'serial'],
  ['identity', 'identity'],
  ['current', 'current'],
  ['phases', 'phases'],
]);
const STATION_SECTIONS: ReadonlySet<string> = new Set([
  'chargepoint',
  'stack',
  'chargebox',
  'chargingstation',
  'charger',
  'station',
]);

const FIELDS_OF_PROTOCOL_SECTION: ReadonlyMap<string, FieldName> = new Map([['version', 'protocol']]);

/** What a section may say of its station, by simplified name. */
export function stationFieldsOf(section: string): (name: string) => FieldName | undefined {
  const simple = simplified(section);
  let own: ReadonlyMap<string, FieldName> | undefined;
  if (simple === 'protocol') own = FIELDS_OF_PROTOCOL_SECTION;
  else if (STATION_SECTIONS.has(simple)) own = FIELDS_OF_STATION_SECTIONS;
  return (name) => {
    if (name.length > LONGEST_FIELD_NAME) return undefined;
    const simpleName = simplified(name);
    return own?.get(simpleName) ?? FIELDS.get(simpleName);
  };
}

const LONGEST_FIELD_NAME = 40;

/** Collects what a file says of its station; the first mention of each field counts. */
export class StationCollector {
  readonly #fields: Partial<Record<FieldName, StationField>> = {};

  add(field: FieldName, name: string, value: EntryValue): void {
    if (value.text.trim() === '') return;
    this.#fields[field] ??= { text: value.text, field: name, range: value.range };
  }

  /** What was found here, and for the rest what `common` says. */
  over(common: StationFields): StationFields {
    return { ...common, ...this.#fields };
  }
}
