import type { HintKind } from '../features/inlay-hints.ts';
import { SHAPE_IDS } from '../formats/index.ts';
import { SEPARATORS, type Separators } from '../formats/layout.ts';
import { SEVERITIES, type Severity } from '../model/problem.ts';
import type { StationOverride } from '../model/station.ts';

/** What a user has set, for one file. */
export interface Settings {
  /** Undefined: no operator's recommendations. */
  readonly operator: string | undefined;
  readonly station: StationOverride;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Shape, or `off`, by glob; the last glob that matches wins. */
  readonly shapes: Readonly<Record<string, string>>;
  /** Files or folders of own vendor packs, relative to the workspace folder. */
  readonly packs: readonly string[];
  readonly profiles: readonly string[];
  /** Whether lines above the text say what was recognised, and what can be done. */
  readonly codeLens: boolean;
  /** The blanks round the `=` of INI files, when a file is formatted. */
  readonly separators: Separators;
  /** Which hints are shown in the text. */
  readonly inlayHints: readonly HintKind[];
  readonly workspace: WorkspaceSettings;
}
/** How a folder is looked at beyond what is open in it. */
export interface WorkspaceSettings {
  readonly check: 'auto' | 'on' | 'off';
  readonly budget: WorkspaceBudget;
}

/** What a look at a folder may cost. */
export interface WorkspaceBudget {
  /** How many files may be opened. */
  readonly files: number;
  /** Bytes of the largest file. */
  readonly fileSize: number;
  readonly seconds: number;
}

/** The first part of every setting's name. */
export const SECTION = 'ocppConfig';

/** One setting, declared once: `package.json` and the manual are generated from this. */
export interface SettingDeclaration {
  /** Without the section: `station.current`. */
  readonly name: string;
  readonly scope: 'resource' | 'window';
  /** The members of a JSON Schema that say which values are allowed. */
  readonly schema: SettingSchema;
  readonly default: unknown;
  /** Markdown; the first sentence says what it does. */
  readonly description: string;
}

export interface SettingSchema {
  readonly type: 'string' | 'object' | 'array' | 'boolean' | 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  /** Markdown, one for each of `enum`. */
  readonly markdownEnumDescriptions?: readonly string[];
  readonly items?: SettingSchema;
  readonly additionalProperties?: SettingSchema | false;
  readonly properties?: Readonly<Record<string, SettingSchema & { readonly markdownDescription: string }>>;
}

const SEVERITY_SCHEMA: SettingSchema = {
  type: 'string',
  enum: [...SEVERITIES, 'off'],
  markdownEnumDescriptions: [
    'Breaks charging, billing or the connection.',
    'Works, but badly or not everywhere.',
    'Worth knowing.',
    'Shown by three dots only.',
    'Not reported at all.',
  ],
};

