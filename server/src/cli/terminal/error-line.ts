import { severityWords } from '../../features/severity-words.ts';
import type { Style } from './style.ts';

/** What went wrong, as a line for standard error. */
export function errorLine(text: string, { severity }: Style): string {
  return `${severity.error(severityWords('error'))}: ${text}\n`;
}
