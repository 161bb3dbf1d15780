import { join } from 'node:path';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { hoverAt } from '../../server/src/features/hover.ts';
import { placeAt } from '../../server/src/features/locate.ts';
import type { Understood } from '../../server/src/features/understood.ts';
import type { ConfigEntry } from '../../server/src/model/document.ts';
import { checkExpectedFile } from '../helpers/expected-file.ts';
import {
  checkHover,
  hoverIn,
  INI,
  linesOf,
  NOTATIONS,
  understoodText,
  written,
} from '../helpers/features.ts';
import { catalog, knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { CURSOR } from '../helpers/marked-text.ts';
import type { CheckOptions } from '../helpers/problems.ts';

/** A hover that is longer than this is not read at the station. */
const MOST_LINES = 12;

/** The keys of the article, each with a value that a station might have. */
const ARTICLE_KEYS: Readonly<Record<string, string>> = {
  AllowOfflineTxForUnknownId: 'false',
  AuthorizationCacheEnabled: 'true',
  AuthorizeRemoteTxRequests: 'false',
  BlinkRepeat: '3',
  ClockAlignedDataInterval: '900',
  ConnectionTimeOut: '120',
  GetConfigurationMaxKeys: '20',
  HeartbeatInterval: '300',
  LightIntensity: '80',
  LocalAuthorizeOffline: 'true',
  LocalPreAuthorize: 'false',
  MaxEnergyOnInvalidId: '3000',
  MeterValuesAlignedData: 'Energy.Active.Import.Register',
  MeterValuesAlignedDataMaxLength: '10',
  MeterValuesSampledData: 'Energy.Active.Import.Register,Current.Import',
  MeterValuesSampledDataMaxLength: '10',
  MeterValueSampleInterval: '60',
  MinimumStatusDuration: '0',
  NumberOfConnectors: '2',
  ResetRetries: '3',
  ConnectorPhaseRotation: '1.RST,2.RTS',
  ConnectorPhaseRotationMaxLength: '2',
  StopTransactionOnEVSideDisconnect: 'true',
  StopTransactionOnInvalidId: 'true',
  StopTxnAlignedData: '',
  StopTxnAlignedDataMaxLength: '10',
  StopTxnSampledData: 'Energy.Active.Import.Register',
  StopTxnSampledDataMaxLength: '10',
  SupportedFeatureProfiles: 'Core,SmartCharging',
  SupportedFeatureProfilesMaxLength: '6',
  TransactionMessageAttempts: '3',
  TransactionMessageRetryInterval: '60',
  UnlockConnectorOnEVSideDisconnect: 'true',
  WebSocketPingInterval: '10',
};

const REVIEWED_KEYS = [
  'WebSocketPingInterval',
  'MeterValueSampleInterval',
  'MeterValuesSampledData',
  'HeartbeatInterval',
  'ConnectorPhaseRotation',
  'StopTxnAlignedData',
];

describe.each(NOTATIONS)('in $name', ({ name, options }) => {
  const text = written(name, ARTICLE_KEYS);
  const understood = understoodText(text, options);

  test.each(Object.keys(ARTICLE_KEYS))('%s of the article is explained', (key) => {
    const entry = entryOf(understood, key);
    const lines = linesOf(hoverAt(understood, entry.keyRange.start + 1)?.markdown ?? '');
    expect(lines[0]).toMatch(new RegExp(`^\\*\\*${key}\\*\\* · `));
    expect(lines.at(-1)).toMatch(/^Source: \[/);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    expect(hoverAt(understood, entry.value?.range.start ?? -1)?.markdown).toMatch(/Source: \[/);
  });

  test('the texts are as they were reviewed', () => {
    const parts = REVIEWED_KEYS.map((key) => {
      const { keyRange, value } = entryOf(understood, key);
      const offsets = [keyRange.start, value?.range.start ?? 0];
      return [`# ${key}`, ...offsets.map((offset) => hoverAt(understood, offset)?.markdown)].join('\n\n');
    });
    // One file for both: the notation of the file makes no difference.
    checkExpectedFile(join(import.meta.dirname, 'expected', 'hover-keys.md'), `${parts.join('\n\n')}\n`);
  });

  const check = (pairs: Readonly<Record<string, string>>, over: string, lines: readonly string[]) =>
    checkHover(
      written(name, { LocalPreAuthorize: 'true', ResetRetries: '3', ...pairs }),
      { over, lines },
      options,
    );

  const hover = (pairs: Readonly<Record<string, string>>, more: CheckOptions = {}) =>
    hoverIn(written(name, { LocalPreAuthorize: 'true', ResetRetries: '3', ...pairs }), {
      ...options,
      ...more,
    });

  test('a value comes first, then the advice', () => {
    check({ WebSocketPingInterval: `1${CURSOR}0` }, '10', [
      '**WebSocketPingInterval**: **10 s**, below 60 to 180 s',
      'GreenFlux asks for **60 to 180 s** (mandatory). Regular pings keep the connection open, so that it is not rebuilt again and again; more frequent ones only burn mobile data.',
      "Seconds between the station's own WebSocket pings. They keep routers from dropping a quiet connection and show when the link is dead.",
      '**0**: The station sends no pings; only those of the back office, if any, keep the link alive.',
      'Source: [OCPP 1.6, edition 2](https://openchargealliance.org/protocols/open-charge-point-protocol/), 9.1.34 · [GreenFlux: Charge Station Configuration](https://greenflux.helpkit.so/13d17d68194280c7bed4d86435b26298)',
    ]);
  });

  test('a value that is as asked says so and why', () => {
    expect(linesOf(hover({ HeartbeatInterval: `${CURSOR}900` })?.markdown ?? '')[0]).toBe(
      '**HeartbeatInterval**: **900 s = 15 min**, as GreenFlux asks. GreenFlux sets it to 900 itself, each time the station announces that it has booted.',
    );
  });

  test('a wrong boolean is no praise', () => {
    expect(hover({ LocalAuthorizeOffline: `${CURSOR}false` })?.markdown).toContain('**false**, not true');
    expect(hover({ LocalAuthorizeOffline: `${CURSOR}true` })?.markdown).toContain(
      '**true**, as GreenFlux asks',
    );
  });

  test('as long as the kind of station is not known, every kind is named', () => {
    const markdown = hover({
      [`MeterValue${CURSOR}SampleInterval`]: '900',
      MeterValueSampleInterval: '900',
    })?.markdown;
    expect(markdown).toContain('Here: **900 s = 15 min**, right for only one kind of station.');
    expect(markdown).toContain(
      'GreenFlux asks for **300 s (5 min)** for AC with smart charging or DC without smart charging, **900 s (15 min)** for AC without smart charging, **30 s** for DC with smart charging; 300 s (5 min) as long as that is not known.',
    );
  });

  test('for a known kind of station the advice is that of this kind, with the reason', () => {
    const markdown = hover(
      {
        SupportedFeatureProfiles: 'Core,SmartCharging',
        ConnectionTimeOut: '60',
        [`MeterValueSample${CURSOR}Interval`]: '300',
      },
      { station: { current: 'DC' } },
    )?.markdown;
    expect(markdown).toContain(
      'GreenFlux asks for **30 s** for DC with smart charging (a setting says so; SupportedFeatureProfiles lists SmartCharging)',
    );
  });

  test('each item of a list', () => {
    const list = (items: string) => hover({ MeterValuesSampledData: items })?.markdown;
    expect(list(`Energy.Active.Import.Register,Cur${CURSOR}rent.Import`)).toMatch(
      /^\*\*Current\.Import\*\* · A · right now\n\nCurrent/,
    );
    expect(list(`Voltage.L1,Current.Import.L${CURSOR}2`)).toContain('L2: second phase');
    expect(list(`${CURSOR}SoC.L1`)).toContain('write it without a phase');
    expect(list(`Power.Offered, ${CURSOR}Energy.Active.Import.Register`)).toContain(
      'GreenFlux asks for it (mandatory).',
    );
    expect(list(`${CURSOR}Energy.Active.Net`)).toContain('is no measurand of OCPP 1.6');
    expect(hover({ ConnectorPhaseRotation: `1.RST,2.R${CURSOR}TS` })?.markdown).toContain(
      'Connector 2: **RTS**, L2 and L3 swapped',
    );
    expect(hover({ SupportedFeatureProfiles: `Core,Smart${CURSOR}Charging` })?.markdown).toContain(
      '**SmartCharging**: Charging profiles',
    );
  });

  test('an item that nobody knows says what the list is', () => {
    expect(hover({ MeterValuesSampledData: `Frob${CURSOR}nicate` })?.markdown).toMatch(
      /^\*\*MeterValuesSampledData\*\*: \*\*1 item\*\*/,
    );
  });

  test('a misspelt key is explained under its right name', () => {
    expect(hover({ [`MeterValue${CURSOR}SampledData`]: 'Energy.Active.Import.Register' })?.markdown).toMatch(
      /^\*\*MeterValuesSampledData\*\*, written `MeterValueSampledData` here · /,
    );
  });

  test('a name of another edition is said to be one', () => {
    const markdown = hover({ [`CertificateSigned${CURSOR}MaxChain`]: '3' })?.markdown;
    expect(markdown).toContain('`CertificateSignedMaxChain` is a key that was withdrawn.');
    expect(markdown).toContain('Use **CertificateSignedMaxChainSize** instead.');
  });

  test('nothing on unknown keys and between entries', () => {
    expect(hover({ [`Acme${CURSOR}Mode`]: '3' })).toBeUndefined();
    expect(hover({ AcmeMode: `${CURSOR}3` })).toBeUndefined();
    expect(
      hover({ HeartbeatInterval: `900\n${CURSOR}`.replace('\n', name === 'INI' ? '\n\n' : '" }\n, "') }),
    ).toBeUndefined();
  });

  test('without an operator there is no advice, but what is usual', () => {
    const markdown = hover(
      { [`WebSocket${CURSOR}PingInterval`]: '10' },
      { knowledge: knowledgeWithoutOperator },
    )?.markdown;
    expect(markdown).not.toContain('GreenFlux');
    expect(markdown).toContain('Usual: 30 s to 180 s (3 min), because');
  });
});

test('no key of the catalog has too long a hover or one with holes', () => {
  for (const facts of catalog.keys) {
    const text = written('JSON', {
      MeterValueSampleInterval: '300',
      HeartbeatInterval: '900',
      [facts.name]: facts.default ?? facts.examples?.[0] ?? 'true',
    });
    const understood = understoodText(text);
    const markdown = hoverAt(understood, text.indexOf(`"${facts.name}"`) + 2)?.markdown ?? '';
    expect(linesOf(markdown).length, `${facts.name}\n${markdown}`).toBeLessThanOrEqual(MOST_LINES);
    expect(markdown).not.toMatch(/undefined|NaN|\[object|\*\*\*\*|\.\.(?!\.)/);
    expect(linesOf(markdown).at(-1)).toMatch(/^Source: /);
  }
});

test("a program's own section has no OCPP keys", () => {
  const text = `[ChargePoint]\nConnectionTimeout=2000\nHeartbeatInterval=5\n[Ocpp]\nConnectionTimeOut=60\nHeartbeatInterval=900\n`;
  const understood = understoodText(text, INI);
  expect(hoverAt(understood, text.indexOf('ConnectionTimeout=2000') + 3)).toBeUndefined();
  expect(hoverAt(understood, text.indexOf('ConnectionTimeOut=60') + 3)).toBeDefined();
});

test('a byte order mark, CRLF and escapes in names and values', () => {
  checkHoverOver(
    '\ufeff[Ocpp]\r\nHeartbeatInterval=900\r\nConnectionTime<|>Out=60\r\n',
    'ConnectionTimeOut',
    INI,
  );
  const escaped = String.raw`{ "configurationKey": [ { "key": "\u0048eartbeat<|>Interval", "value": "900" }, { "key": "ConnectionTimeOut", "value": "60" } ] }`;
  checkHoverOver(escaped, String.raw`\u0048eartbeatInterval`);
  const list = String.raw`{ "configurationKey": [ { "key": "MeterValuesSampledData", "value": "\u0043urrent.Import,Current.<|>Offered" }, { "key": "ConnectionTimeOut", "value": "60" } ] }`;
  checkHoverOver(list, 'Current.Offered');
});

test('half-typed text is explained all the same', () => {
  checkHoverOver('{ "configurationKey": [ { "key": "Heartbeat<|>Interval", "value": "9', 'HeartbeatInterval');
  checkHoverOver('[Ocpp]\nHeartbeatInterval=900\nConnectionTimeOut=6<|>', '6', INI);
});

/** Names and values as somebody might write them who wants a click, a picture or a command in the hover. */
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '](command:workbench.action.quit)',
  '[click](https://evil.example)',
  '`` ` ` ``` code',
  '\u202egnp.exe',
  '**bold** _it_ ~~gone~~ <https://evil.example> www.evil.example a@evil.example',
];

describe.each(HOSTILE)('hostile text %j', (hostile) => {
  test('is shown letter for letter', () => {
    const value = JSON.stringify(hostile).slice(1, -1);
    const text = `{ "chargePointModel": "${value}", "currentOutType": "AC ${value}", "configurationKey": [
      { "key": "MeterValueSampleInterval", "value": "300" },
      { "key": "HeartbeatInterval", "value": "${value}" },
      { "key": "CpoName", "value": "${value}" },
      { "key": "MeterValuesSampledData", "value": "${value}" },
      { "key": "PublicKeyWithSignedMeterValue", "value": "${value}" } ] }`;
    const understood = understoodText(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const html = marked.parse(hoverAt(understood, offset)?.markdown ?? '', { async: false });
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url);
      expect(
        links.filter((url) => !/^https:\/\/(openchargealliance\.org|greenflux\.helpkit\.so)\//.test(url)),
      ).toEqual([]);
      expect(html).not.toMatch(/<img|<del|<em>/);
      expect(html).not.toContain('\u202e');
    }
  });
});

test('secrets are never shown', () => {
  const secret = 'DEADBEEF0123456789ABCDEF01234567';
  for (const { name, options } of NOTATIONS) {
    const text = written(name, {
      HeartbeatInterval: '900',
      AuthorizationKey: secret,
      ConnectionTimeOut: '60',
    });
    const understood = understoodText(text, options);
    for (let offset = 0; offset <= text.length; offset++) {
      expect(hoverAt(understood, offset)?.markdown ?? '').not.toContain(secret);
    }
    expect(placeAt(understood, text.indexOf(secret) + 3)?.kind).toBe('value');
  }
});

function entryOf(understood: Understood, key: string): ConfigEntry {
  const found = understood.resolved.scopes[0]?.entryFor(key);
  if (found === undefined) throw new Error(`${key} is not in the text`);
  return found.entry;
}

function checkHoverOver(markedText: string, over: string, options: CheckOptions = {}): void {
  const hover = hoverIn(markedText, options);
  const text = markedText.replace(CURSOR, '');
  expect(hover && text.slice(hover.range.start, hover.range.end)).toBe(over);
}
