import type { Steps } from '../model/steps.ts';
import type { FileHint, Format, ParseOptions } from './format.ts';
import type { JsonDocument } from './json/document.ts';
import { jsonFormat } from './json/index.ts';
import { jsonFile, scopesOf } from './json/parse.ts';
import { readValueAt } from './json/read.ts';
import { NONE, Tape } from './json/tape.ts';
import { ocppFrames } from './shapes/ocpp-frames.ts';
import { KEY_LISTS, planPayload } from './shapes/payloads.ts';
import type { ScopePlan } from './shapes/shape.ts';

/**
 * Text with OCPP-J messages in it: a log of a back office or a station, in which a message follows a prefix on the same
 * line, or stands pretty-printed below a heading. What is no message is passed over; so is one that was shortened.
 */
export const logFormat: Format = {
  ...jsonFormat,
  id: 'log',
  accepts: ({ languageId, path }: FileHint) =>
    languageId === 'log' || languageId === 'plaintext' || /\.(log|txt|out|jsonl|ndjson)$/i.test(path ?? ''),
  parse: parseLog,
  // What stands in a log is not ours to arrange.
  sortEntries: () => [],
  formatWhiteSpace: () => [],
};

/** The beginning of a message, or of the payload of one about keys. */
const MESSAGE = /\[\s*[23]\s*,\s*"|\{\s*"(?:key|configurationKey|configuration_key)"\s*:/g;

/** How many messages are read in one step. */
const STEP = 200;

function* parseLog(text: string, options: ParseOptions): Steps<JsonDocument | undefined> {
  const { isKeyName, shape } = options;
  if (shape !== undefined && shape !== ocppFrames.id) return undefined;
  const tape = yield* readMessages(text);
  const plans = [...(ocppFrames.find(jsonFile(tape, options)) ?? []), ...payloadPlans(tape, isKeyName)].sort(
    (a, b) => (a.node ?? 0) - (b.node ?? 0),
  );
  if (plans.length === 0 && shape === undefined) return undefined;
  yield;
  const scopes = yield* scopesOf(tape, plans, false);
  return {
    text,
    format: 'log',
    shape: ocppFrames.id,
    tape,
    scopes,
    syntaxProblems: [],
    comments: [],
  };
}

/** All messages of a text as the roots of one tape. */
function* readMessages(text: string): Steps<Tape> {
  const tape = new Tape(text);
  let place = 0;
  for (let count = 1; ; count++) {
    if (count % STEP === 0) yield;
    // Others may read a log between two steps, with the same expression.
    MESSAGE.lastIndex = place;
    const match = MESSAGE.exec(text);
    if (match === null) return tape;
    // Also where reading fails it goes on behind the place: no text is read twice.
    place = Math.max(match.index + 1, readValueAt(tape, match.index).end);
  }
}

/** Payloads that stand in the text without their frames. */
function payloadPlans(tape: Tape, isKeyName: (name: string) => boolean): ScopePlan[] {
  const plans: ScopePlan[] = [];
  for (const root of tape.roots()) {
    const plan = planPayload(tape, root, 'message');
    if (plan === undefined) continue;
    const isAnswer = KEY_LISTS.some((name) => tape.member(root, name) !== NONE);
    if (isAnswer || namesKey(plan, tape, isKeyName)) plans.push(plan);
  }
  return plans;
}

/** Whether a payload is about a known key: `{ "key": … }` alone may be anything. */
function namesKey(
  { parts, references }: ScopePlan,
  tape: Tape,
  isKeyName: (name: string) => boolean,
): boolean {
  if (references?.some(({ name }) => isKeyName(name))) return true;
  const payload = parts[0]?.node ?? NONE;
  const key = payload === NONE ? NONE : tape.member(payload, 'key');
  return key !== NONE && isKeyName(tape.string(key));
}
