import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFormat } from '../../server/src/formats/json/index.ts';
import { decodeString } from '../../server/src/formats/json/strings.ts';
import { describeFormat, type Sample } from './format-suite.ts';
import { isRemovable } from './json-helpers.ts';

const fixtures = join(import.meta.dirname, 'fixtures/json');

describeFormat('json, fixtures', {
  format: jsonFormat,
  samples: samplesIn(fixtures).flatMap(variants),
  decode: decodeString,
  isRemovable,
  runs: 20,
});

function samplesIn(folder: string): Sample[] {
  return globSync('**/*.json*', { cwd: folder })
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), options: { path: name } }));
}

/** The same file as other programs would have saved it. */
function variants({ name, text, options = {} }: Sample): Sample[] {
  const isInLines = text.includes('\n', 1) && !text.includes('\r');
  const crlf = { name: `${name}, CRLF and BOM`, text: `\ufeff${text.replaceAll('\n', '\r\n')}`, options };
  return [{ name, text, options }, ...(isInLines ? [crlf] : [])];
}
