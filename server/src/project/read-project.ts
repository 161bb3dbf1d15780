import * as l10n from '@vscode/l10n';
import type { CrossKeyRule } from '../catalog/cross-key-rule.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import { SHAPE_IDS } from '../formats/index.ts';
import { ruleNames } from '../rules/index.ts';
import type { OffsetRange } from '../text/range.ts';
import { parseFile } from './parse-file.ts';
import type { ProjectFile } from './project-file.ts';
import { type FileProblem, type FileSchema, readBySchema, type ValuePath } from './schema-reader.ts';
import { quoted, quotedList, suggestion } from './words.ts';

/** A project file as far as it could be read. Names in it that nobody knows are found by `checkNames`. */
export interface ReadProject {
  readonly file: ProjectFile;
  readonly problems: readonly FileProblem[];
  rangeOf(path: ValuePath): FileProblem['range'];
  nameRangeOf(path: ValuePath): FileProblem['range'];
}

/** Reads a project file. An empty one says nothing, which is no mistake. */
export function readProject(text: string, schema: FileSchema): ReadProject {
  const { root, problems } = parseFile(text);
  const reading = root === undefined ? undefined : readBySchema(root, schema);
  return {
    // What has come through the schema has the form of the type: a test holds the two together.
    file: (reading?.value ?? {}) as ProjectFile,
    problems: [...problems, ...(reading?.problems ?? [])],
    rangeOf: (path) => reading?.rangeOf(path) ?? { start: 0, end: 0 },
    nameRangeOf: (path) => reading?.nameRangeOf(path) ?? { start: 0, end: 0 },
  };
}

/** Operators, rules and shapes that the project file names and that do not exist. */
export function checkNames(
  { file, rangeOf, nameRangeOf }: ReadProject,
  crossKeyRules: readonly CrossKeyRule[],
  profiles: readonly OperatorProfile[],
): readonly FileProblem[] {
  const operators = [...profiles.map(({ id }) => id), 'none'];
  const rules = ruleNames(crossKeyRules, profiles);
  const shapes = [...SHAPE_IDS, 'off'];
  const unknown = (
    what: Named,
    name: string | undefined,
    known: readonly string[],
    range: () => OffsetRange,
  ): readonly FileProblem[] => {
    if (name === undefined || known.includes(name)) return [];
    const advice = suggestion(name, known) ?? l10n.t('There are {0}.', quotedList(known));
    return [{ message: `${noneSuch(what, quoted(name))} ${advice}`, range: range() }];
  };
  const at =
    (...path: ValuePath) =>
    () =>
      rangeOf(path);
  const unknownRules = (of: Pick<ProjectFile, 'rules'>, path: ValuePath) =>
    Object.keys(of.rules ?? {}).flatMap((rule) =>
      unknown('rule', rule, rules, () => nameRangeOf([...path, 'rules', rule])),
    );
  return [
    ...unknown('operator', file.operator, operators, at('operator')),
    ...unknownRules(file, []),
    ...Object.entries(file.shapes ?? {}).flatMap(([glob, shape]) =>
      unknown('shape', shape, shapes, at('shapes', glob)),
    ),
    ...(file.overrides ?? []).flatMap((override, index) => [
      ...unknown('operator', override.operator, operators, at('overrides', index, 'operator')),
      ...unknownRules(override, ['overrides', index]),
      ...unknown('shape', override.shape, shapes, at('overrides', index, 'shape')),
    ]),
    ...(file.ignores ?? []).flatMap(({ rule }, index) =>
      unknown('rule', rule, rules, at('ignores', index, 'rule')),
    ),
  ];
}

type Named = 'rule' | 'operator' | 'shape';

function noneSuch(what: Named, name: string): string {
  switch (what) {
    case 'rule':
      return l10n.t('There is no rule {0}.', name);
    case 'operator':
      return l10n.t('There is no operator {0}.', name);
    case 'shape':
      return l10n.t('There is no shape {0}.', name);
  }
}
