/** The example in CONTRIBUTING.md, as somebody would follow it. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Folder } from '../cli/support/folder.ts';
import { runInside } from '../cli/support/run-inside.ts';

const text = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');

/** The block in CONTRIBUTING.md that is meant to be a file of this name. */
function block(name: string): string {
  const start = `\`\`\`json ${name}\n`;
  const at = text.indexOf(start);
  const found = at < 0 ? undefined : text.slice(at + start.length, text.indexOf('```', at + start.length));
  if (found === undefined) throw new Error(`CONTRIBUTING.md has no block ${name}`);
  return found;
}

test('the pack of CONTRIBUTING.md is right and finds what the text says', async () => {
  const folder = new Folder().with({
    '.ocpp-config.json': '{ "packs": ["lumen.ocpp-pack.json"] }',
    'lumen.ocpp-pack.json': block('lumen.ocpp-pack.json'),
    'dump.json': block('dump.json'),
  });

  const { stdout } = await runInside(['check', '--format', 'json'], { cwd: folder.path });

  const { files } = JSON.parse(stdout) as {
    files: { path: string; vendor: string; problems: { rule: string; severity: string }[] }[];
  };
  expect(files).toHaveLength(1);
  expect(files[0]).toMatchObject({ path: 'dump.json', vendor: 'Lumen' });
  expect(files[0]?.problems.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    'value-range warning',
    'greenflux/free-vend-token warning',
    'value-not-allowed hint',
  ]);
});

test('what it says of explain is so', async () => {
  const folder = new Folder().with({
    '.ocpp-config.json': '{ "packs": ["lumen.ocpp-pack.json"] }',
    'lumen.ocpp-pack.json': block('lumen.ocpp-pack.json'),
  });

  const { stdout } = await runInside(['explain', 'LumenMaxCurrent'], { cwd: folder.path });

  expect(stdout).toContain('The most that the station draws from the grid');
});

test('the examples of the manual are right', async () => {
  const manual = readFileSync(new URL('../../docs/project-file.md', import.meta.url), 'utf8');
  const [project = '', profile = ''] = [...manual.matchAll(/```jsonc?\n([\s\S]*?)```/g)].map(
    (match) => match[1],
  );
  const folder = new Folder().with({
    '.ocpp-config.json': project.replace('"packs": ["packs"],', ''),
    'our-network.ocpp-profile.json': profile,
    'a.json': '{}',
  });

  const { stdout } = await runInside(['check', 'a.json', '--format', 'json'], { cwd: folder.path });

  expect(
    (JSON.parse(stdout) as { files: { problems: unknown[] }[] }).files.flatMap((file) => file.problems),
  ).toEqual([]);
});
