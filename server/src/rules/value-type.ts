import * as l10n from '@vscode/l10n';
import type { KeyFacts, KeyType } from '../catalog/knowledge.ts';
import type { Fix, PlainValue } from '../model/problem.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import { asWritten, booleanWords } from '../resolve/written-value.ts';
import { entryRule } from './rule.ts';
import { everyKey } from './support/kinds-of-keys.ts';
import { isWritten, refusal, severityOf } from './support/purpose.ts';
import { formatProblem } from './support/string-formats.ts';

type Finding =
  /** No value of the key's type at all; `guess` is what was probably meant. */
  | { readonly kind: 'wrong'; readonly guess: number | boolean | undefined }
  | { readonly kind: 'empty' }
  /** A string of the wrong form; `form` says which one is right. */
  | { readonly kind: 'form'; readonly form: string }
  | { readonly kind: 'too-short'; readonly minimum: number }
  /** The right value in a notation that the file's reader does not take: `"900"` for 900 or the reverse. */
  | { readonly kind: 'notation'; readonly value: PlainValue; readonly wanted: 'string' | 'native' }
  /** Understood, but not as the standard writes it: `TRUE`, `1`, `007`. */
  | { readonly kind: 'spelling'; readonly value: number | boolean };

/** A value that is nothing of its key's type, or is not written as the file's reader needs it. */
export const valueType = entryRule<Finding>({
  id: 'value-type',
  group: 'values',
  severity: 'error',
  title: 'Value of the wrong type',
  since: '0.1.0',
  concerns: everyKey,
  find(entry, scope) {
    const { facts } = entry;
    if (facts === undefined) return undefined;
    // A strict loader checks the types of what the station states about itself, too.
    if (isReportedFact(entry, scope) && !scope.scope.dialect.strict) return undefined;
    const finding = mistakeIn(entry, facts, scope);
    return finding === undefined ? undefined : [finding];
  },
  word(finding, { entry, name, facts, secret }, scope) {
    const written = secret ? l10n.t('this value') : `"${entry.value?.text ?? ''}"`;
    switch (finding.kind) {
      case 'wrong':
        return {
          what: l10n.t('{0} needs {1}, not {2}.', name, nounOf(facts), written),
          why: refusal(scope),
          todo: howTo(facts),
          severity: severityOf(scope, 'error', 'warning'),
        };
      case 'empty':
        return {
          what: l10n.t('{0} is empty and needs {1}.', name, nounOf(facts)),
          why: refusal(scope),
          todo: howTo(facts),
          severity: 'warning',
          range: entry.keyRange,
        };
      case 'form':
        return {
          what: l10n.t('{0} needs {1}, not {2}.', name, finding.form, written),
          // A loader checks that it is a string, not what it says.
          why: scope.scope.dialect.strict ? undefined : refusal(scope),
          severity: secret ? 'information' : severityOf(scope, 'warning', 'information'),
        };
      case 'too-short':
        return {
          what: l10n.t('{0} is too short: it needs {1} characters or more.', name, finding.minimum),
          why: scope.scope.dialect.strict ? undefined : refusal(scope),
          todo: l10n.t('Use a longer one.'),
          severity: secret ? 'information' : severityOf(scope, 'warning', 'information'),
        };
      case 'notation':
        return {
          what:
            finding.wanted === 'native'
              ? l10n.t('{0} is written as a string and needs {1} without quotes.', name, nounOf(facts))
              : l10n.t('{0} is written without quotes; OCPP sends every value as a string.', name),
          why:
            finding.wanted === 'native'
              ? refusal(scope)
              : l10n.t('A back office that checks its messages cannot send it as it stands.'),
          todo:
            finding.wanted === 'native'
              ? l10n.t('Write {0}.', String(finding.value))
              : l10n.t('Write "{0}".', String(finding.value)),
          severity: scope.scope.dialect.strict ? 'error' : 'warning',
          range: entry.value?.fullRange ?? entry.keyRange,
        };
      case 'spelling':
        return {
          what: l10n.t(
            '{0} is understood by many stations as {1}, not by all.',
            written,
            String(finding.value),
          ),
          todo: l10n.t('Write {0}.', String(finding.value)),
          severity: 'hint',
        };
    }
  },
  fix(finding, { entry, facts }, scope) {
    const set = (wanted: PlainValue, { safe }: { readonly safe: boolean }): readonly Fix[] => {
      const value = facts === undefined ? wanted : asWritten(wanted, facts, scope);
      return [
        { title: l10n.t('Write {0}', String(value)), safe, changes: [{ kind: 'set-value', entry, value }] },
      ];
    };
    switch (finding.kind) {
      case 'wrong':
        return finding.guess === undefined ? [] : set(finding.guess, { safe: false });
      case 'notation':
      case 'spelling':
        return set(finding.value, { safe: true });
      default:
        return [];
    }
  },
});

