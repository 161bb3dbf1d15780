/** Formatting and sorting on texts that chance has written. */

import fc from 'fast-check';
import { test } from 'vitest';
import { checkFormatting, checkSorting } from '../helpers/arranging.ts';

const { constantFrom, array: listOf, option, property, record, assert: runProperty } = fc;

const blanks = constantFrom('', ' ', '  ', '\t');
const name = constantFrom(
  'HeartbeatInterval',
  'ConnectionTimeOut',
  'ResetRetries',
  'ChargeProfileMaxStackLevel',
  'LocalAuthListEnabled',
  'AuthorizationKey',
  'Unheard',
  'Zebra',
  'blinkrepeat',
);
const value = constantFrom('900', '0', 'true', '', 'a b', '#fff', 'x;y', "it's", 'Voltage,SoC');
const comment = constantFrom('mine', '15 min', 'x = 1', 'ocpp-config-ignore value-range: as agreed', '"');
interface Entry {
  readonly name: string;
  readonly value: string;
  /** Comments on lines of their own, and one on the entry's line. */
  readonly above: readonly string[];
  readonly behind: string | null;
  /** How many blank lines stand above all that. */
  readonly gap: number;
  readonly indentation: string;
  readonly before: string;
  readonly after: string;
  readonly tail: string;
}

const entry: fc.Arbitrary<Entry> = record({
  name,
  value,
  above: listOf(comment, { maxLength: 2 }),
  behind: option(comment),
  gap: constantFrom(0, 0, 1, 2),
  indentation: constantFrom('', '', '', '  ', '\t'),
  before: blanks,
  after: blanks,
  tail: blanks,
});
/** Enough of what nobody else has, so that the text is recognised. */
const KNOWN = ['WebSocketPingInterval=60', 'NumberOfConnectors=2', 'StopTransactionOnInvalidId=true'];

const lineBreak = constantFrom('\n', '\r\n');
const entries = listOf(entry, { minLength: 3, maxLength: 9 });
const endsBare = constantFrom(true, false);

function iniText(lists: readonly (readonly Entry[])[], newLine: string, bare: boolean): string {
  const lines = lists.flatMap((list, index) => [
    index === 0 ? '[Core]' : '[SmartCharging]',
    ...KNOWN,
    ...list.flatMap((one) => [
      ...Array<string>(one.gap).fill(one.tail),
      ...one.above.map((said) => `${one.indentation}# ${said}`),
      `${one.indentation}${one.name}${one.before}=${one.after}${one.value}${one.behind === null ? '' : ` ; ${one.behind}`}${one.tail}`,
    ]),
  ]);
  return lines.join(newLine) + (bare ? '' : newLine);
}

function jsonText(list: readonly Entry[], newLine: string, bare: boolean): string {
  const written = list.map((one, index) => {
    const comma = index === list.length - 1 ? '' : ',';
    const object = `{${one.before}"key":${one.after}"${one.name}", "value": ${JSON.stringify(one.value)}}`;
    return [
      ...Array<string>(one.gap).fill(one.tail),
      ...one.above.map((said) => `${one.indentation}// ${said}`),
      `${one.indentation}${object}${comma}${one.behind === null ? '' : ` // ${one.behind}`}${one.tail}`,
    ].join(newLine);
  });
  return `{ "configurationKey": [${newLine}${written.join(newLine)}${newLine}] }${bare ? '' : newLine}`;
}

const RUNS = { numRuns: 150 };

test('INI: white space only', () => {
  runProperty(
    property(listOf(entries, { minLength: 1, maxLength: 2 }), lineBreak, endsBare, (lists, newLine, bare) =>
      checkFormatting({ path: 'charger.ini', text: iniText(lists, newLine, bare) }),
    ),
    RUNS,
  );
});

test('INI: order only', () => {
  runProperty(
    property(listOf(entries, { minLength: 1, maxLength: 2 }), lineBreak, endsBare, (lists, newLine, bare) => {
      checkSorting({ path: 'charger.ini', text: iniText(lists, newLine, bare) });
    }),
    RUNS,
  );
});

test('JSON: white space only', () => {
  runProperty(
    property(entries, lineBreak, endsBare, (list, newLine, bare) =>
      checkFormatting({ path: 'charger.jsonc', text: jsonText(list, newLine, bare) }),
    ),
    RUNS,
  );
});

test('JSON: order only', () => {
  runProperty(
    property(entries, lineBreak, endsBare, (list, newLine, bare) => {
      checkSorting({ path: 'charger.jsonc', text: jsonText(list, newLine, bare) });
    }),
    RUNS,
  );
});
