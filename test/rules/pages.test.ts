/**
 * The page of a rule is its test: every fenced block under *Wrong* shows its problems on `//~` lines below the place,
 * every block under *Right* has none. `UPDATE=1 npx vitest run test/rules` writes the marks anew; read the difference.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editsFor, fixAll } from '../../server/src/fixes.ts';
import { rulePages } from '../../server/src/platform/bundled-knowledge.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { adviceOf } from '../helpers/knowledge.ts';
import { analysisOf, checkProblems, readMarks, withDefaults, withMarks } from '../helpers/problems.ts';

const HEADINGS = ['What it checks', 'Why', 'How to fix', 'Wrong', 'Right'];
const FOLDER = new URL('../../server/src/rules/', import.meta.url);
/** Rules that stand for many ids are tested by their pages. */
const STAND_FOR_MANY = ['operator-recommendation', 'operator-role', 'operator-role-name'];
const update = process.env.UPDATE === '1';

interface Block {
  readonly language: string;
  readonly text: string;
}

/** As they are in the repository: what readers get has no marks. */
const pages = Object.keys(rulePages()).map(
  (id) => [id, readFileSync(new URL(`${id}.md`, FOLDER), 'utf8')] as const,
);

test('readers see no marks', () => {
  for (const page of Object.values(rulePages())) expect(page).not.toContain('//~');
});

test('every rule and every recommendation has a page, and every page a rule', () => {
  const greenflux = adviceOf('greenflux').profile;
  const recommendations = greenflux.recommendations.map(
    (recommendation) => `${greenflux.id}/${recommendation.id}`,
  );
  const ids = [
    ...RULES.map((rule) => rule.id).filter((id) => !STAND_FOR_MANY.includes(id)),
    ...recommendations,
  ];
  expect(pages.map(([id]) => id).sort()).toEqual(ids.sort());
});

describe.each(pages)('%s', (id, page) => {
  const sections = sectionsOf(page);

  test('has the usual headings', () => {
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    expect([...sections.keys()]).toEqual(HEADINGS);
  });

  test('has wrong and right examples', () => {
    expect(blocksOf(sections.get('Wrong')).length).toBeGreaterThan(0);
    expect(blocksOf(sections.get('Right')).length).toBeGreaterThan(0);
  });

  for (const [index, block] of blocksOf(sections.get('Wrong')).entries()) {
    test(`wrong example ${index + 1} (${block.language})`, () => {
      const path = pathFor(block);
      if (update) renew(id, block);
      else checkProblems(block.text, { path });
      const { text } = readMarks(block.text);
      const own = analysisOf(text, { path }).problems.filter((problem) => problem.rule === id);
      expect(own.length, 'problems of this rule').toBeGreaterThan(0);
      checkSafeFixes(text, path);
    });
  }

  for (const [index, block] of blocksOf(sections.get('Right')).entries()) {
    test(`right example ${index + 1} (${block.language})`, () => {
      checkProblems(block.text, { path: pathFor(block) });
    });
  }
});

/** Each fix alone makes its own problem go away, adds none that is worse, and all safe ones together converge. */
function checkSafeFixes(text: string, path: string): void {
  const { document, problems } = analysisOf(text, { path });
  for (const problem of problems) {
    for (const fix of problem.fixes) {
      const fixed = applyEdits(text, editsFor(document, fix));
      expect(fixed).not.toBe(text);
      const after = analysisOf(fixed, { path }).problems;
      const before = problems.filter((other) => other.rule === problem.rule && other.key === problem.key);
      const still = after.filter((other) => other.rule === problem.rule && other.key === problem.key);
      expect(still.length, `${problem.rule} after "${fix.title}"`).toBeLessThan(before.length);
    }
  }
  const all = fixAll(text, withDefaults({ path }));
  expect(all?.analysis.problems.filter((problem) => problem.fixes[0]?.safe)).toEqual([]);
}

function sectionsOf(page: string): Map<string, string> {
  const sections = new Map<string, string>();
  for (const part of page.split(/^## /m).slice(1)) {
    const end = part.indexOf('\n');
    sections.set(part.slice(0, end), part.slice(end + 1));
  }
  return sections;
}

function blocksOf(section = ''): Block[] {
  return [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map((match) => ({
    language: match[1] ?? '',
    text: (match[2] ?? '').replace(/\n$/, ''),
  }));
}

function pathFor({ language }: Block): string {
  return `charger.${language}`;
}

function renew(id: string, block: Block): void {
  const file = new URL(`${id}.md`, FOLDER);
  const page = readFileSync(file, 'utf8');
  const { text } = readMarks(block.text);
  const problems = analysisOf(text, { path: pathFor(block) }).problems;
  writeFileSync(
    file,
    page.replace(block.text, () => withMarks(text, problems)),
  );
}
