import type { Uri } from 'vscode';

/** The scheme of the pages that the extension shows itself. */
export const PAGE_SCHEME = 'ocpp-config';

/** The name of the project file, as the server's `project/project-file.ts` says it. */
export const PROJECT_FILE_NAME = '.ocpp-config.json';

/**
 * What may be a charger configuration; the server decides. No scheme is named: files on another machine, in a web
 * editor or not saved yet count as well.
 */
export const DOCUMENT_SELECTOR = [
  { language: 'json' },
  { language: 'jsonc' },
  { language: 'ini' },
  { language: 'properties' },
  { language: 'dotenv' },
  { pattern: '**/*.{jsn,cfg,conf,env,log}' },
];

/** Documents that show something else than a file: above all our own log, whose lines are about our messages. */
const SCHEMES_TO_LEAVE_ALONE = new Set(['output', PAGE_SCHEME]);

/** Whether a document is never ours, whatever is in it. */
export function isLeftAlone({ scheme }: Uri): boolean {
  return SCHEMES_TO_LEAVE_ALONE.has(scheme);
}
