/**
 * What is thrown any bytes at, and what must hold whatever they are. `npm run fuzz` looks for bytes that break it, guided
 * by what code they reach; `fuzz.test.ts` replays those that once did something new, and a few random ones.
 */

import { type Analysis, type AnalysisOptions, analyze } from '../../server/src/analysis.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { editsFor, fixAll } from '../../server/src/fixes.ts';
import { bundledKnowledge, fileSchemas } from '../../server/src/platform/bundled-knowledge.ts';
import type { FileContents, ProjectFiles } from '../../server/src/project/files.ts';
import { Projects } from '../../server/src/project/projects.ts';
import { KnowledgeShelf } from '../../server/src/resolve/knowledge-shelf.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import type { OffsetRange } from '../../server/src/text/range.ts';
import { REQUESTS } from './message-requests.ts';
import { runMessages } from './messages.ts';

export interface FuzzTarget {
  readonly name: string;
  /** The endings of files that make good beginnings. */
  readonly seeds: readonly string[];
  /** Words that this kind of text consists of. */
  readonly words: readonly string[];
  /** Rejects when something does not hold. */
  run(text: string): Promise<void> | void;
}

const knowledge = new KnowledgeShelf(bundledKnowledge).knowledge('greenflux');

const KEYS = ['HeartbeatInterval', 'MeterValuesSampledData', 'AuthorizationKey', 'NumberOfConnectors'];
const JSON_WORDS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '//',
  '/*',
  '*/',
  'null',
  'true',
];
const IGNORE = 'ocpp-config-ignore key-casing: reason';

/** Whole lines: what makes a talk, and every request with and without a place. */
const MESSAGES = [
  ...`open 0 1
open 1 2
open 2 4
open 3 3
open 4 5
replace 0 2
change 0 4:62-4:67 "900"
change 0 99:0 "x"
change 0 7:0-2:1 ""
change 1 0:0-1:2 "\\r\\n"
close 0
close 1
save 0
watched 3 1
settings 1
settings 2
initialize push
initialize pull
initialized
cancel 0
cancel 1
resolve lens 0
resolve hint 1
pause
wait`.split('\n'),
  ...Object.keys(REQUESTS).map((request) => `${request} 0 4:20-4:30`),
  ...Object.keys(REQUESTS).map((request) => `${request} 1`),
].map((line) => `\n${line}\n`);

export const TARGETS: readonly FuzzTarget[] = [
  {
    name: 'json',
    seeds: ['json', 'jsonc'],
    words: [
      ...JSON_WORDS,
      '"key"',
      '"value"',
      '"readonly"',
      '"configurationKey"',
      `// ${IGNORE}`,
      ...quoted(KEYS),
    ],
    run: (text) => checkText(text, { path: 'charger.json' }),
  },
  {
    name: 'ini',
    seeds: ['ini', 'properties', 'conf', 'env'],
    words: [
      '[',
      ']',
      '=',
      ':',
      ';',
      '#',
      '\\',
      '\r\n',
      '\u2028',
      `# ${IGNORE}`,
      '[Ocpp]',
      '[ChargePoint]',
      ...KEYS,
    ],
    run: (text) => checkText(text, { path: 'charger.ini' }),
  },
  {
    name: 'detection',
    seeds: ['json', 'ini', 'log', 'txt', 'env', 'properties'],
    words: [...JSON_WORDS, '[2,"1","GetConfiguration",{}]', 'openapi', '$schema', 'properties', ...KEYS],
    run: (text) => {
      for (const path of ['a.json', 'a.ini', 'a.log', 'a.env', 'a.properties', 'a']) {
        const analysis = analyze(text, { knowledge, path });
        if (analysis !== undefined) checkRanges(analysis, text);
      }
    },
  },
  {
    name: 'project',
    seeds: ['ocpp-config.json', 'pack.json', 'profile.json'],
    words: [
      ...JSON_WORDS,
      '"operator"',
      '"packs"',
      '"extends"',
      '"__proto__"',
      '"../x.json"',
      '"**/*"',
      '"rules"',
    ],
    run: checkProject,
  },
  {
    name: 'messages',
    seeds: ['messages'],
    words: MESSAGES,
    run: runMessages,
  },
];

function quoted(names: readonly string[]): string[] {
  return names.map((name) => JSON.stringify(name));
}

/** Understands, checks and fixes a text; asks for hovers and completions at some places in it. */
function checkText(text: string, options: Omit<AnalysisOptions, 'knowledge'>): void {
  const all = { ...options, knowledge };
  const analysis = analyze(text, all);
  if (analysis === undefined) return;
  checkRanges(analysis, text);
  for (const problem of analysis.problems) {
    for (const fix of problem.fixes) applyEdits(text, editsFor(analysis.document, fix));
  }
  const fixed = fixAll(text, all);
  // In a broken text a fix may take away one of the few keys by which it was recognised.
  if (analysis.document.syntaxProblems.length === 0) {
    if (fixed === undefined) throw new Error('fixing made a configuration something else');
    if (fixed.analysis.document.syntaxProblems.length > 0) throw new Error('fixing broke the text');
  }
  for (let step = 0; step <= PLACES; step++) {
    const offset = Math.floor((text.length * step) / PLACES);
    hoverAt(analysis, offset);
    completionsAt(analysis, offset);
  }
}

const PLACES = 12;

function checkRanges({ document, problems }: Analysis, text: string): void {
  const check = (range: OffsetRange, what: string): void => {
    if (!(range.start >= 0 && range.start <= range.end && range.end <= text.length)) {
      throw new Error(`${what}: ${range.start} to ${range.end} in ${text.length} characters`);
    }
  };
  for (const problem of problems) {
    check(problem.range, problem.rule);
    if (/undefined|\[object|NaN/.test(problem.message) && !/undefined|NaN/.test(text)) {
      throw new Error(`${problem.rule} says: ${problem.message}`);
    }
    for (const place of problem.related ?? []) {
      if (place.path === undefined) check(place.range, `related to ${problem.rule}`);
    }
  }
  for (const { entries } of document.scopes) {
    for (const { range, keyRange, value } of entries) {
      check(range, 'entry');
      check(keyRange, 'key');
      if (value !== undefined) check(value.fullRange, 'value');
    }
  }
}

/** The text as a project file, as a pack and as a profile at once, in a folder where each name leads to it. */
async function checkProject(text: string): Promise<void> {
  const contents: FileContents = { kind: 'text', text };
  const files: ProjectFiles = {
    read: (path) =>
      Promise.resolve(path.startsWith('/site/') && !path.includes('..') ? contents : { kind: 'missing' }),
    list: () =>
      Promise.resolve({ kind: 'names', files: ['a.ocpp-pack.json', 'b.ocpp-profile.json'], folders: [] }),
    whereLinksLead: () => Promise.resolve('inside'),
  };
  const projects = new Projects({ files, schemas: fileSchemas, base: bundledKnowledge });
  const project = await projects.projectOf('/site/station.json');
  for (const file of project?.files ?? []) {
    for (const { range } of file.problems) {
      if (!(range.start >= 0 && range.start <= range.end && range.end <= text.length)) {
        throw new Error(`a problem of ${file.path} lies outside of it`);
      }
    }
  }
  const own = project?.shelf.knowledge(project.shelf.operators.at(-1)) ?? knowledge;
  analyze(CHECKED_WITH_PROJECT, { knowledge: own, path: 'station.json' });
}

const CHECKED_WITH_PROJECT = JSON.stringify({
  chargePointVendor: 'Acme',
  configurationKey: [...KEYS, 'AcmeKey'].map((key) => ({ key, readonly: false, value: '1' })),
});