/** Every setting, in the order of the manual. */
export const SETTINGS: readonly SettingDeclaration[] = [
  {
    name: 'operator',
    scope: 'resource',
    schema: {
      type: 'string',
      enum: ['greenflux', 'none'],
      markdownEnumDescriptions: ['What GreenFlux asks of a charge station.', 'No recommendations.'],
    },
    default: 'greenflux',
    description: "Whose recommendations the values are compared with, besides OCPP's own rules.",
  },
  {
    name: 'station.current',
    scope: 'resource',
    schema: {
      type: 'string',
      enum: ['auto', 'AC', 'DC'],
      markdownEnumDescriptions: [
        'As the file shows it; where it does not, messages name both cases.',
        'The files are for AC stations.',
        'The files are for DC stations.',
      ],
    },
    default: 'auto',
    description:
      'Whether the station charges with AC or DC. Some recommendations depend on it. A comment in the file (`# ocpp-config: current=DC`) wins over this setting.',
  },
  {
    name: 'station.smartCharging',
    scope: 'resource',
    schema: {
      type: 'string',
      enum: ['auto', 'on', 'off'],
      markdownEnumDescriptions: [
        'As the file shows it; where it does not, messages name both cases.',
        'The stations take charging profiles.',
        'The stations take no charging profiles.',
      ],
    },
    default: 'auto',
    description:
      'Whether the station is used with smart charging. Some recommendations depend on it. A comment in the file (`# ocpp-config: smart-charging=on`) wins over this setting.',
  },
  {
    name: 'station.vendor',
    scope: 'resource',
    schema: { type: 'string' },
    default: '',
    description:
      "Whose stations the files are for: any name of the vendor. Empty: as the file shows it. The vendor's own keys are explained, and standard keys are judged as its stations take them. A comment in the file (`# ocpp-config: vendor=keba`) wins over this setting.",
  },
  {
    name: 'station.model',
    scope: 'resource',
    schema: { type: 'string' },
    default: '',
    description:
      'The model of the stations, as they report it or as the vendor calls it. Empty: as the file shows it. It tells AC from DC, and what differs from model to model. A comment in the file (`# ocpp-config: model=KC-P30`, or `model="Terra AC"` with blanks) wins over this setting.',
  },
  {
    name: 'rules',
    scope: 'resource',
    schema: { type: 'object', additionalProperties: SEVERITY_SCHEMA },
    default: {},
    description:
      'How grave a problem is, by its id, or `off`. `greenflux/*` stands for all recommendations of that operator.\n\n```json\n"ocppConfig.rules": { "key-casing": "off", "greenflux/heartbeat-interval": "hint" }\n```',
  },
  {
    name: 'shapes',
    scope: 'resource',
    schema: { type: 'object', additionalProperties: { type: 'string', enum: [...SHAPE_IDS, 'off'] } },
    default: {},
    description:
      'What kind of file it is, by glob, where that is not recognised: the name of a shape, or `off` for files that are not charger configurations. A glob without a slash is compared with the file name, others with the path. The last one that matches wins.\n\n```json\n"ocppConfig.shapes": { "*.fleet.json": "flat-map", "**/backend/*.ini": "off" }\n```',
  },
  {
    name: 'packs',
    scope: 'resource',
    schema: { type: 'array', items: { type: 'string' } },
    default: [],
    description:
      'Your own vendor packs: files, or folders whose files that end in `.ocpp-pack.json` are read, relative to the workspace folder and inside of it. A project file (`.ocpp-config.json`) can name packs too, for everybody who works on the files; those win.',
  },
  {
    name: 'profiles',
    scope: 'resource',
    schema: { type: 'array', items: { type: 'string' } },
    default: [],
    description:
      'Your own operator profiles: files, or folders whose files that end in `.ocpp-profile.json` are read, relative to the workspace folder and inside of it. Choose one by its id in `ocppConfig.operator` or in a project file.',
  },
  {
    name: 'codeLens',
    scope: 'resource',
    schema: { type: 'boolean' },
    default: true,
    description:
      'Shows above the first line of a file what was recognised, how many problems there are, how many recommended values can be applied, and a link to the summary. In a file with several stations each has its own line as well. All code lenses of the editor are turned off by `editor.codeLens`.',
  },
  {
    name: 'inlayHints.quantities',
    scope: 'resource',
    schema: { type: 'boolean' },
    default: true,
    description:
      'Shows behind a number what it is in the unit a person thinks in: 900 s `= 15 min`, 4500 Wh `= 4.5 kWh`, 16000 mA `= 16 A`. Not where a comment beside it says so. All hints of the editor are turned off by `editor.inlayHints.enabled`.',
  },
  {
    name: 'inlayHints.recommendations',
    scope: 'resource',
    schema: { type: 'boolean' },
    default: true,
    description:
      'Shows behind a value what the operator recommends where that is another one: `recommended: 900 s (15 min)`. A double click sets it.',
  },
  {
    name: 'format.separators',
    scope: 'resource',
    schema: {
      type: 'string',
      enum: [...SEPARATORS],
      markdownEnumDescriptions: [
        'As most of the file has it; what stands in columns stays in columns.',
        '`Key=value`',
        '`Key = value`',
        'A blank before each `=`, and more where it takes that to put those of neighbouring lines below each other.',
      ],
    },
    default: 'auto',
    description:
      'How *Format Document* writes the `=` of INI files. Files of open-ocpp, whose blanks belong to the value, and `.env` files, which take none, are not affected. JSON is formatted by the editor itself, or by *OCPP: Format this file*, which leaves each entry on its line.',
  },
  {
    name: 'workspace.check',
    scope: 'resource',
    schema: {
      type: 'string',
      enum: ['auto', 'on', 'off'],
      markdownEnumDescriptions: [
        'As soon as a charger configuration is open or the folder has a project file.',
        'As soon as the folder is open.',
        'Only files that are open are checked, and none is compared with another one.',
      ],
    },
    default: 'auto',
    description:
      'Whether the files of the folder are checked that are not open. What git, a project file or `files.exclude` leaves out is left out here too, and so is everything that is no charger configuration. Only then are files compared with each other. *OCPP: Check all files of the workspace* does it once, whatever this says.',
  },
  {
    name: 'workspace.maxFiles',
    scope: 'resource',
    schema: { type: 'integer', minimum: 1, maximum: 100_000 },
    default: 5_000,
    description:
      'How many files of the folder are opened to see whether they are charger configurations. When there are more, the log says so.',
  },
  {
    name: 'workspace.maxFileSize',
    scope: 'resource',
    schema: { type: 'integer', minimum: 1, maximum: 102_400 },
    default: 1_024,
    description: 'Larger files, in KiB, are only looked at when they are open.',
  },
  {
    name: 'workspace.maxSeconds',
    scope: 'resource',
    schema: { type: 'integer', minimum: 1, maximum: 3_600 },
    default: 60,
    description:
      'How long one look at the files of the folder may take. When it ends early, the log says so.',
  },
  {
    name: 'trace.server',
    scope: 'window',
    schema: {
      type: 'string',
      enum: ['messages', 'verbose'],
      markdownEnumDescriptions: ['Each message and how long it took.', 'The contents of messages as well.'],
    },
    default: 'messages',
    description:
      'What of the talk between editor and language server goes into the log, once the log is set to the level *Trace* (*OCPP: Show log*, then the gear).',
  },
];

