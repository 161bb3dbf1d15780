import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonEntry } from '../../server/src/formats/json/document.ts';
import { jsonFormat } from '../../server/src/formats/json/index.ts';
import { decodeString } from '../../server/src/formats/json/strings.ts';
import type { ConfigEntry } from '../../server/src/model/document.ts';
import { describeFormat, type Sample } from './format-suite.ts';

const fixtures = join(import.meta.dirname, 'fixtures/json');

describeFormat('json, fixtures', {
  format: jsonFormat,
  samples: samplesIn(fixtures),
  decode: decodeString,
  isRemovable,
});

/** The payload of a message cannot go without the message, nor a variable without its component. */
function isRemovable(entry: ConfigEntry): boolean {
  if (!(entry instanceof JsonEntry)) throw new TypeError('an entry of another format');
  const { kind } = entry.part.layout;
  return kind !== 'object' && kind !== 'listed';
}

function samplesIn(folder: string): Sample[] {
  return globSync('**/*.json*', { cwd: folder })
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), options: { path: name } }));
}
