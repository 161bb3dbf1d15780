/**
 * Everything that the editor is shown goes through translation: in a language of other letters, nothing but names and
 * values is left in ours. What is looked at are the examples on the rules' pages and the fixtures of all formats.
 */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Analysis, type AnalysisOptions, analyze } from '../../server/src/analysis.ts';
import { planRecommended } from '../../server/src/features/apply-recommended.ts';
import { fixAllSafe, quickFixesAt } from '../../server/src/features/code-actions.ts';
import { codeLensesOf, lensTitle } from '../../server/src/features/code-lenses.ts';
import { completionsAt, resolveCompletion } from '../../server/src/features/completion.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { ignoreCommentsAt } from '../../server/src/features/ignore-comment.ts';
import { hintDetails, inlayHintsIn } from '../../server/src/features/inlay-hints.ts';
import { stationSummary } from '../../server/src/features/station-summary.ts';
import { type OutlineSymbol, outline } from '../../server/src/features/symbols.ts';
import { pseudoShelf, speakPseudo, untranslatedWords } from './support/pseudo.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
/** So many entries of a file, and proposals at each, are enough to see every kind of text. */
const MOST_ENTRIES = 60;
const MOST_PROPOSALS = 40;

speakPseudo();

test.each<readonly [what: string, say: (analysis: Analysis, options: AnalysisOptions) => Said]>([
  ['messages, fixes and related places', problemTexts],
  ['what was recognised', summaryTexts],
  ['the outline', (analysis) => outline(analysis).flatMap(symbolTexts)],
  ['hovers', hoverTexts],
  ['proposals', proposalTexts],
  ['code actions', actionTexts],
  ['recommended values', recommendationTexts],
  ['inlay hints and code lenses', hintTexts],
])('%s', (_what, say) => {
  const found = new Set<string>();
  for (const { path, text } of samples()) {
    const options = { knowledge: pseudoShelf.knowledge('greenflux'), path };
    const analysis = analyze(text, options);
    if (analysis === undefined) continue;
    const values = valuesIn(analysis);
    for (const said of say(analysis, options)) {
      if (said === undefined) continue;
      const words = untranslatedWords(said, values);
      if (words.length > 0) found.add(`${words.join(' ')} in: ${said} (${path})`);
    }
  }
  expect([...found]).toEqual([]);
});

test('a text that bypasses translation is seen', () => {
  expect(untranslatedWords('HeartbeatInterval is 5; осдн таткгй', '')).toEqual(['is']);
  expect(untranslatedWords('сдтсар [A document](https://example.org)', '')).toEqual([]);
  expect(untranslatedWords('"secret value" сдкдб', 'secret value')).toEqual([]);
});

type Said = readonly (string | undefined)[];

interface Sample {
  readonly path: string;
  readonly text: string;
}

function samples(): readonly Sample[] {
  const read = (path: string): Sample => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') });
  const files = globSync(['test/formats/fixtures/**/*.*', 'examples/**/*.*'], { cwd: projectFolder }).map(
    read,
  );
  const pages = globSync('server/src/rules/pages/**/*.md', { cwd: projectFolder }).map(read);
  const examples = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', example = '']) => ({
      path: `${path}.${language}`,
      text: example.replaceAll(/^\/\/~.*\n/gm, ''),
    })),
  );
  return [...files, ...examples];
}

/** What a file says: the names and values of its entries, and whatever looks like a name in it. */
function valuesIn({ document }: Analysis): string {
  const entries = document.scopes.flatMap((scope) => [
    scope.label,
    ...Object.values(scope.station).flatMap((field) =>
      field === undefined ? [] : [field.field, field.text],
    ),
    ...scope.entries.flatMap(({ address, value }) => [...Object.values(address), value?.text]),
  ]);
  const names = document.text.match(/[\w./-]*[A-Z0-9_./-][\w./-]*/g) ?? [];
  return [...entries, ...names].join(' ');
}

function problemTexts({ problems }: Analysis): Said {
  return problems.flatMap(({ message, fixes, related = [] }) => [
    message,
    ...fixes.map(({ title }) => title),
    ...related.map((place) => place.message),
  ]);
}

function summaryTexts(analysis: Analysis): Said {
  const { text, reasons, shape, purpose, facts } = stationSummary(analysis);
  return [
    text,
    reasons,
    shape,
    purpose,
    ...facts.flatMap(({ label, value, because }) => [label, value, because]),
  ];
}

function symbolTexts({ name, detail, children, kind }: OutlineSymbol): Said {
  const own = kind === 'scope' || kind === 'group' ? [name, detail] : [];
  return [...own, ...children.flatMap(symbolTexts)];
}

function hoverTexts(analysis: Analysis): Said {
  return offsetsIn(analysis).map((offset) => hoverAt(analysis, offset)?.markdown);
}

function proposalTexts(analysis: Analysis): Said {
  return offsetsIn(analysis).flatMap((offset, index) =>
    completionsAt(analysis, offset)
      .slice(0, MOST_PROPOSALS)
      .flatMap(({ description, detail, subject }) => [
        description,
        detail,
        // The documentation is what a hover says, so that a look here and there is enough.
        index % 10 === 0 ? resolveCompletion(analysis, subject) : undefined,
      ]),
  );
}

function actionTexts(analysis: Analysis, options: AnalysisOptions): Said {
  const actions = entriesIn(analysis).flatMap(({ entry: { range } }) => [
    ...quickFixesAt(analysis, range, options),
    ...ignoreCommentsAt(analysis, range),
  ]);
  return [...actions, fixAllSafe(analysis, options)].map((action) => action?.title);
}

function recommendationTexts(analysis: Analysis, options: AnalysisOptions): Said {
  const plan = planRecommended(analysis, options);
  return plan?.scopes.flatMap(({ changes }) => changes.map(({ reason }) => reason)) ?? [];
}

function hintTexts(analysis: Analysis, options: AnalysisOptions): Said {
  const whole = { start: 0, end: analysis.document.text.length };
  const hints = inlayHintsIn(analysis, whole, ['quantity', 'recommendation'], options);
  const lenses = codeLensesOf(analysis, () => true);
  return [
    ...hints.flatMap(({ label, subject }) => [label, hintDetails(analysis, subject)?.tooltip]),
    ...lenses.map((lens) => lensTitle(analysis, lens, options).title),
  ];
}

function entriesIn({ resolved }: Analysis) {
  return resolved.scopes.flatMap(({ entries }) => entries.slice(0, MOST_ENTRIES));
}

/** In each key, at the beginning and the end of each value. */
function offsetsIn(analysis: Analysis): readonly number[] {
  return entriesIn(analysis).flatMap(({ entry: { keyRange, value } }) => [
    keyRange.start + 1,
    ...(value === undefined ? [] : [value.range.start, Math.max(value.range.start, value.range.end - 1)]),
  ]);
}