/**
 * Reads what an editor gives for the section. Whatever is missing or not as declared counts as not set; `complain` is
 * told of the latter.
 */
export function readSettings(section: unknown, complain: (message: string) => void): Settings {
  const read = new SettingsReader(section, complain);
  const operator = read.operator();
  const current = read.choice('station.current');
  const smartCharging = read.choice('station.smartCharging');
  return {
    operator: operator === 'none' ? undefined : operator,
    station: {
      current: current === 'AC' || current === 'DC' ? current : undefined,
      smartCharging: smartCharging === 'auto' ? undefined : smartCharging === 'on',
      vendor: read.text('station.vendor'),
      model: read.text('station.model'),
    },
    severities: read.record('rules', isSeverityOrOff),
    shapes: read.record('shapes', isShapeOrOff),
    packs: read.texts('packs'),
    profiles: read.texts('profiles'),
    codeLens: read.flag('codeLens'),
    separators: read.oneOf('format.separators', SEPARATORS),
    inlayHints: [
      ...(read.flag('inlayHints.quantities') ? (['quantity'] as const) : []),
      ...(read.flag('inlayHints.recommendations') ? (['recommendation'] as const) : []),
    ],
    workspace: {
      check: read.choice('workspace.check') as WorkspaceSettings['check'],
      budget: {
        files: read.count('workspace.maxFiles'),
        fileSize: read.count('workspace.maxFileSize') * 1_024,
        seconds: read.count('workspace.maxSeconds'),
      },
    },
  };
}

