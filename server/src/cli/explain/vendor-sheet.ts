import type { VendorModel, VendorPack, VendorQuirk, VendorRole } from '../../catalog/vendor-pack.ts';
import type { Sheet } from '../terminal/sheet.ts';
import type { VendorKeyTopic } from './find-topic.ts';

/** A name that several vendors have a key of: what each means by it, and how to see one whole. */
export function writeVendorKeys(name: string, known: readonly VendorKeyTopic[], sheet: Sheet): void {
  sheet.title(name, 'no key of OCPP, but of vendors');
  sheet.list(known.map(({ vendor, facts }) => `${vendor.name}: ${facts.summary}`));
  sheet.paragraph(
    `To see all that is known of one of them, add for example --vendor ${known[0]?.vendor.id ?? ''}.`,
  );
}

/** A vendor's stations: models, what to know of them, settings that are named differently, how they differ. */
export function writeVendor(pack: VendorPack, sheet: Sheet): void {
  sheet.title(pack.name, 'stations of this vendor');
  if (pack.notes !== undefined) sheet.paragraph(pack.notes);
  sheet.table([
    ['also called', pack.names.filter((name) => name !== pack.name).join(', ')],
    ['own keys', `${pack.keys.length}${pack.complete === true ? ', and there are no others' : ''}`],
  ]);
  sheet.section('Models', pack.models.map(modelWords));
  sheet.section('Settings that every vendor names differently', pack.roles.map(roleWords));
  sheet.section('Where its stations differ', pack.quirks.map(quirkWords));
  sheet.section(
    'Sources',
    Object.values(pack.sources).map(({ title, url }) => (url === undefined ? title : `${title} ${url}`)),
  );
}

function modelWords({ name, current, phases }: VendorModel): string {
  const facts = [current, phases === undefined ? undefined : phases === 1 ? 'one phase' : 'three phases'];
  const known = facts.filter((fact) => fact !== undefined);
  return known.length === 0 ? name : `${name}: ${known.join(', ')}`;
}

const ROLES: Readonly<Record<VendorRole['role'], string>> = {
  'free-vend-token': 'free charging',
  'payment-terminal-token': 'payment terminal',
  'local-load-balancing': 'local load balancing',
  'local-whitelist': 'list of cards in the station',
  'authorization-timeout': 'time to plug in',
};

function roleWords({ role, key, switch: toggle, basis }: VendorRole): string {
  const on =
    toggle && [...toggle.on, ...(toggle.above === undefined ? [] : [`above ${toggle.above}`])].join(' or ');
  const parts = [
    key,
    toggle &&
      `${key === undefined ? '' : 'while '}${toggle.part === undefined ? '' : `${toggle.part} in `}${toggle.key} is ${on}`,
    basis === 'inferred' ? '(guessed)' : undefined,
  ];
  return `${ROLES[role]}: ${parts.filter((part) => part !== undefined).join(' ')}`;
}

function quirkWords({ key, note, models }: VendorQuirk): string {
  const where = [key, models === undefined ? undefined : `(${models.join(', ')})`].filter(
    (part) => part !== undefined,
  );
  return where.length === 0 ? note : `${where.join(' ')}: ${note}`;
}
