import * as l10n from '@vscode/l10n';
import type { LineIndex } from '../../text/line-index.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { Block, Line, Place, Section, SummaryPage, ValueLine } from './page.ts';
import type {
  ConfigurationSummary,
  MissingLine,
  ProblemGroup,
  ProblemLine,
  ProblemLines,
  Summary,
  ValueRow,
} from './summary.ts';
import { areaWords, countsWords, furtherWords, severityLabel, stateWords } from './summary-words.ts';

/** What a summary does not know of itself. */
export interface SummaryOrigin {
  /** The file's name without its folders. */
  readonly fileName: string;
  /** "OCPP Config 0.2.0". */
  readonly program: string;
  /** "2026-11-25 14:03": when it was made, in the reader's time. */
  readonly date: string;
}

/** Puts a summary into words. */
export function summaryPage(summary: Summary, lines: LineIndex, origin: SummaryOrigin): SummaryPage {
  const words = new Words(lines, summary.operator);
  const [only, ...others] = summary.configurations;
  const sections =
    only !== undefined && others.length === 0
      ? words.sectionsOf(only)
      : summary.configurations.map((configuration) => words.configuration(configuration));
  return {
    title: l10n.t('Summary of {0}', origin.fileName),
    lead: leadOf(summary),
    sections: [...sections, ...words.elsewhere(summary.elsewhere), ...furtherSections(summary)],
    footer: l10n.t('Made by {0} on {1} from {2}.', origin.program, origin.date, origin.fileName),
  };
}

function leadOf(summary: Summary): readonly string[] {
  const { shape, purpose, counts, suppressed } = summary;
  return [[shape, purpose].filter((part) => part !== '').join(' · '), countsWords(counts, suppressed)].filter(
    (text) => text !== '',
  );
}

function furtherSections({ furtherConfigurations: further }: Summary): readonly Section[] {
  if (further === 0) return [];
  const text = l10n.t(
    'The file has {0} more configurations. Their problems are listed by the editor and by "ocpp-config check".',
    further,
  );
  return [{ heading: l10n.t('More'), blocks: [{ kind: 'text', text }], sections: [] }];
}

class Words {
  readonly #lines: LineIndex;
  readonly #operator: string | undefined;

  constructor(lines: LineIndex, operator: string | undefined) {
    this.#lines = lines;
    this.#operator = operator;
  }

  configuration(configuration: ConfigurationSummary): Section {
    const { label } = this.#placeOf(configuration.range);
    return {
      heading: l10n.t('{0}, from {1}', configuration.title, label),
      blocks: [],
      sections: this.sectionsOf(configuration),
    };
  }

  sectionsOf(configuration: ConfigurationSummary): readonly Section[] {
    return [
      this.#station(configuration),
      this.#missing(configuration.missing),
      this.#dangers(configuration.dangers),
      ...this.#values(configuration),
      ...this.#slight(configuration.slight),
    ];
  }

  /** What belongs to no configuration. */
  elsewhere(groups: readonly ProblemGroup[]): readonly Section[] {
    if (groups.length === 0) return [];
    return [
      {
        heading: l10n.t('Elsewhere in the file'),
        blocks: [],
        sections: groups.map((group) => this.#danger(group)),
      },
    ];
  }

  #station({ facts }: ConfigurationSummary): Section {
    const caption = l10n.t('What is known of the station');
    const columns = [l10n.t('What'), l10n.t('Value'), l10n.t('Why')];
    return {
      heading: l10n.t('The station'),
      blocks: [{ kind: 'facts', head: { caption, columns }, facts }],
      sections: [],
    };
  }

  #missing(missing: readonly MissingLine[]): Section {
    return {
      heading: l10n.t('What is missing'),
      blocks: [
        missing.length === 0
          ? textBlock(l10n.t('Nothing that is known of.'))
          : { kind: 'lines', lines: missing.map((line) => this.#missingLine(line)) },
      ],
      sections: [],
    };
  }

  #missingLine({ kind, name, text, range, fixes }: MissingLine): Line {
    return {
      severity: undefined,
      name,
      text,
      rule: undefined,
      place: this.#placeOf(range),
      fixes,
      asksForStation: kind === 'fact',
    };
  }

  #dangers(groups: readonly ProblemGroup[]): Section {
    const nothing = l10n.t('No errors and no warnings.');
    return {
      heading: l10n.t('What is dangerous'),
      blocks: groups.length === 0 ? [textBlock(nothing)] : [],
      sections: groups.map((group) => this.#danger(group)),
    };
  }

  #danger(group: ProblemGroup): Section {
    return { heading: areaWords(group.area), blocks: this.#problems(group), sections: [] };
  }

  #slight(problems: ProblemLines): readonly Section[] {
    if (problems.lines.length === 0) return [];
    return [{ heading: l10n.t('Worth a look'), blocks: this.#problems(problems), sections: [] }];
  }

  #problems({ lines, further }: ProblemLines): readonly Block[] {
    const list: Block = { kind: 'lines', lines: lines.map((line) => this.#problem(line)) };
    return further === 0 ? [list] : [list, textBlock(furtherWords(further))];
  }

  #problem({ severity, rule, key, message, range, fixes }: ProblemLine): Line {
    return {
      severity: { id: severity, label: severityLabel(severity) },
      name: key ?? l10n.t('The file'),
      text: message,
      rule,
      place: this.#placeOf(range),
      fixes,
      asksForStation: false,
    };
  }

  #values({ values, untouched }: ConfigurationSummary): readonly Section[] {
    if (this.#operator === undefined) return [];
    const blocks: Block[] = [];
    if (values.length > 0) {
      const caption = l10n.t('What {0} asks for, and what is there', this.#operator);
      const columns = [
        l10n.t('Setting'),
        l10n.t('Present value'),
        l10n.t('Recommended value'),
        l10n.t('State'),
        l10n.t('Why'),
      ];
      blocks.push({
        kind: 'values',
        head: { caption, columns },
        rows: values.map((row) => this.#value(row)),
      });
    }
    if (untouched > 0 || values.length === 0)
      blocks.push(textBlock(untouchedWords(untouched, this.#operator)));
    return [{ heading: l10n.t('Recommended values of {0}', this.#operator), blocks, sections: [] }];
  }

  #value(row: ValueRow): ValueLine {
    const { key, title, present, recommended, state, severity, reason, range, fixes, mandatory } = row;
    return {
      name: key,
      title: mandatory ? l10n.t('{0} (mandatory)', title) : title,
      present: present ?? l10n.t('none'),
      recommended,
      state: { id: state, label: stateWords(state) },
      severity,
      reason,
      place: this.#placeOf(range),
      fixes,
    };
  }

  #placeOf(range: OffsetRange): Place {
    const { line } = this.#lines.positionAt(range.start);
    return { range, label: l10n.t('line {0}', line + 1) };
  }
}

function untouchedWords(count: number, operator: string): string {
  if (count === 0) return l10n.t('{0} asks for nothing that this configuration could hold.', operator);
  return count === 1
    ? l10n.t('{0} has a recommendation for 1 more key, which this configuration leaves alone.', operator)
    : l10n.t(
        '{0} has recommendations for {1} more keys, which this configuration leaves alone.',
        operator,
        count,
      );
}

function textBlock(text: string): Block {
  return { kind: 'text', text };
}