class SettingsReader {
  readonly #section: unknown;
  readonly #complain: (message: string) => void;

  constructor(section: unknown, complain: (message: string) => void) {
    this.#section = section;
    this.#complain = complain;
  }

  /** One of the strings that the declaration lists. */
  choice(name: string): string {
    const { schema, default: fallback } = declarationOf(name);
    const value = this.#value(name);
    if (value === undefined) return String(fallback);
    if (isString(value) && schema.enum?.includes(value)) return value;
    this.#complain(
      `${SECTION}.${name} is ${JSON.stringify(value)}, which is not one of ${schema.enum?.join(', ')}.`,
    );
    return String(fallback);
  }

  /** The same, with the type of the strings; the first of them is the declaration's default. */
  oneOf<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = this.choice(name);
    return choices.find((choice) => choice === value) ?? choices[0];
  }

  /** An operator's id: one that is declared, or that of a profile of the user's own. */
  operator(): string {
    const value = this.#value('operator');
    return isString(value) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? value : this.choice('operator');
  }

  /** A whole number within the limits of the declaration. */
  count(name: string): number {
    const { schema, default: fallback } = declarationOf(name);
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
    const value = this.#value(name);
    if (value === undefined) return Number(fallback);
    if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
      return value;
    this.#complain(
      `${SECTION}.${name} is ${JSON.stringify(value)}, which is no whole number from ${minimum} to ${maximum}.`,
    );
    return Number(fallback);
  }

  /** A text; an empty one counts as not set. */
  text(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (isString(value)) return value.trim() === '' ? undefined : value.trim();
    this.#complain(`${SECTION}.${name} is ${JSON.stringify(value)}, which is not a text.`);
    return undefined;
  }

  /** Yes or no, as declared where it is not set. */
  flag(name: string): boolean {
    const fallback = declarationOf(name).default === true;
    const value = this.#value(name);
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    this.#complain(`${SECTION}.${name} is ${JSON.stringify(value)}, which is neither true nor false.`);
    return fallback;
  }

  /** A list of texts; other items are left out. */
  texts(name: string): readonly string[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every(isString)) return value;
    this.#complain(`${SECTION}.${name} is ${JSON.stringify(value)}, which is not a list of texts.`);
    return Array.isArray(value) ? value.filter(isString) : [];
  }

  /** An object whose values are all as they must be; others are left out. */
  record<Value>(name: string, isRight: (value: unknown) => value is Value): Readonly<Record<string, Value>> {
    const value = this.#value(name);
    if (value === undefined) return {};
    if (!isObject(value)) {
      this.#complain(`${SECTION}.${name} is ${JSON.stringify(value)}, which is not an object.`);
      return {};
    }
    const right: Record<string, Value> = Object.create(null);
    for (const [key, member] of Object.entries(value)) {
      if (isRight(member)) right[key] = member;
      else this.#complain(`${SECTION}.${name}: ${JSON.stringify(member)} means nothing for "${key}".`);
    }
    return right;
  }

  /** The value at a dotted name; `null` is what editors give for what is not set. */
  #value(name: string): unknown {
    let value: unknown = this.#section;
    for (const part of name.split('.')) value = isObject(value) ? value[part] : undefined;
    return value ?? undefined;
  }
}

function declarationOf(name: string): SettingDeclaration {
  const declaration = SETTINGS.find((candidate) => candidate.name === name);
  if (declaration === undefined) throw new Error(`the setting ${name} is not declared`);
  return declaration;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isSeverityOrOff(value: unknown): value is Severity | 'off' {
  return isString(value) && (SEVERITY_SCHEMA.enum?.includes(value) ?? false);
}

function isShapeOrOff(value: unknown): value is string {
  return isString(value) && (value === 'off' || SHAPE_IDS.includes(value));
}
