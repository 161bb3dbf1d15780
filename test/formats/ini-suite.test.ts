import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEscapes } from '../../server/src/formats/ini/escapes.ts';
import { iniFormat } from '../../server/src/formats/ini/index.ts';
import { inOneGo } from '../../server/src/model/steps.ts';
import { corpusFolder } from '../corpus/corpus.ts';
import { catalog } from '../helpers/knowledge.ts';
import { describeFormat, type Sample } from './format-suite.ts';

const fixtures = join(import.meta.dirname, 'fixtures/ini');

describeFormat('ini, fixtures', {
  format: iniFormat,
  samples: samplesIn(fixtures).flatMap(variants),
  decode,
});

// Where the real files are not at hand, the fixtures stand for them.
describeFormat('ini, corpus', {
  format: iniFormat,
  samples: samplesIn(corpusFolder).filter(isOurs),
  decode,
  runs: 25,
});

function samplesIn(folder: string): Sample[] {
  return globSync('**/*', { cwd: folder })
    .filter((path) => iniFormat.accepts({ path }))
    .sort()
    .map((path) => ({ name: path, text: readFileSync(join(folder, path), 'utf8'), options: { path } }));
}

function isOurs({ text, options }: Sample): boolean {
  return inOneGo(iniFormat.parse(text, { ...options, isKeyName: catalog.isKeyName })) !== undefined;
}

/** The same file as other programs would have saved it. */
function variants({ name, text, options = {} }: Sample): Sample[] {
  const variant = (kind: string, changed: string): Sample => ({
    name: `${name}, ${kind}`,
    text: changed,
    options,
  });
  return [
    variant('as it is', text),
    variant('CRLF and BOM', `\ufeff${text.replaceAll('\n', '\r\n')}`),
    variant('CR', text.replaceAll('\n', '\r')),
    variant('no final line break', text.trimEnd()),
  ];
}

function decode(written: string, { options }: Sample): string {
  if (options?.path?.endsWith('.properties') !== true) return written;
  return decodeEscapes(written, { start: 0, end: written.length }).text;
}
