/**
 * A talk between an editor and the server as a text, a message a line, so that it can be cut, mixed and read:
 *
 *     initialize pull
 *     open 0 1
 *     change 0 3:4-3:9 "\n"
 *     hover 0 3:4
 *     cancel
 *
 * The first number is the document (`DOCUMENTS`), where there is a place it comes next. Every text is a script: a line that is
 * none is left out, and what a line lacks is left out of its message.
 */

import { REQUESTS } from './message-requests.ts';

/** The documents that a script can speak of. */
const DOCUMENTS = [
  { uri: 'file:///site/one.json', languageId: 'json' },
  { uri: 'file:///site/two.ini', languageId: 'ini' },
  { uri: 'untitled:Untitled-1', languageId: 'json' },
  { uri: 'file:///site/.ocpp-config.json', languageId: 'jsonc' },
  { uri: 'file:///site/a%20b.log', languageId: 'plaintext' },
] as const;

/** The texts that documents can begin with. */
const TEXTS: readonly string[] = [
  '',
  `{
  // ocpp-config: current=AC
  "chargePointVendor": "Acme",
  "configurationKey": [
    { "key": "HeartbeatInterval", "readonly": false, "value": "often" },
    { "key": "WebsocketPingInterval", "readonly": false, "value": "0" },
    { "key": "MeterValuesSampledData", "readonly": false, "value": "Voltage,Energy.Active" },
    { "key": "AcmeLight", "readonly": false, "value": "green" }
  ]
}
`,
  '# ocpp-config-ignore key-casing: so it came\n[Ocpp]\nheartbeatInterval = 30\r\nWebSocketPingInterval=500\n\nLocalPreAuthorize=yes\nConnectionTimeOut=60\n',
  '{ "operator": "none", "station": { "vendor": "Acme" }, "rules": { "value-type": "hint" } }',
  '{ "configurationKey": [ { "key": "HeartbeatInterval", "value": "9',
  '12:00 [2,"1","ChangeConfiguration",{"key":"HeartbeatInterval","value":"x"}]\n12:01 [3,"1",{"status":"Rejected"}]\n',
  '{ "name": "my-app", "scripts": { "build": "tsc" } }',
];

/** What an editor may have as settings of ours. */
const SETTINGS: readonly unknown[] = [
  null,
  { operator: 'none' },
  { operator: 'greenflux', station: { current: 'DC', smartCharging: 'on' }, rules: { 'value-type': 'off' } },
  { operator: 7, rules: 'all', shapes: { '**/*.ini': 'off' }, workspace: { check: 'on' } },
];

export interface Place {
  readonly line: number;
  readonly character: number;
}

export type Step =
  | { readonly kind: 'initialize'; readonly pulls: boolean }
  | { readonly kind: 'request' | 'notification'; readonly method: string; readonly params: unknown }
  /** Another item of what was answered last to a request that has a request to tell more of one. */
  | { readonly kind: 'resolve'; readonly method: string; readonly of: string; readonly index: number }
  | { readonly kind: 'settings'; readonly settings: unknown }
  /** Takes back one of the last requests, counted from the end. */
  | { readonly kind: 'cancel'; readonly back: number }
  /** Lets the server work: for a turn, or until all is answered. */
  | { readonly kind: 'pause' | 'wait' };

/** A step, and whether its message is as the protocol has it. */
export interface ScriptStep {
  readonly step: Step;
  readonly isProper: boolean;
}

/** What a line says besides its first word. */
export interface Words {
  readonly uri: string | undefined;
  readonly languageId: string;
  /** Undefined where the line has none. */
  readonly range: { readonly start: Place; readonly end: Place } | undefined;
  /** The first number of the line behind the document. */
  readonly number: number;
  readonly text: string;
}

/** The steps of a script, which says hello first unless it says it later itself. */
export function readScript(script: string): readonly ScriptStep[] {
  const steps = script.split('\n').flatMap(readLine);
  const saysHello = steps.some(({ step }) => step.kind === 'initialize');
  return saysHello ? steps : [{ step: { kind: 'initialize', pulls: true }, isProper: true }, ...steps];
}

/** No longer talk is of use. */
const LONGEST_LINE = 400;

function readLine(line: string): readonly ScriptStep[] {
  const [, verb = '', rest = ''] = /^([a-z][\w$/-]*)[ \t]*(.*)$/i.exec(line.slice(0, LONGEST_LINE)) ?? [];
  // The end of the process would be that of whoever runs the script.
  if (verb === '' || verb === 'exit') return [];
  const words = readWords(rest);
  switch (verb) {
    case 'initialize':
      return proper({ kind: 'initialize', pulls: !rest.startsWith('push') });
    case 'initialized':
      return proper({ kind: 'notification', method: 'initialized', params: {} });
    case 'cancel':
      return proper({ kind: 'cancel', back: words.number });
    case 'pause':
    case 'wait':
      return proper({ kind: verb });
    case 'settings':
      return proper({ kind: 'settings', settings: SETTINGS[words.number % SETTINGS.length] });
    case 'resolve':
      return [resolveStep(rest, words)];
    case 'raw':
    case 'tell':
      return rawStep(verb === 'raw' ? 'request' : 'notification', rest);
    default:
      return [NOTIFICATIONS[verb]?.(words) ?? requestStep(verb, words)];
  }
}

