/** What the command line's parts must not know. `test/layers.test.ts` has the layers of the whole. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'server', 'src', 'cli');

test('only the folder node/ knows Node', () => {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('node/'));
  const knowing = files.filter((name) =>
    /from 'node:|\bprocess\.|\bBuffer\b|\bNodeJS\b/.test(readFileSync(join(folder, name), 'utf8')),
  );

  expect(files.length).toBeGreaterThan(20);
  expect(knowing).toEqual([]);
});
