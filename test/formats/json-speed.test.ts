/** The time that the JSON format takes, against the tokenizer's own visitor, which does nothing with what it reads. */

import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';

type Formats = typeof import('../../server/src/formats/index.ts');
type Parser = typeof import('jsonc-parser');

/** What is aimed at is 2; other work on the same machine is allowed for. */
const LIMIT = 4;
const ROUNDS = 15;

let parseDocument: Formats['parseDocument'];
let visit: Parser['visit'];

// Bundled as the product is: the test runner turns each imported name into a look-up, which would be measured too.
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { parseDocument } from './server/src/formats/index.ts'; export { visit } from 'jsonc-parser';`,
      resolveDir: join(import.meta.dirname, '../..'),
    },
    bundle: true,
    write: false,
    format: 'esm',
    mainFields: ['module', 'main'],
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const bundle: Pick<Formats, 'parseDocument'> & Pick<Parser, 'visit'> = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${code}`
  );
  parseDocument = bundle.parseDocument;
  visit = bundle.visit;
});

test.each([1_000, 10_000])('%i entries, recognised and read', (count) => {
  const text = JSON.stringify({ configurationKey: Array.from({ length: count }, entry) }, null, 2);
  const bare = fastest(() => visit(text, {}, { disallowComments: false, allowTrailingComma: true }));
  const whole = fastest(() => {
    const document = parseDocument(text, { path: 'a.json', isKeyName: () => false });
    let length = 0;
    for (const { address, value, keyRange } of document?.scopes[0]?.entries ?? []) {
      length += address.name.length + (value?.text.length ?? 0) + keyRange.end;
    }
    expect(length).toBeGreaterThan(count);
  });
  console.log(
    `${count} entries (${Math.round(text.length / 1024)} KiB): visit ${bare.toFixed(2)} ms, ` +
      `document with every entry looked at ${whole.toFixed(2)} ms, ${(whole / bare).toFixed(2)} times`,
  );
  expect(whole / bare).toBeLessThan(LIMIT);
});

function entry(_nothing: unknown, index: number): unknown {
  return { key: `VendorKey${index}`, readonly: index % 5 === 0, value: String(index) };
}

/** The least of several times, which other programs disturb least. */
function fastest(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