function proper(step: Step): readonly ScriptStep[] {
  return [{ step, isProper: true }];
}

const NOTIFICATIONS: Readonly<Record<string, ((words: Words) => ScriptStep) | undefined>> = {
  open: ({ uri, languageId, number }) =>
    about(uri, 'textDocument/didOpen', {
      textDocument:
        uri === undefined ? undefined : { uri, languageId, version: 1, text: TEXTS[number % TEXTS.length] },
    }),
  change: ({ uri, range, text, number }) =>
    about(range === undefined ? undefined : uri, 'textDocument/didChange', {
      textDocument: { uri, version: number },
      contentChanges: [{ range, text }],
    }),
  replace: ({ uri, number }) =>
    about(uri, 'textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: TEXTS[number % TEXTS.length] }],
    }),
  close: ({ uri }) => about(uri, 'textDocument/didClose', { textDocument: { uri } }),
  save: ({ uri }) => about(uri, 'textDocument/didSave', { textDocument: { uri } }),
  watched: ({ uri, number }) =>
    about(uri, 'workspace/didChangeWatchedFiles', {
      changes: uri === undefined ? [] : [{ uri, type: 1 + (number % 3) }],
    }),
};

function about(uri: string | undefined, method: string, params: unknown): ScriptStep {
  return { step: { kind: 'notification', method, params }, isProper: uri !== undefined };
}

function requestStep(verb: string, words: Words): ScriptStep {
  const known = REQUESTS[verb];
  // Nobody knows it: that is an answer too. With the name of a request of ours it lacks what that needs.
  if (known === undefined) {
    return { step: { kind: 'request', method: verb, params: {} }, isProper: !verb.includes('/') };
  }
  const isProper = words.uri !== undefined && (known.needs !== 'place' || words.range !== undefined);
  return { step: { kind: 'request', method: known.method, params: known.params(words) }, isProper };
}

const RESOLVES: Readonly<Record<string, string | undefined>> = {
  completion: 'completionItem/resolve',
  lens: 'codeLens/resolve',
  hint: 'inlayHint/resolve',
};

function resolveStep(rest: string, { number }: Words): ScriptStep {
  const of = Object.keys(RESOLVES).find((name) => rest.startsWith(name)) ?? 'completion';
  const method = RESOLVES[of] ?? '';
  return { step: { kind: 'resolve', method, of: REQUESTS[of]?.method ?? '', index: number }, isProper: true };
}

/** A message with parameters of any kind: `raw textDocument/hover {"position":7}`. */
function rawStep(kind: 'request' | 'notification', rest: string): readonly ScriptStep[] {
  const [, method = '', json = ''] = /^([\w$/]+)[ \t]*(.*)$/.exec(rest) ?? [];
  if (method === '' || method === 'exit' || method === 'initialize') return [];
  return [{ step: { kind, method, params: parsed(json) }, isProper: false }];
}

/** JSON-RPC has objects and lists as parameters. */
function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // A text that is no JSON is no parameter either.
    return undefined;
  }
}

function readWords(rest: string): Words {
  const [, index, more = ''] = /^(\d)(?:[ \t]+(.*))?$/.exec(rest) ?? ['', undefined, rest];
  const document = index === undefined ? undefined : DOCUMENTS[Number(index) % DOCUMENTS.length];
  const [, startLine, startCharacter, endLine, endCharacter] =
    /(\d{1,9}):(\d{1,9})(?:-(\d{1,9}):(\d{1,9}))?/.exec(more) ?? [];
  const start = { line: Number(startLine), character: Number(startCharacter) };
  return {
    uri: document?.uri,
    languageId: document?.languageId ?? '',
    range:
      startLine === undefined
        ? undefined
        : {
            start,
            end: endLine === undefined ? start : { line: Number(endLine), character: Number(endCharacter) },
          },
    number: Number(/(?:^|[ \t])(\d{1,4})/.exec(more)?.[1] ?? index ?? 0),
    text: textIn(more),
  };
}

/** What stands in quotes, with escapes as in JSON. */
function textIn(words: string): string {
  const quoted = /"(?:[^"\\]|\\.)*"/.exec(words)?.[0];
  if (quoted === undefined) return '';
  const text: unknown = parsedText(quoted);
  return typeof text === 'string' ? text : '';
}

function parsedText(quoted: string): unknown {
  try {
    return JSON.parse(quoted);
  } catch {
    // As it stands, where it has an escape that there is not.
    return quoted.slice(1, -1);
  }
}
