/** The language server of VS Code's own JSON support, as the embedded editor ships it, with our benchmark's schema. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installEditor } from '../editor/install.ts';
import type { Vocabulary } from './documents.ts';
import { getConfigurationSchema } from './json-schema.ts';
import type { ServerProgram } from './running-server.ts';

/** Installs the embedded editor where it is missing. */
export async function jsonServer(vocabulary: Vocabulary): Promise<ServerProgram> {
  const editor = dirname(dirname(await installEditor()));
  const path = join(
    editor,
    'extensions',
    'json-language-features',
    'server',
    'dist',
    'node',
    'jsonServerMain.js',
  );
  if (!existsSync(path)) throw new Error(`The embedded editor has no JSON server at ${path}.`);
  return {
    path,
    settings: {
      json: {
        validate: { enable: true },
        schemas: [{ fileMatch: ['*.json'], schema: getConfigurationSchema(vocabulary) }],
        resultLimit: 1_000_000,
      },
    },
  };
}
