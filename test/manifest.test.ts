/** What `package.json` tells VS Code about commands and the walkthrough. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../package.json';
import texts from '../package.nls.json';

const projectFolder = join(import.meta.dirname, '..');
const { commands, menus, walkthroughs } = manifest.contributes;
const ids = commands.map(({ command }) => command);
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

/** All pictures of the walkthrough come with the extension, which people download over mobile networks. */
const MOST_BYTES_OF_PICTURES = 400_000;

test('a command about a file can be run exactly where the palette offers it', () => {
  const shown = new Map(menus.commandPalette.map(({ command, when }) => [command, when]));
  for (const command of commands) {
    expect(shown.get(command.command), command.command).toBe(
      'enablement' in command ? command.enablement : undefined,
    );
  }
});

test('what is in the title of an editor has a picture', () => {
  for (const { command } of menus['editor/title']) {
    const contributed = commands.find((candidate) => candidate.command === command);
    expect(contributed, command).toMatchObject({ icon: expect.stringMatching(/^\$\(.+\)$/) });
  }
});

test('each step of the walkthrough says what to do, runs a command that there is, and can be completed', () => {
  expect(steps.map(({ id }) => id)).toEqual(['sample', 'hover', 'fix', 'station', 'summary', 'project']);
  for (const { description, completionEvents } of steps) {
    const text = textOf(description);
    const links = [...text.matchAll(/\]\(command:(?:toSide:)?([\w.]+)\)/g)].map(([, command]) => command);
    expect(links, text).toHaveLength(1);
    for (const command of links) expect(ids).toContain(command);
    expect(completionEvents.length).toBeGreaterThan(0);
    const own = completionEvents.flatMap((event) => /^onCommand:(ocppConfig\..+)$/.exec(event)?.[1] ?? []);
    for (const command of own) expect(ids).toContain(command);
  }
});

test('each step has a picture, which is small and is described', () => {
  for (const { media } of steps) {
    expect(existsSync(join(projectFolder, media.image)), media.image).toBe(true);
    expect(textOf(media.altText).length).toBeGreaterThan(30);
  }
  const bytes = steps.reduce((sum, { media }) => sum + statSync(join(projectFolder, media.image)).size, 0);
  expect(bytes).toBeLessThan(MOST_BYTES_OF_PICTURES);
});

test('every context in a condition is set by the extension or by VS Code', () => {
  const source = ['status.ts', 'first-run.ts'].map((file) =>
    readFileSync(join(projectFolder, 'client', 'src', file), 'utf8'),
  );
  const conditions = JSON.stringify(manifest.contributes).matchAll(/ocppConfig\.(recognised|hoverRead)\b/g);
  for (const [context] of conditions) expect(source.join('\n')).toContain(`'${context}'`);
});

function textOf(key: string): string {
  return (texts as Readonly<Record<string, string>>)[key.replaceAll('%', '')] ?? '';
}
