import * as l10n from '@vscode/l10n';
import type { KeyFacts } from '../../catalog/knowledge.ts';

/** The form that a string should have and has not, as the object of "needs"; undefined when it is in order. */
export function formatProblem(text: string, facts: KeyFacts): string | undefined {
  if (facts.type === 'datetime')
    return isDateTime(text) ? undefined : l10n.t('a date and time such as 2026-03-29T01:00:00Z');
  switch (facts.format) {
    case 'hex':
      return isHex(text) ? undefined : l10n.t('pairs of hexadecimal digits (0 to 9, A to F)');
    case 'utc-offset':
      return isUtcOffset(text) ? undefined : l10n.t('an offset from UTC such as +01:00');
    case 'language-tag':
      return isLanguageTag(text) ? undefined : l10n.t('a language tag such as en or nl-BE');
    case 'json-object':
      return isJsonObject(text) ? undefined : l10n.t('a JSON object');
    default:
      return undefined;
  }
}

/** A language tag by RFC 5646, as far as its outer form goes. */
export function isLanguageTag(text: string): boolean {
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/.test(text);
}

function isHex(text: string): boolean {
  return text.length % 2 === 0 && /^[0-9A-Fa-f]*$/.test(text);
}

function isUtcOffset(text: string): boolean {
  return /^[+-](0[0-9]|1[0-4]):[0-5][0-9]$/.test(text);
}

function isDateTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) && !Number.isNaN(Date.parse(text));
}

function isJsonObject(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Not JSON: that is the answer, and the only thing that JSON.parse can fail with on a string.
    return false;
  }
}
