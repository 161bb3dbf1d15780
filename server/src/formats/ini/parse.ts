import * as l10n from '@vscode/l10n';
import type {
  Comment,
  ConfigEntry,
  ConfigScope,
  Dialect,
  KeyAddress,
  ScopePurpose,
} from '../../model/document.ts';
import { pauseEvery, type Steps } from '../../model/steps.ts';
import type { ParseOptions } from '../format.ts';
import type { IniDocument, SectionPart } from './document.ts';
import { type Flavour, flavourOf } from './flavour.ts';
import { type EntryLine, linesOf, type SectionLine } from './lines.ts';
import { OpenOcppLoader } from './open-ocpp.ts';
import { type Recognition, recognise, type SectionContents } from './recognise.ts';
import { componentAddress, isController } from './section-names.ts';
import { StationCollector, stationFieldsOf } from './station-fields.ts';
import { reportLine, SyntaxProblemCollector } from './syntax-problems.ts';

/** Reads a file that is recognised as a charger's; undefined when it is not. */
export function* parse(text: string, options: ParseOptions): Steps<IniDocument | undefined> {
  const flavour = flavourOf(options);
  const recognition = yield* recognise(text, flavour, options);
  if (recognition === undefined) return undefined;
  yield;
  return yield* read(text, flavour, recognition);
}

/** How many lines are read in one step. */
const STEP = 5_000;

function* read(text: string, flavour: Flavour, recognition: Recognition): Steps<IniDocument> {
  const builder = new DocumentBuilder(recognition);
  const comments: Comment[] = [];
  const collector = new SyntaxProblemCollector();
  const loader = recognition.isOpenOcpp ? new OpenOcppLoader(collector) : undefined;
  const isPauseDue = pauseEvery(STEP);
  for (const line of linesOf(text, flavour)) {
    if (isPauseDue()) yield;
    // The loader's view covers what everybody else would say, and says what it means there.
    if (loader === undefined || line.kind === 'entry') reportLine(line, flavour, collector);
    loader?.check(text, line);
    if (line.kind === 'section') builder.enter(line);
    else if (line.kind === 'entry') builder.add(line);
    if ('comment' in line && line.comment !== undefined) comments.push(line.comment);
  }
  return {
    text,
    format: 'ini',
    shape: recognition.shape,
    ...builder.finish(text),
    syntaxProblems: collector.problems,
    comments,
    flavour,
    reading: recognition.isOpenOcpp ? 'literal' : 'lenient',
  };
}

interface ScopeDraft {
  readonly index: number;
  readonly keysAre: ConfigScope['keysAre'];
  readonly sections: Set<string>;
  readonly entries: ConfigEntry[];
  readonly station: StationCollector;
  /** Whether what the scope says of its station concerns no other scope. */
  readonly apart: boolean;
  start: number;
  end: number;
}

interface PartDraft extends Omit<SectionPart, 'end' | 'entries' | 'scope'> {
  readonly contents: SectionContents;
  readonly stationField: ReturnType<typeof stationFieldsOf>;
  /** Undefined for the part before any section. */
  readonly section: string | undefined;
  /** The component that a section of OCPP 2.x stands for. */
  readonly component: Omit<KeyAddress, 'name'> | undefined;
  readonly scope: ScopeDraft | undefined;
  readonly firstEntry: number;
  lastEntry: number;
}

/**
 * Puts entries into scopes. Everything that applies to the same station is one scope, also where it is spread over
 * sections (feature profiles, components of OCPP 2.x, a section that is repeated): rules look across the keys of a
 * scope. An entry's address says which section it is in. A program's own sections are a scope each.
 */
class DocumentBuilder {
  readonly #recognition: Recognition;
  readonly #scopes = new Map<string, ScopeDraft>();
  readonly #parts: PartDraft[] = [];
  readonly #common = new StationCollector();
  #part: PartDraft;

  constructor(recognition: Recognition) {
    this.#recognition = recognition;
    this.#part = this.#open('', 0, undefined);
  }

  enter(line: SectionLine): void {
    this.#part = this.#open(line.name, line.start, line.header);
    const { scope } = this.#part;
    if (scope !== undefined) scope.end = Math.max(scope.end, line.header.end);
    if (this.#part.contents === 'component' && isController(line.name)) {
      const { start, end } = line.header;
      const value = {
        kind: 'plain',
        text: '2.0.1',
        range: { start, end },
        fullRange: { start, end },
      } as const;
      this.#common.add('protocol', l10n.t('the OCPP version of [{0}]', line.name), value);
    }
  }

