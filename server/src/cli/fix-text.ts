import * as l10n from '@vscode/l10n';
import type { Analysis, AnalysisOptions } from '../analysis.ts';
import { fixAll } from '../fixes.ts';

/** What applying the safe fixes to a text comes to. */
export type FixOutcome =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'fixed';
      readonly text: string;
      readonly applied: number;
      /** Of the fixed text. */
      readonly analysis: Analysis;
    }
  /** `reason` is a sentence for a person. */
  | { readonly kind: 'left-alone'; readonly reason: string };

/**
 * Applies the safe fixes of an analysed text. A text with syntax errors is left alone: where a bracket or a quote is
 * missing, what looks like a value may be something else. So is one that would come out of it with such errors.
 */
export function fixText(analysis: Analysis, options: AnalysisOptions): FixOutcome {
  if (!analysis.problems.some(({ fixes }) => fixes.some(({ safe }) => safe))) return { kind: 'nothing' };
  const { text, syntaxProblems } = analysis.document;
  if (syntaxProblems.length > 0) {
    return leftAlone(l10n.t('Not fixed: it has syntax errors. Put these right first.'));
  }
  const fixed = fixAll(text, options);
  if (fixed === undefined || fixed.analysis.document.syntaxProblems.length > 0) {
    return leftAlone(
      l10n.t('Not fixed: the fixes would break it. Please report this as a mistake in ocpp-config.'),
    );
  }
  if (fixed.text === text) return { kind: 'nothing' };
  return { kind: 'fixed', text: fixed.text, applied: fixed.applied, analysis: fixed.analysis };
}

function leftAlone(reason: string): FixOutcome {
  return { kind: 'left-alone', reason };
}
