import * as l10n from '@vscode/l10n';
import type { SyntaxProblem } from '../../model/document.ts';
import { INVALID_CHARACTER, INVALID_ESCAPE, INVALID_UNICODE, UNEXPECTED_END_OF_STRING } from './tokens.ts';

/** After a problem, so many tokens must be read without one before the next is told: one cause, one problem. */
const QUIET_TOKENS = 3;
/** More problems than this help nobody. */
const MOST_PROBLEMS = 100;

/** Collects what is wrong with a text, without the cascade that follows from one mistake. */
export class SyntaxReport {
  readonly problems: SyntaxProblem[] = [];
  /** How many mistakes there were, the ones kept quiet included. */
  mistakes = 0;
  #tokens = QUIET_TOKENS;

  /** Says that one more token was read. */
  passToken(): void {
    this.#tokens++;
  }

  /** One more of a kind that has been told. */
  addSilently(): void {
    this.mistakes++;
    this.#tokens = 0;
  }

  add(start: number, end: number, message: string): void {
    this.mistakes++;
    const quiet = this.#tokens < QUIET_TOKENS;
    this.#tokens = 0;
    if (quiet || this.problems.length >= MOST_PROBLEMS) return;
    this.problems.push({ range: { start, end: Math.max(start, end) }, message });
  }
}

/** What a scanner's complaint about a string or number means. */
export function messageForScanError(error: number): string {
  switch (error) {
    case UNEXPECTED_END_OF_STRING:
      return l10n.t('This string is not closed: its second double quote is missing');
    case INVALID_UNICODE:
      return l10n.t('After \\u in this string JSON wants four hexadecimal digits');
    case INVALID_ESCAPE:
      return l10n.t(
        'This string has a backslash before a character that needs none: write \\\\ for a backslash',
      );
    case INVALID_CHARACTER:
      return l10n.t(
        'This string holds a tab or another control character, which JSON wants written as an escape (\\t)',
      );
    default:
      return l10n.t('This number is not complete');
  }
}
