import * as l10n from '@vscode/l10n';
import type { Dialect, SyntaxProblem } from '../../model/document.ts';
import type { Steps } from '../../model/steps.ts';
import type { FileHint, ParseOptions } from '../format.ts';
import { isAboutConfigurations } from '../shapes/counter-signals.ts';
import { SHAPES } from '../shapes/index.ts';
import type { JsonFile, ScopePlan, Shape } from '../shapes/shape.ts';
import type { JsonDocument, JsonScope } from './document.ts';
import { readEntries } from './entries.ts';
import { type JsonText, readJson } from './read.ts';
import type { Tape } from './tape.ts';

/** Reads a JSON text as a charger's configuration; undefined when it is none. */
export function* parseJson(text: string, options: ParseOptions): Steps<JsonDocument | undefined> {
  const read = yield* readJson(text);
  const { shape, plans } = recognise(read.tape, options);
  if (shape === undefined) return undefined;
  yield;
  const scopes = yield* scopesOf(read.tape, plans, takesComments(options));
  return {
    text,
    format: 'json',
    shape: shape.id,
    tape: read.tape,
    scopes,
    syntaxProblems: syntaxProblems(read, shape, plans, options),
    comments: read.comments,
  };
}

/** A tape as the shapes see it. */
export function jsonFile(tape: Tape, { isKeyName, path, shape }: ParseOptions): JsonFile {
  const fileName = path?.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) ?? '';
  return { tape, isKeyName, fileName, forced: shape !== undefined };
}

interface Recognised {
  readonly shape: Shape | undefined;
  readonly plans: readonly ScopePlan[];
}

/** The first shape that fits, or the one that the user has fixed, however little of it is there yet. */
function recognise(tape: Tape, options: ParseOptions): Recognised {
  const { shape: wanted } = options;
  const file = jsonFile(tape, options);
  if (wanted !== undefined) {
    const shape = SHAPES.find(({ id }) => id === wanted);
    return { shape, plans: shape?.find(file) ?? [] };
  }
  const isForeign = isAboutConfigurations(tape);
  for (const shape of SHAPES) {
    if (isForeign && shape.beforeCounterSignals !== true) continue;
    const plans = shape.find(file);
    if (plans !== undefined) return { shape, plans };
  }
  return { shape: undefined, plans: [] };
}

/**
 * Makes scopes with their entries from what a shape has found.
 * @param commented whether the program that reads the file takes comments, by the file's name or language
 */
export function* scopesOf(
  tape: Tape,
  plans: readonly ScopePlan[],
  commented: boolean,
): Steps<readonly JsonScope[]> {
  const scopes: JsonScope[] = [];
  for (const plan of plans) {
    if (scopes.length % SCOPES_IN_STEP === SCOPES_IN_STEP - 1) yield;
    scopes.push(yield* scopeOf(tape, plan, scopes.length, commented));
  }
  return scopes;
}

/** A log has many scopes with a few entries each. */
const SCOPES_IN_STEP = 500;

function* scopeOf(tape: Tape, plan: ScopePlan, index: number, commented: boolean): Steps<JsonScope> {
  const first = plan.parts[0]?.node ?? 0;
  const node = plan.node ?? first;
  return {
    index,
    label: plan.label,
    purpose: plan.purpose,
    keysAre: plan.keysAre ?? 'ocpp',
    dialect: commented && !plan.dialect.strict ? withComments(plan.dialect) : plan.dialect,
    entries: yield* readEntries(tape, index, plan.parts),
    references: plan.references ?? [],
    station: plan.station ?? {},
    range: tape.length === 0 ? { start: 0, end: 0 } : { start: tape.start(node), end: tape.end(node) },
    parts: plan.parts,
    mainPart: plan.mainPart ?? 0,
  };
}

function withComments(dialect: Dialect): Dialect {
  return { ...dialect, comments: ['//'] };
}

function syntaxProblems(
  read: JsonText,
  shape: Shape,
  plans: readonly ScopePlan[],
  options: FileHint,
): readonly SyntaxProblem[] {
  const problems = [...read.problems];
  const isAlone = shape.severalDocuments !== true && !/\.(jsonl|ndjson)$/i.test(options.path ?? '');
  if (read.secondRoot !== undefined && isAlone && problems.length === 0) {
    const start = read.secondRoot;
    problems.push({
      range: { start, end: start + 1 },
      message: l10n.t('The file goes on after the end of its JSON value; one file holds one value'),
    });
  }
  const strict = plans.find(({ dialect }) => dialect.strict)?.dialect;
  if (strict !== undefined && !takesComments(options)) problems.push(...refused(read, strict));
  return problems.sort((a, b) => a.range.start - b.range.start);
}

/** What JSONC allows and a strict reader does not. */
function refused(read: JsonText, { reader }: Dialect): SyntaxProblem[] {
  const who = reader ?? l10n.t('The program that reads this file');
  return [
    ...read.comments.map(({ range }) => ({
      range,
      message: l10n.t('{0} takes strict JSON only and refuses the whole file for a comment', who),
    })),
    ...read.trailingCommas.map((start) => ({
      range: { start, end: start + 1 },
      message: l10n.t(
        '{0} takes strict JSON only and refuses the whole file for a comma before a closing bracket',
        who,
      ),
    })),
  ];
}

/** Whether the file is JSON with comments by its name or language, so that its reader must know them. */
function takesComments({ languageId, path }: FileHint): boolean {
  return (
    languageId === 'jsonc' || languageId === 'json5' || /\.(jsonc|json5|code-workspace)$/i.test(path ?? '')
  );
}
