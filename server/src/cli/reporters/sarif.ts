import * as l10n from '@vscode/l10n';
import type {
  ArtifactLocation,
  Location,
  Notification,
  ReportingDescriptor,
  Result,
  Run,
  Fix as SarifFix,
} from 'sarif';
import type { Analysis } from '../../analysis.ts';
import { secretPlaces } from '../../features/secret-places.ts';
import { editsFor } from '../../fixes.ts';
import type { Fix, Problem, Severity } from '../../model/problem.ts';
import type { FileReport } from '../report.ts';
import { wellFormed } from '../well-formed.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { type Region, regionOfSpan, regionsOf } from './lines.ts';
import type { Reporter, ReporterContext, RuleInformation } from './reporter.ts';

/**
 * SARIF 2.1.0, for code scanning: results with fixes, and every rule with its page. Written as the files come, so that a
 * fleet of any size fits; what could not be read is told in the end as notifications.
 */
export function sarifReporter(context: ReporterContext): Reporter {
  const rules = context.rules();
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    parts: 'at-once',
    separator: ',\n',
    start() {
      const head = { $schema: SCHEMA, version: '2.1.0' };
      const run: Pick<Run, 'columnKind' | 'tool'> = {
        columnKind: 'utf16CodeUnits',
        tool: {
          driver: {
            name: 'OCPP Config',
            version: context.version,
            rules: rules.map((rule) => descriptor(rule, context)),
          },
        },
      };
      return `${unclosed(head)},"runs":[${unclosed(run)},"results":[\n`;
    },
    file: (report) =>
      results(report, indices, context)
        .map((result) => JSON.stringify(result))
        .join(',\n'),
    trouble: ({ path, message }) => JSON.stringify(unreadable(path, message)),
    end({ counts, interrupted }) {
      const executionSuccessful = counts.troubles === 0 && !interrupted;
      const notifications: Notification[] = interrupted
        ? [
            {
              level: 'error',
              message: { text: l10n.t('The check was interrupted: there are more files than these.') },
            },
          ]
        : [];
      return `\n],"invocations":[${JSON.stringify({ executionSuccessful, toolExecutionNotifications: notifications })}]}]}\n`;
    },
  };
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The id under which a file that could not be read is reported. */
const UNREADABLE = 'unreadable';

function descriptor(
  { id, title, page }: RuleInformation,
  { rulePage }: ReporterContext,
): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    helpUri: rulePage(id),
    ...(page === undefined ? {} : { help: { text: page, markdown: page } }),
  };
}

function results(
  { path, analysis }: FileReport,
  indices: ReadonlyMap<string, number>,
  { digest }: ReporterContext,
): Result[] {
  if (analysis === undefined) return [];
  const artifact = artifactLocationOf(path);
  const regionOf = regionsOf(analysis.document.text);
  const fingerprints = fingerprintsOf(path, analysis.problems, digest);
  const fixes = new FixWriter(analysis, artifact, regionOf);
  return analysis.problems.map((problem, index) => {
    const fingerprint = fingerprints[index] ?? '';
    const written = problem.fixes.flatMap((fix) => fixes.write(fix));
    return {
      ruleId: problem.rule,
      // The rule of another project's own profile is in no list that is known at the start.
      ...(indices.has(problem.rule) ? { ruleIndex: indices.get(problem.rule) } : {}),
      level: LEVELS[problem.severity],
      message: { text: withoutLinks(problem.message) },
      locations: [{ physicalLocation: { artifactLocation: artifact, region: regionOf(problem.range) } }],
      ...relatedOf(problem, artifact, regionOf),
      partialFingerprints: { 'ocppConfig/v1': fingerprint },
      ...(written.length === 0 ? {} : { fixes: written }),
      properties: {
        severity: problem.severity,
        ...(problem.key === undefined ? {} : { key: problem.key }),
      },
    } as Result;
  });
}

function relatedOf(
  { related }: Problem,
  artifactLocation: ArtifactLocation,
  regionOf: (range: Problem['range']) => Region,
): { readonly relatedLocations?: Location[] } {
  if (related === undefined || related.length === 0) return {};
  return {
    relatedLocations: related.map((place, id) => ({
      id,
      message: { text: withoutLinks(place.message) },
      physicalLocation:
        place.path === undefined
          ? { artifactLocation, region: regionOf(place.range) }
          : { artifactLocation: artifactLocationOf(place.path), region: regionOfSpan(place.span) },
    })),
  };
}

/** The fixes of one file, as changes to its text. */
class FixWriter {
  readonly #analysis: Analysis;
  readonly #artifactLocation: ArtifactLocation;
  readonly #regionOf: (range: Problem['range']) => Region;
  #secrets: readonly string[] | undefined;

  constructor(
    analysis: Analysis,
    artifactLocation: ArtifactLocation,
    regionOf: (range: Problem['range']) => Region,
  ) {
    this.#analysis = analysis;
    this.#artifactLocation = artifactLocation;
    this.#regionOf = regionOf;
  }

  /** Nothing where there is nothing to change, or where what is to be written holds a secret of the file. */
  write(fix: Fix): SarifFix[] {
    const edits = editsFor(this.#analysis.document, fix);
    if (edits.length === 0 || edits.some(({ newText }) => this.#holdsSecret(newText))) return [];
    const replacements = edits.map(({ range, newText }) => ({
      deletedRegion: this.#regionOf(range),
      ...(newText === '' ? {} : { insertedContent: { text: newText } }),
    }));
    return [
      {
        description: { text: withoutLinks(fix.title) },
        artifactChanges: [{ artifactLocation: this.#artifactLocation, replacements }],
      },
    ];
  }

  #holdsSecret(newText: string): boolean {
    const { text } = this.#analysis.document;
    this.#secrets ??= secretPlaces(this.#analysis).map(({ start, end }) => text.slice(start, end));
    return this.#secrets.some((secret) => newText.includes(secret));
  }
}

/** Viewers make a link of `[text](address)` in any message, and the text may be a file's or a pack's. */
function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}

/** As a result and no notification, since those stand behind every result and would have to wait in memory. */
function unreadable(path: string, message: string): Result {
  return {
    ruleId: UNREADABLE,
    level: 'error',
    message: { text: withoutLinks(message) },
    locations: [{ physicalLocation: { artifactLocation: artifactLocationOf(path) } }],
  };
}

/** A path as an address: relative to wherever the repository is, or absolute. */
function artifactLocationOf(path: string): ArtifactLocation {
  const uri = wellFormed(path).split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:/.test(path) ? { uri: `file:///${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** An object in JSON without its closing brace, to be followed by more members. */
function unclosed(object: object): string {
  return JSON.stringify(object).slice(0, -1);
}
