import * as l10n from '@vscode/l10n';
import type { UnderstoodText } from '../analysis.ts';
import type { StationContext } from '../model/station.ts';
import { USUAL_OPERATOR } from './project.ts';
import { quoted } from './words.ts';

/** A charger configuration that lies in the folder of the project to be. */
export interface SeenFile {
  /** From that folder, with forward slashes. */
  readonly path: string;
  readonly understood: UnderstoodText;
}

/** A first project file, and a line for each thing in it that says why it is there. */
export interface InitialProject {
  readonly text: string;
  readonly reasons: readonly string[];
}

type StationMember = 'vendor' | 'current' | 'smartCharging';
type Told = string | boolean | undefined;

const MEMBERS: readonly StationMember[] = ['vendor', 'current', 'smartCharging'];

/** From this share of the files on that tell a fact and agree on it, it is said of all. */
const MOST = 0.5;

/**
 * Writes a first project file from what the files show. A fact goes to the top only where no file shows another one,
 * since what the project file says wins over what a file shows; where folders differ, each gets an override.
 */
export function initialProject(files: readonly SeenFile[]): InitialProject {
  const reasons: string[] = [l10n.t('operator: {0}, as it is without a project file', USUAL_OPERATOR)];
  const station: string[] = [];
  const byFolder = new Map<string, string[]>();
  for (const member of MEMBERS) {
    const told = files.map((file) => ({ file, value: toldBy(file, member) }));
    const telling = told.filter(({ value }) => value !== undefined);
    const values = new Set(telling.map(({ value }) => value));
    const [first] = values;
    if (first !== undefined && values.size === 1 && telling.length > files.length * MOST) {
      const because = shownBy(telling.length, files.length);
      reasons.push(`station.${member}: ${String(first)}; ${because}`);
      station.push(`    // ${because}.\n    "${member}": ${JSON.stringify(first)}`);
    } else if (values.size > 1) {
      for (const [folder, value, count] of agreedInFolders(told)) {
        const because = shownIn(folder, count);
        reasons.push(
          l10n.t('{0} in {1}: {2}; {3}', `station.${member}`, quoted(folder), String(value), because),
        );
        byFolder.set(folder, [...(byFolder.get(folder) ?? []), `"${member}": ${JSON.stringify(value)}`]);
      }
      if (![...byFolder.values()].flat().some((text) => text.startsWith(`"${member}"`))) {
        reasons.push(
          l10n.t('{0}: left out, since the files differ: {1}', `station.${member}`, [...values].join(', ')),
        );
      }
    }
  }
  return { text: textOf(files, station, byFolder), reasons };
}

/** What a file shows of its stations; undefined where it shows nothing, or not the same of all of them. */
function toldBy({ understood }: SeenFile, member: StationMember): Told {
  const stations = understood.resolved.scopes
    .filter(({ scope }) => scope.keysAre === 'ocpp')
    .map(({ station }) => factOf(station, member));
  const [first, ...others] = stations;
  return others.every((other) => other === first) ? first : undefined;
}

function factOf({ vendor, vendorId, current, smartCharging }: StationContext, member: StationMember): Told {
  switch (member) {
    case 'vendor':
      return vendorId ?? vendor.value;
    case 'current':
      return current.value;
    case 'smartCharging':
      return smartCharging.value;
  }
}

/** Folders directly below whose files agree: the folder, the value, and how many of its files show it. */
function agreedInFolders(
  told: readonly { readonly file: SeenFile; readonly value: Told }[],
): (readonly [folder: string, value: string | boolean, count: number])[] {
  const folders = new Map<string, Told[]>();
  for (const { file, value } of told) {
    const slash = file.path.indexOf('/');
    if (slash < 0) continue;
    const folder = file.path.slice(0, slash);
    folders.set(folder, [...(folders.get(folder) ?? []), value]);
  }
  return [...folders].flatMap(([folder, values]) => {
    const known = values.filter((value) => value !== undefined);
    const [first] = known;
    const agreed = first !== undefined && new Set(known).size === 1 && known.length > values.length * MOST;
    return agreed ? [[folder, first, known.length] as const] : [];
  });
}

function textOf(
  files: readonly SeenFile[],
  station: readonly string[],
  byFolder: ReadonlyMap<string, readonly string[]>,
): string {
  const overrides = [...byFolder]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([folder, members]) =>
        `    { "files": ${JSON.stringify(`${folder}/**`)}, "station": { ${members.join(', ')} } }`,
    );
  return `${comment(l10n.t('What holds for the charger configurations in this folder and below, in the editor and for ocpp-config.'))}
${comment(shapesWords(files))}
{
${comment(l10n.t('Whose recommendations the values are compared with; "none" for nobody\'s.'), '  ')}
  "operator": "${USUAL_OPERATOR}",

${comment(l10n.t('What all stations are. It wins over what a file shows, so leave out what differs; a comment in a file wins over it:'), '  ')}
  // ocpp-config: current=DC smart-charging=on
  "station": {
${station.length === 0 ? '    // "vendor": "keba", "current": "AC", "smartCharging": true' : station.join(',\n')}
  },

${comment(l10n.t('How grave a problem is, by its id: error, warning, information, hint or off.'), '  ')}
  "rules": {
    // "key-casing": "off"
  },

${comment(l10n.t('What differs for some of the files; a later one wins.'), '  ')}
  "overrides": [
${overrides.length === 0 ? '    // { "files": "dc/**", "station": { "current": "DC" } }' : overrides.join(',\n')}
  ]

${comment(l10n.t('Also possible: "shapes" for files that are not recognised, "packs" and "profiles" for knowledge of your own,\n"ignores" for problems that nobody wants to hear of. An editor that knows the schema completes them.'), '  ')}
}
`;
}

/** A text as comments, one a line of it. */
function comment(text: string, indentation = ''): string {
  return text
    .split('\n')
    .map((line) => `${indentation}// ${line}`)
    .join('\n');
}

function shownBy(telling: number, all: number): string {
  if (all === 1) return l10n.t('{0} of 1 file shows it, and none another', telling);
  return telling === 1
    ? l10n.t('1 of {0} files shows it, and none another', all)
    : l10n.t('{0} of {1} files show it, and none another', telling, all);
}

function shownIn(folder: string, count: number): string {
  return count === 1
    ? l10n.t('1 file in {0} shows it, and none another', `${folder}/`)
    : l10n.t('{0} files in {1} show it, and none another', count, `${folder}/`);
}

/** "Made from 14 files: get-configuration (12), ini-sections (2)." */
function shapesWords(files: readonly SeenFile[]): string {
  const counts = new Map<string, number>();
  for (const { understood } of files) {
    const { shape } = understood.document;
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  if (counts.size === 0) return l10n.t('There were no charger configurations yet when it was made.');
  const shapes = [...counts].sort(([, a], [, b]) => b - a).map(([shape, count]) => `${shape} (${count})`);
  return l10n.t('Made from {0}: {1}.', filesWords(files.length), shapes.join(', '));
}

function filesWords(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count);
}
