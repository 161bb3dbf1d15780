import * as l10n from '@vscode/l10n';
import { eitherWords } from '../../catalog/expectations.ts';
import type { VendorModel, VendorPack, VendorQuirk, VendorRole } from '../../catalog/vendor-pack.ts';
import type { Sheet } from '../terminal/sheet.ts';
import type { VendorKeyTopic } from './find-topic.ts';

/** A name that several vendors have a key of: what each means by it, and how to see one whole. */
export function writeVendorKeys(name: string, known: readonly VendorKeyTopic[], sheet: Sheet): void {
  sheet.title(name, l10n.t('no key of OCPP, but of vendors'));
  sheet.list(known.map(({ vendor, facts }) => `${vendor.name}: ${facts.summary}`));
  sheet.paragraph(
    l10n.t(
      'To see all that is known of one of them, add for example --vendor {0}.',
      known[0]?.vendor.id ?? '',
    ),
  );
}

/** A vendor's stations: models, what to know of them, settings that are named differently, how they differ. */
export function writeVendor(pack: VendorPack, sheet: Sheet): void {
  sheet.title(pack.name, l10n.t('stations of this vendor'));
  if (pack.notes !== undefined) sheet.paragraph(pack.notes);
  sheet.table([
    [l10n.t('also called'), pack.names.filter((name) => name !== pack.name).join(', ')],
    [
      l10n.t('own keys'),
      pack.complete === true
        ? l10n.t('{0}, and there are no others', pack.keys.length)
        : String(pack.keys.length),
    ],
  ]);
  sheet.section('Models', pack.models.map(modelWords));
  sheet.section(l10n.t('Settings that every vendor names differently'), pack.roles.map(roleWords));
  sheet.section(l10n.t('Where its stations differ'), pack.quirks.map(quirkWords));
  sheet.section(
    l10n.t('Sources'),
    Object.values(pack.sources).map(({ title, url }) => (url === undefined ? title : `${title} ${url}`)),
  );
}

function modelWords({ name, current, phases }: VendorModel): string {
  const facts = [
    current,
    phases === undefined ? undefined : phases === 1 ? l10n.t('one phase') : l10n.t('three phases'),
  ];
  const known = facts.filter((fact) => fact !== undefined);
  return known.length === 0 ? name : `${name}: ${known.join(', ')}`;
}

function roleName(role: VendorRole['role']): string {
  switch (role) {
    case 'free-vend-token':
      return l10n.t('free charging');
    case 'payment-terminal-token':
      return l10n.t('payment terminal');
    case 'local-load-balancing':
      return l10n.t('local load balancing');
    case 'local-whitelist':
      return l10n.t('list of cards in the station');
    case 'authorization-timeout':
      return l10n.t('time to plug in');
  }
}

function roleWords({ role, key, switch: toggle, basis }: VendorRole): string {
  const parts = [
    key,
    toggle && switchWords(toggle, key === undefined ? 'alone' : 'behind a key'),
    basis === 'inferred' ? `(${l10n.t('guessed')})` : undefined,
  ];
  return `${roleName(role)}: ${parts.filter((part) => part !== undefined).join(' ')}`;
}

/** "while FreeVend is 1", "Flags is 1": when a switch is on. */
function switchWords(
  { key, part, on, above }: NonNullable<VendorRole['switch']>,
  place: 'alone' | 'behind a key',
): string {
  const values = eitherWords([...on, ...(above === undefined ? [] : [l10n.t('above {0}', above)])]);
  const what = part === undefined ? key : l10n.t('{0} in {1}', part, key);
  return place === 'alone' ? l10n.t('{0} is {1}', what, values) : l10n.t('while {0} is {1}', what, values);
}

function quirkWords({ key, note, models }: VendorQuirk): string {
  const where = [key, models === undefined ? undefined : `(${models.join(', ')})`].filter(
    (part) => part !== undefined,
  );
  return where.length === 0 ? note : `${where.join(' ')}: ${note}`;
}
