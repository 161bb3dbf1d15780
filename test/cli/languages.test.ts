import { expect, test } from 'vitest';
import { pseudo, pseudoShelf, speakPseudo, untranslatedWords } from '../l10n/support/pseudo.ts';
import { run } from './support/run.ts';
import { runInside } from './support/run-inside.ts';

const EXAMPLES = 'examples/with-mistakes';

test.each([
  ['de', 'Warnung  misspelt-key', 'Ladestations-Konfigurationen: '],
  ['nl', 'waarschuwing  misspelt-key', 'laadstationconfiguraties: '],
  ['en', 'warning  misspelt-key', 'charger configurations: '],
])('check --lang %s', async (language, problem, summary) => {
  const { stdout } = await run(['check', '--lang', language, EXAMPLES]);

  expect(stdout).toContain(problem);
  expect(stdout).toContain(summary);
});

test('without --lang it is English, whatever the environment says', async () => {
  const { stdout } = await run(['check', EXAMPLES], {
    environment: { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  });

  expect(stdout).toContain('warning  misspelt-key');
});

test('ids in data for programs stay in every language', async () => {
  const { stdout } = await run(['check', '--lang', 'de', '--format', 'json', EXAMPLES]);

  expect(stdout).toContain('"severity": "warning"');
  expect(stdout).toContain('"rule": "misspelt-key"');
});

test.each([
  ['the summary of a fleet', ['--summary']],
  ['the page of a fleet', ['--summary', '--format', 'html']],
  ['SARIF', ['--format', 'sarif']],
])('%s has the titles of rules in the language', async (_what, words) => {
  const { stdout } = await run(['check', '--lang', 'de', ...words, EXAMPLES]);

  const titles = ['Wert vom falschen Typ', 'Value of the wrong type'];
  expect(titles.filter((title) => stdout.includes(title))).toEqual(['Wert vom falschen Typ']);
});

test('help is in the language, and what is wrong with the words too', async () => {
  const help = await run(['check', '--lang=nl', '--help']);
  const wrong = await run(['explain', '--lang', 'de', 'Hartbeat']);

  expect(help.stdout).toContain('de taal van de uitvoer');
  expect(help.stdout).not.toMatch(/^(?:Usage|Arguments|Options|Fleets|Output|Help|Files|Fixes|Examples):/m);
  expect(help.stdout).toContain('standaard: en');
  expect(help.stdout).toContain('links naar mappen worden niet gevolgd');
  expect(wrong.stderr).toContain('ist nichts bekannt');
});

test('a language that is not spoken is an error', async () => {
  const { code, stderr } = await run(['check', '--lang', 'fr', EXAMPLES]);

  expect(code).toBe(2);
  expect(stderr).toContain('en, de, nl');
});

test.each([
  ['a report', ['check', EXAMPLES]],
  ['an explanation of a key', ['explain', 'WebSocketPingInterval']],
  ['an explanation of a list', ['explain', 'MeterValuesSampledData']],
  ['an explanation of a measurand', ['explain', 'Current.Import']],
])('%s goes through translation', async (_what, words) => {
  const { stdout } = await runInside(words, { shelf: pseudoShelf, speakAs: speakPseudo });
  // The lines of files, the headings with shapes, and titles of documents are the same everywhere.
  const [beforeSources = ''] = stdout.split(`\n${pseudo('Sources')}\n`);
  const said = beforeSources
    .split('\n')
    .filter((line) => !/^\s*\d* \| /.test(line) && !line.startsWith(`${EXAMPLES}/`))
    .map((line) => line.replace(/ \(examples\/\S+:\d+:\d+\)$/, ''))
    .join('\n');

  expect(untranslatedWords(said, NAMES)).toEqual([]);
});

/** What stands in the examples, and by what names the data calls implementations. */
const NAMES = `HeartbeatIntreval on soc yes ${EXAMPLES}/ac-station.ini tfocpp Alfen catalogue, open-ocpp example, evcc writes it for operators`;
