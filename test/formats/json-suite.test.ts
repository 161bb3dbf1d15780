import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFormat } from '../../server/src/formats/json/index.ts';
import { decodeString } from '../../server/src/formats/json/strings.ts';
import { describeFormat, type Sample } from './format-suite.ts';

const fixtures = join(import.meta.dirname, 'fixtures/json');

describeFormat('json, fixtures', {
  format: jsonFormat,
  samples: samplesIn(fixtures),
  decode: decodeString,
});

function samplesIn(folder: string): Sample[] {
  return globSync('**/*.json*', { cwd: folder })
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), options: { path: name } }));
}
