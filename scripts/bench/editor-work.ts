/** The work of a hover and of a completion in a large document that is parsed already. */

import { readOut } from './documents.ts';
import { type Contender, measure } from './measure.ts';
import { count, digits, milliseconds, printHeading, printNote, printTable } from './table.ts';

type Contenders = typeof import('./contenders.ts');
type Understood = import('./contenders.ts').Understood;
type Entry = Understood['resolved']['scopes'][number]['entries'][number];

const SIZE = 10_000;

/** One request at one place. */
export interface RequestWork {
  readonly request: 'hover' | 'completion';
  /** On what: "key", "list item". */
  readonly on: string;
  /** Where in the document: from 0 (the beginning) to 1. */
  readonly at: number;
  readonly milliseconds: number;
  /** How many proposals, or how many characters of text. */
  readonly answer: number;
}

export interface EditorWork {
  readonly entries: number;
  readonly requests: readonly RequestWork[];
  /** What the first request after a change of the text costs besides: reading the document anew. */
  readonly understand: number;
}

interface Request extends Contender {
  readonly request: RequestWork['request'];
  readonly on: string;
  readonly at: number;
  readonly answer: number;
}

const PLACES = [0, 0.5, 1];

export async function measureEditorWork(contenders: Contenders): Promise<EditorWork> {
  const { vocabulary } = contenders;
  // Most keys are missing, so that there is much to propose.
  const keys = vocabulary.keys.filter((_, index) => index % 4 === 1);
  const text = readOut({ ...vocabulary, keys }, SIZE);
  const understood = contenders.understandText(text);
  const requests = PLACES.flatMap((at) => [
    ...requestsInEntries(contenders, understood, at),
    requestInBlankLine(contenders, understood, at),
    requestInHalfTypedEntry(contenders, understood, at),
  ]);
  const timings = await measure(requests, { seconds: 3, warmUpSeconds: 0.05 });
  const understanding = await measure([{ name: 'understand', run: () => contenders.understandText(text) }], {
    seconds: 2,
  });
  return {
    entries: SIZE,
    requests: requests.map(({ name, request, on, at, answer }) => ({
      request,
      on,
      at,
      answer,
      milliseconds: timings.median(name),
    })),
    understand: understanding.median('understand'),
  };
}

function requestsInEntries(contenders: Contenders, understood: Understood, at: number): Request[] {
  const known = entryNear(understood, at, ({ facts }) => facts !== undefined && facts.type !== 'list');
  const list = entryNear(understood, at, ({ value }) => value.kind === 'list' && value.items.length > 1);
  const unknown = entryNear(understood, at, ({ facts }) => facts === undefined);
  const places = [
    { on: 'key', offset: known.entry.keyRange.start + 1 },
    { on: 'value', offset: insideValue(known) },
    { on: 'list item', offset: insideValue(list) },
    { on: "vendor's key", offset: unknown.entry.keyRange.start + 1 },
  ];
  return places.flatMap(({ on, offset }) => [
    hoverRequest(contenders, understood, { on, at, offset }),
    completionRequest(contenders, understood, { on, at, offset }),
  ]);
}

/** Completion where a new entry can be typed. */
function requestInBlankLine(contenders: Contenders, understood: Understood, at: number): Request {
  return requestInInsertion(contenders, understood, { on: 'blank line', at, before: ',\n    ' });
}

/** Completion while a new entry is being typed, so that the text is broken there. */
function requestInHalfTypedEntry(contenders: Contenders, understood: Understood, at: number): Request {
  const before = ',\n    { "key": "Heart';
  return requestInInsertion(contenders, understood, { on: 'half-typed entry', at, before });
}

function requestInInsertion(
  contenders: Contenders,
  { document }: Understood,
  place: { readonly on: string; readonly at: number; readonly before: string },
): Request {
  const entries = document.scopes[0]?.entries ?? [];
  const entry = entries[Math.round((entries.length - 1) * place.at)];
  if (entry === undefined) throw new Error('The document has no entries.');
  const { end } = entry.range;
  const head = document.text.slice(0, end) + place.before;
  const changed = contenders.understandText(head + document.text.slice(end));
  return completionRequest(contenders, changed, { on: place.on, at: place.at, offset: head.length });
}

interface RequestPlace {
  readonly on: string;
  readonly at: number;
  readonly offset: number;
}

function hoverRequest(contenders: Contenders, understood: Understood, place: RequestPlace): Request {
  const run = () => contenders.hover(understood, place.offset);
  const { on, at } = place;
  return { name: `hover ${on} ${at}`, request: 'hover', on, at, answer: run()?.markdown.length ?? 0, run };
}

function completionRequest(contenders: Contenders, understood: Understood, place: RequestPlace): Request {
  const run = () => contenders.complete(understood, place.offset);
  const { on, at } = place;
  return { name: `completion ${on} ${at}`, request: 'completion', on, at, answer: run().length, run };
}

/** The entry of a kind that is nearest to a place in the document. */
function entryNear({ resolved }: Understood, at: number, wanted: (entry: Entry) => boolean): Entry {
  const entries = resolved.scopes[0]?.entries ?? [];
  const place = Math.round((entries.length - 1) * at);
  const candidates = [...entries.keys()].sort((a, b) => Math.abs(a - place) - Math.abs(b - place));
  for (const candidate of candidates) {
    const entry = entries[candidate];
    if (entry !== undefined && wanted(entry)) return entry;
  }
  throw new Error('The document has no entry of that kind.');
}

function insideValue({ entry }: Entry): number {
  if (entry.value === undefined) throw new Error(`${entry.address.name} has no value.`);
  return entry.value.range.start;
}

/** The slowest of all places. */
export function worstOf(work: EditorWork, request: RequestWork['request']): RequestWork {
  const [first, ...others] = work.requests.filter((candidate) => candidate.request === request);
  if (first === undefined) throw new Error(`No ${request} was measured.`);
  return others.reduce((worst, one) => (one.milliseconds > worst.milliseconds ? one : worst), first);
}

export function printEditorWork({ entries, requests, understand }: EditorWork): void {
  printHeading(
    `Hover and completion at ${entries.toLocaleString('en-US')} entries (work for one request, ms)`,
  );
  const kinds = new Map<string, RequestWork[]>();
  for (const work of requests) {
    const kind = `${work.request} ${work.on}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), work]);
  }
  printTable(
    ['request', 'on', 'at the beginning', 'in the middle', 'at the end', 'answer'],
    [...kinds.values()].map((works) => [
      works[0]?.request ?? '',
      works[0]?.on ?? '',
      ...PLACES.map((at) => milliseconds(works.find((work) => work.at === at)?.milliseconds ?? Number.NaN)),
      count(Math.max(...works.map((work) => work.answer))),
    ]),
  );
  printNote('Answer: characters of a hover, number of proposals of a completion.');
  printNote(
    `The first request after a change of the text waits for parse and resolve, besides: ${digits(understand)} ms.`,
  );
}