  add(line: EntryLine): void {
    const part = this.#part;
    const { scope } = part;
    if (scope === undefined) return;
    const field = part.stationField(line.name);
    if (field !== undefined) (scope.apart ? scope.station : this.#common).add(field, line.name, line.value);
    const range = { start: line.key.start, end: line.value.fullRange.end };
    scope.entries.push({
      index: scope.entries.length,
      scope: scope.index,
      address:
        part.component === undefined
          ? plainAddress(line.name, part.section)
          : variableAddress(line.name, part.component),
      range,
      keyRange: line.key,
      value: line.value,
      readOnly: undefined,
      rebootRequired: undefined,
    });
    scope.end = Math.max(scope.end, range.end);
    part.lastEntry = scope.entries.length;
  }

  finish(text: string): Pick<IniDocument, 'scopes' | 'parts'> {
    const common = this.#common.over({});
    const dialect = dialectOf(this.#recognition);
    const purpose: ScopePurpose = this.#recognition.isStationFile ? 'store' : 'template';
    return {
      scopes: [...this.#scopes.values()].map((draft) => ({
        index: draft.index,
        label: labelOf(draft),
        purpose,
        keysAre: draft.keysAre,
        dialect,
        entries: draft.entries,
        references: [],
        station: draft.apart ? draft.station.over(common) : common,
        range: { start: draft.start, end: draft.end },
      })),
      parts: this.#parts.map(({ name, start, header, scope, firstEntry, lastEntry }, index) => ({
        name,
        start,
        end: this.#parts[index + 1]?.start ?? text.length,
        header,
        scope: scope?.index,
        entries: { start: firstEntry, end: lastEntry },
      })),
    };
  }

  #open(name: string, start: number, header: SectionPart['header']): PartDraft {
    const contents = this.#recognition.contentsOf(header === undefined ? undefined : name);
    // An empty beginning is no scope of its own where the file goes on with sections.
    const isScope = header !== undefined || this.#recognition.hasTop;
    const scope = isScope ? this.#scope(name, contents, header?.start ?? start) : undefined;
    const entries = scope?.entries.length ?? 0;
    const part: PartDraft = {
      name,
      start,
      header,
      scope,
      contents,
      stationField: stationFieldsOf(name),
      section: header === undefined ? undefined : name,
      component: contents === 'component' ? componentAddress(name) : undefined,
      firstEntry: entries,
      lastEntry: entries,
    };
    this.#parts.push(part);
    return part;
  }

  #scope(section: string, contents: SectionContents, start: number): ScopeDraft {
    const isShared = contents === 'ocpp' || contents === 'component';
    const id = isShared ? 'station' : `section ${section}`;
    let draft = this.#scopes.get(id);
    if (draft === undefined) {
      draft = {
        index: this.#scopes.size,
        keysAre: contents === 'other' ? 'other' : 'ocpp',
        sections: new Set(),
        entries: [],
        station: new StationCollector(),
        apart: contents === 'station',
        start,
        end: start,
      };
      this.#scopes.set(id, draft);
    }
    draft.sections.add(section);
    return draft;
  }
}

function plainAddress(name: string, section: string | undefined): KeyAddress {
  return section === undefined ? { name } : { name, section };
}

/** A variable's instance follows its name after a dot: `ItemsPerMessage.GetReport`. */
function variableAddress(name: string, component: Omit<KeyAddress, 'name'>): KeyAddress {
  const dot = name.indexOf('.');
  if (dot <= 0) return { name, ...component };
  return { name, ...component, variable: name.slice(0, dot), variableInstance: name.slice(dot + 1) };
}

function labelOf({ sections }: ScopeDraft): string {
  const [first = '', ...others] = [...sections].map((name) =>
    name === '' ? l10n.t('the top of the file') : `[${name}]`,
  );
  return others.length === 0 ? first : l10n.t('{0} and {1} more', first, others.length);
}

function dialectOf({ isOpenOcpp }: Recognition): Dialect {
  return isOpenOcpp
    ? { values: 'plain', keyCase: 'exact', comments: ['#'], strict: false, reader: 'open-ocpp' }
    : { values: 'plain', keyCase: 'ignored', comments: ['#', ';'], strict: false };
}
