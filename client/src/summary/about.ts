import { env, l10n, type Uri } from 'vscode';
import type { SummaryParams } from '../../../protocol/messages.ts';

/** The last part of a file's address, as a person knows it. */
export function fileNameOf({ path, scheme }: Uri): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === '' ? scheme : name;
}

/** What a summary says of itself: of which file, made by what and when. */
export function aboutSummary(
  uri: Uri,
  version: string,
): Pick<SummaryParams, 'fileName' | 'program' | 'date' | 'language'> {
  return {
    fileName: fileNameOf(uri),
    program: `OCPP Config ${version}`,
    date: localTime(new Date()),
    language: shownLanguage(),
  };
}

/** The language that our words are in: the editor's, where there is a translation into it. */
export function shownLanguage(): string {
  return l10n.bundle === undefined ? 'en' : env.language;
}

/** "2026-11-25 14:03": the same everywhere, and in the reader's time. */
function localTime(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