function mistakeIn(entry: ResolvedEntry, facts: KeyFacts, scope: ResolvedScope): Finding | undefined {
  const { value } = entry;
  switch (value.kind) {
    case 'wrong-type':
      return { kind: 'wrong', guess: value.guess };
    case 'empty':
      return isWritten(scope) && (isScalar(facts.type) || facts.type === 'enum')
        ? { kind: 'empty' }
        : undefined;
    case 'boolean':
    case 'number':
      return (
        notationMistake(entry, value.value, scope) ??
        (value.canonical || !isWritten(scope) || isUsualWord(entry, facts, scope)
          ? undefined
          : { kind: 'spelling', value: value.value })
      );
    case 'text': {
      if (facts.minLength !== undefined && value.text.length < facts.minLength) {
        return { kind: 'too-short', minimum: facts.minLength };
      }
      const form = formatProblem(value.text, facts);
      return form === undefined ? undefined : { kind: 'form', form };
    }
    default:
      return undefined;
  }
}

function notationMistake(
  { entry }: ResolvedEntry,
  value: number | boolean,
  scope: ResolvedScope,
): Finding | undefined {
  const kind = entry.value?.kind;
  if (!isWritten(scope)) return undefined;
  const { values } = scope.scope.dialect;
  if (values === 'native' && kind === 'string') return { kind: 'notation', value, wanted: 'native' };
  // Natively typed booleans and numbers: `true` may only ever be sent as "true".
  if (values === 'strings' && (kind === 'number' || kind === 'boolean')) {
    return { kind: 'notation', value, wanted: 'string' };
  }
  return undefined;
}

/** Whether a boolean is written as this vendor's stations, or the rest of the file, write it. */
function isUsualWord({ entry }: ResolvedEntry, facts: KeyFacts, scope: ResolvedScope): boolean {
  return booleanWords(facts, scope).includes(entry.value?.text.trim() ?? '');
}

function isScalar(type: KeyType): boolean {
  return type === 'boolean' || type === 'integer' || type === 'decimal';
}

function nounOf(facts: KeyFacts | undefined): string {
  switch (facts?.type) {
    case 'boolean':
      return l10n.t('true or false');
    case 'integer':
      return wholeNumber(facts.unit);
    case 'decimal':
      return l10n.t('a number');
    case 'enum':
      return l10n.t('one of {0}', (facts.values ?? []).map((named) => named.value).join(', '));
    default:
      return l10n.t('a value');
  }
}

function wholeNumber(unit: KeyFacts['unit']): string {
  switch (unit) {
    case 's':
      return l10n.t('a whole number of seconds');
    case 'ms':
      return l10n.t('a whole number of milliseconds');
    case 'min':
      return l10n.t('a whole number of minutes');
    case 'h':
      return l10n.t('a whole number of hours');
    case 'd':
      return l10n.t('a whole number of days');
    case 'Wh':
      return l10n.t('a whole number of watt-hours');
    case 'kWh':
      return l10n.t('a whole number of kilowatt-hours');
    case 'W':
      return l10n.t('a whole number of watts');
    case 'kW':
      return l10n.t('a whole number of kilowatts');
    case 'A':
      return l10n.t('a whole number of amperes');
    case 'mA':
      return l10n.t('a whole number of milliamperes');
    case 'dA':
      return l10n.t('a whole number of tenths of an ampere');
    case 'V':
      return l10n.t('a whole number of volts');
    case '%':
      return l10n.t('a whole number of percent');
    case '°C':
      return l10n.t('a whole number of degrees Celsius');
    case 'B':
      return l10n.t('a whole number of bytes');
    case 'characters':
      return l10n.t('a whole number of characters');
    case 'count':
    case undefined:
      return l10n.t('a whole number');
  }
}

function howTo(facts: KeyFacts | undefined): string {
  if (facts?.type === 'boolean') return l10n.t('Write true or false.');
  if (facts?.type === 'integer') return l10n.t('Write digits only, without a unit.');
  return l10n.t('Correct the value.');
}
