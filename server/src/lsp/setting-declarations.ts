import { SHAPE_IDS } from '../formats/index.ts';
import { SEPARATORS } from '../formats/layout.ts';
import { SEVERITIES } from '../model/problem.ts';

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

export const SEVERITY_SCHEMA: SettingSchema = {
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

/** Throws for a setting that is not declared: a slip of ours. */
export function declarationOf(name: string): SettingDeclaration {
  const declaration = SETTINGS.find((candidate) => candidate.name === name);
  if (declaration === undefined) throw new Error(`the setting ${name} is not declared`);
  return declaration;
}
