import type { KeyAddress } from '../../model/document.ts';

/**
 * What the name of a section says about the keys in it:
 * - `ocpp`: made for OCPP keys, as `[Ocpp]` and `[Configuration]` are.
 * - `profile`: a feature profile, which holds a part of the OCPP keys.
 * - `component`: an OCPP 2.x component, whose keys are its variables.
 * - `stack`: the settings of the station's own software, beside a section for OCPP keys.
 * - `back-end`: the other end of the line; what it holds is never a station's configuration.
 * - `free`: nothing; its keys decide.
 */
export type SectionRole = 'ocpp' | 'profile' | 'component' | 'stack' | 'back-end' | 'free';

/** Names in the form that `simplified` gives. */
const OCPP_SECTIONS: ReadonlySet<string> = new Set([
  'configuration',
  'configurationkey',
  'configurationkeys',
]);
/** The feature profiles of OCPP 1.6 and of its amendments. */
const PROFILE_SECTIONS: ReadonlySet<string> = new Set([
  'core',
  'firmwaremanagement',
  'localauthlistmanagement',
  'remotetrigger',
  'reservation',
  'smartcharging',
  'security',
  'pnc',
  'iso15118',
  'costandprice',
]);
const STACK_SECTIONS: ReadonlySet<string> = new Set(['chargepoint', 'stack']);
const BACK_END_SECTIONS: ReadonlySet<string> = new Set(['centralsystem', 'localcontroller', 'csms']);

/** What a section's name says of the keys in it. */
export function sectionRole(name: string): SectionRole {
  if (isController(name)) return 'component';
  const simple = simplified(name);
  if (STACK_SECTIONS.has(simple)) return 'stack';
  if (BACK_END_SECTIONS.has(simple)) return 'back-end';
  if (simple.startsWith('ocpp') || OCPP_SECTIONS.has(simple)) return 'ocpp';
  return PROFILE_SECTIONS.has(simple) ? 'profile' : 'free';
}

/** Whether a section is one of the controllers that only OCPP 2.x has, an instance or EVSE of it included. */
export function isController(name: string): boolean {
  const dot = name.indexOf('.');
  return (dot < 0 ? name : name.slice(0, dot)).endsWith('Ctrlr');
}

/** Names that say nothing alone and are OCPP 2.x components in a file that has controllers. */
const PHYSICAL_COMPONENTS: ReadonlySet<string> = new Set(['ChargingStation', 'EVSE', 'Connector']);

/** Whether a section beside controllers is a component as well: a known one, or one with the number of an EVSE. */
export function isComponentBesideControllers(name: string): boolean {
  const parts = name.split('.');
  return PHYSICAL_COMPONENTS.has(parts[0] ?? '') || (parts.length > 1 && isNumber(parts.at(-1) ?? ''));
}

/** Where a component's section says that its variables live: `Name`, `Name.1`, `Name.1.2`, `Name.Instance.1`. */
export function componentAddress(section: string): Omit<KeyAddress, 'name'> {
  const [component, ...rest] = section.split('.');
  const numbers: number[] = [];
  while (numbers.length < 2 && isNumber(rest.at(-1) ?? '')) numbers.unshift(Number(rest.pop()));
  const [evse, connector] = numbers;
  return {
    section,
    component,
    ...(rest.length > 0 ? { componentInstance: rest.join('.') } : {}),
    ...(evse === undefined ? {} : { evse }),
    ...(connector === undefined ? {} : { connector }),
  };
}

/** Whether sections of these names tell that a file belongs to another program, whatever else it holds. */
export function areForeignSections(names: readonly string[]): boolean {
  const isForeign = (name: string): boolean =>
    FOREIGN_SECTIONS.has(name) || FOREIGN_PREFIXES.some((prefix) => name.startsWith(prefix));
  return names.some(isForeign) || FOREIGN_TOGETHER.every((name) => names.includes(name));
}

const FOREIGN_SECTIONS: ReadonlySet<string> = new Set(['PHP', 'mysqld']);
const FOREIGN_PREFIXES: readonly string[] = ['tool:', 'env:'];
const FOREIGN_TOGETHER: readonly string[] = ['DEFAULT', 'SESSION'];

/** A name as it is compared: letters and digits in lower case. */
export function simplified(name: string): string {
  const lower = name.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.replace(/[^a-z0-9]+/g, '');
}

/** Few digits, so that it stays an exact number. */
function isNumber(text: string): boolean {
  return /^[0-9]{1,9}$/.test(text);
}
