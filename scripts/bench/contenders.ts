/// <reference path="../../server/src/platform/knowledge-modules.d.ts" />
/**
 * What is measured inside one process: our core, the bare parser and VS Code's JSON service. One bundle, minified as in
 * production, with one copy of `jsonc-parser` for all three.
 */

import { visit } from 'jsonc-parser';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { type Analysis, type AnalysisOptions, analyze, understand } from '../../server/src/analysis.ts';
import { type Completion, completionsAt } from '../../server/src/features/completion.ts';
import { type Hover, hoverAt } from '../../server/src/features/hover.ts';
import type { Understood } from '../../server/src/features/understood.ts';
import { parseDocument } from '../../server/src/formats/index.ts';
import { readSettings } from '../../server/src/lsp/settings.ts';
import { Snapshot } from '../../server/src/lsp/snapshot.ts';
import type { ConfigDocument } from '../../server/src/model/document.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { inOneGo } from '../../server/src/model/steps.ts';
import { nodePlatform } from '../../server/src/platform/node.ts';
import { type ResolvedDocument, resolve } from '../../server/src/resolve/resolve.ts';
import { RULES } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { runRules } from '../../server/src/rules/run.ts';
import type { Vocabulary } from './documents.ts';
import type { JsonSchema } from './json-schema.ts';

export type { Understood };

/** Settings as they come with the program: every rule on, and the default operator's recommendations. */
const settings = readSettings(undefined, () => undefined);
const platform = nodePlatform();
const knowledge = platform.knowledge(settings.operator);
const options: AnalysisOptions = {
  knowledge,
  station: settings.station,
  severities: settings.severities,
  languageId: 'json',
  path: 'charger.json',
};

export const vocabulary: Vocabulary = {
  keys: knowledge.catalog.keys,
  measurands: knowledge.catalog.measurands,
};

/** The floor: the parser that we use as well, with nobody listening. */
export function bareVisit(text: string): void {
  visit(text, {});
}

/** Ours, from text to sorted problems. */
export function analyse(text: string): Analysis {
  return recognised(analyze(text, options));
}

/**
 * The longest time, in milliseconds, for which the server lets nobody else work while it finds the problems of a text:
 * as long a newer text may have to wait until the work on the older one stops.
 */
export async function longestSlice(text: string): Promise<number> {
  let longest = 0;
  let began = performance.now();
  const endSlice = () => {
    longest = Math.max(longest, performance.now() - began);
  };
  const document = { uri: 'file:///charger.json', languageId: 'json', version: 1, text };
  const snapshot = new Snapshot(document, options, {
    id: 'bench',
    ours: 'perhaps',
    pause: async () => {
      endSlice();
      await platform.pause();
      began = performance.now();
    },
  });
  await snapshot.analysis();
  endSlice();
  return longest;
}

/** Ours without rules: what hover and completion wait for after a change of the text. */
export function understandText(text: string): Understood {
  return recognised(understand(text, options));
}

// The parts of our analysis, each for itself.

export function parseOnly(text: string): ConfigDocument {
  return recognised(parseDocument(text, { ...options, isKeyName: knowledge.catalog.isKeyName }));
}

export function resolveOnly(document: ConfigDocument): ResolvedDocument {
  return inOneGo(resolve(document, knowledge));
}

export const rules: readonly Rule[] = RULES;

export function rulesOnly(resolved: ResolvedDocument, chosen: readonly Rule[] = RULES): readonly Problem[] {
  return inOneGo(runRules(resolved, chosen));
}

export const hover: (understood: Understood, offset: number) => Hover | undefined = hoverAt;
export const complete: (understood: Understood, offset: number) => readonly Completion[] = completionsAt;

/** VS Code's JSON service with one schema: from text to problems. The schema is read once and kept, as there. */
export function jsonService(schema: JsonSchema): (text: string) => Promise<number> {
  const service = getLanguageService({});
  service.configure({
    validate: true,
    schemas: [
      {
        uri: 'bench://get-configuration.schema.json',
        fileMatch: ['*.json'],
        schema: { ...schema } as object,
      },
    ],
  });
  return async (text) => {
    const document = TextDocument.create('file:///charger.json', 'json', 1, text);
    const problems = await service.doValidation(document, service.parseJSONDocument(document));
    return problems.length;
  };
}

function recognised<Value>(value: Value | undefined): Value {
  if (value === undefined)
    throw new Error('A document of the benchmark is not recognised as a configuration.');
  return value;
}
