/**
 * The page of a rule is its test: every fenced block under *Wrong* shows its problems on `//~` lines below the place,
 * every block under *Right* has none. A block that begins with "```json operator=none" is read without an operator's
 * advice. `UPDATE=1 npx vitest run test/rules` writes the marks anew; read the difference.
 *
 * An example of several files has a heading with each file's path before its block: `### site-1/one.json`. The files
 * whose paths begin with the same folder are one example, and are compared with each other.
 */

import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RulePages } from '../../server/src/lsp/rule-pages.ts';
import { operatorProfiles, rulePages } from '../../server/src/platform/bundled-knowledge.ts';
import { fileFacts } from '../../server/src/resolve/file-facts.ts';
import { KnownFiles } from '../../server/src/resolve/known-files.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { checkFixes } from '../helpers/fixing.ts';
import { adviceOf, catalog, knowledge, knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { analysisOf, type CheckOptions, checkProblems, readMarks, withMarks } from '../helpers/problems.ts';

const HEADINGS = ['What it checks', 'Why', 'How to fix', 'Wrong', 'Right'];
const FOLDER = new URL('../../server/src/rules/pages/', import.meta.url);
const update = process.env.UPDATE === '1';

interface Block {
  readonly language: string;
  readonly operator: 'usual' | 'none';
  readonly text: string;
  /** The path in the heading before it, for one of several files. */
  readonly file: string | undefined;
}

/** One block, or those of several files that belong together. */
type Example = readonly Block[];

/** As they are in the repository: what readers get has no marks. */
const pages = globSync('**/*.md', { cwd: FOLDER }).map((name) => {
  const file = new URL(name, FOLDER);
  const page = readFileSync(file, 'utf8');
  return { id: page.slice('# '.length, page.indexOf('\n')), name, file, page };
});

test('readers see no marks', () => {
  for (const page of Object.values(rulePages())) expect(page).not.toContain('//~');
});

test('every rule and every recommendation has a page, and every page a rule', () => {
  const greenflux = adviceOf('greenflux').profile;
  const recommendations = greenflux.recommendations.map(
    (recommendation) => `${greenflux.id}/${recommendation.id}`,
  );
  const ids = [
    ...RULES.filter((rule) => rule.standsFor === undefined).map((rule) => rule.id),
    ...catalog.crossKeyRules.map(({ id }) => id),
    ...recommendations,
  ];
  expect(pages.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect(Object.keys(rulePages()).sort()).toEqual(ids.sort());
});

test('a page lies where its published link looks for it', () => {
  const published = new RulePages(undefined, operatorProfiles);
  for (const { id, file } of pages) {
    expect(fileOf(published.addressOf(id)).href).toBe(file.href);
  }
});

test('a link for what has no page of its own leads to one that is there', () => {
  const published = new RulePages(undefined, operatorProfiles);
  for (const id of ['project-file', 'vendor-pack', 'operator-profile', 'acme/heartbeat', 'greenflux/own']) {
    expect(existsSync(fileOf(published.addressOf(id))), id).toBe(true);
  }
});

/** The file of the repository that an address shows. */
function fileOf(address: string): URL {
  const root = 'https://github.com/ocpp-config/ocpp-config/blob/main/';
  expect(address.startsWith(root), address).toBe(true);
  return new URL(address.slice(root.length), new URL('../../', import.meta.url));
}

describe.each(pages)('$id', ({ id, file, page }) => {
  const sections = sectionsOf(page);

  test('has the usual headings', () => {
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    expect([...sections.keys()]).toEqual(HEADINGS);
  });

  test('has wrong and right examples', () => {
    expect(blocksOf(sections.get('Wrong')).length).toBeGreaterThan(0);
    expect(blocksOf(sections.get('Right')).length).toBeGreaterThan(0);
  });

  for (const [index, example] of examplesIn(sections.get('Wrong')).entries()) {
    test(`wrong example ${index + 1} (${example[0]?.language})`, () => {
      let own = 0;
      for (const block of example) {
        const options = optionsFor(block, example);
        if (update) renew(file, block, options);
        else checkProblems(block.text, options);
        const { text } = readMarks(block.text);
        own += analysisOf(text, options).problems.filter((problem) => problem.rule === id).length;
        checkFixes(text, options);
      }
      expect(own, 'problems of this rule').toBeGreaterThan(0);
    });
  }

  for (const [index, example] of examplesIn(sections.get('Right')).entries()) {
    test(`right example ${index + 1} (${example[0]?.language})`, () => {
      for (const block of example) checkProblems(block.text, optionsFor(block, example));
    });
  }
});

function sectionsOf(page: string): Map<string, string> {
  const sections = new Map<string, string>();
  for (const part of page.split(/^## /m).slice(1)) {
    const end = part.indexOf('\n');
    sections.set(part.slice(0, end), part.slice(end + 1));
  }
  return sections;
}

function blocksOf(section = ''): Block[] {
  return [...section.matchAll(/^(?:### (\S+)\n\n)?```(\w+)( operator=none)?\n(.*?)^```$/gms)].map(
    (match) => ({
      file: match[1],
      language: match[2] ?? '',
      operator: match[3] === undefined ? 'usual' : 'none',
      text: (match[4] ?? '').replace(/\n$/, ''),
    }),
  );
}

function examplesIn(section: string | undefined): readonly Example[] {
  const examples = new Map<string, Block[]>();
  for (const [index, block] of blocksOf(section).entries()) {
    const name = block.file === undefined ? String(index) : (block.file.split('/')[0] ?? '');
    examples.set(name, [...(examples.get(name) ?? []), block]);
  }
  return [...examples.values()];
}

/** A file among others is compared with them. */
function optionsFor({ language, operator, file }: Block, example: Example): CheckOptions {
  const options = { knowledge: operator === 'none' ? knowledgeWithoutOperator : knowledge };
  if (file === undefined) return { ...options, path: `charger.${language}` };
  const others = new KnownFiles();
  for (const other of example) {
    const path = other.file ?? '';
    const { resolved } = analysisOf(readMarks(other.text).text, { path });
    others.set(path, fileFacts(path, resolved));
  }
  return { ...options, path: file, among: { path: file, others } };
}

function renew(file: URL, block: Block, options: CheckOptions): void {
  const page = readFileSync(file, 'utf8');
  const { text } = readMarks(block.text);
  const problems = analysisOf(text, options).problems;
  writeFileSync(
    file,
    page.replace(block.text, () => withMarks(text, problems)),
  );
}
