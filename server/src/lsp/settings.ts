import type { HintKind } from '../features/inlay-hints.ts';
import { SHAPE_IDS } from '../formats/index.ts';
import { SEPARATORS, type Separators } from '../formats/layout.ts';
import type { Severity } from '../model/problem.ts';
import type { StationOverride } from '../model/station.ts';
import { SEVERITY_SCHEMA } from './setting-declarations.ts';
import { isString, SettingsReader } from './settings-reader.ts';

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

function isSeverityOrOff(value: unknown): value is Severity | 'off' {
  return isString(value) && (SEVERITY_SCHEMA.enum?.includes(value) ?? false);
}

function isShapeOrOff(value: unknown): value is string {
  return isString(value) && (value === 'off' || SHAPE_IDS.includes(value));
}
