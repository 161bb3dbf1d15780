import { expect, test } from 'vitest';
import { HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { readyClient } from './support/clients.ts';

const URI = 'file:///fleet/station.json';
const TEXT =
  '{ "configurationKey": [\n  { "key": "HeartbeatInterval", "readonly": false, "value": "soon" }\n] }\n';

test.each([
  ['de', 'braucht eine ganze Zahl von Sekunden', 'Lebenszeichen'],
  ['de-AT', 'braucht eine ganze Zahl von Sekunden', 'Lebenszeichen'],
  ['nl-BE', 'heeft een geheel aantal seconden nodig', 'levensteken'],
  ['fr', 'needs a whole number of seconds', 'sign of life'],
  [undefined, 'needs a whole number of seconds', 'sign of life'],
])(
  'with the locale %s problems and what is known are said in that language',
  async (locale, problem, fact) => {
    const client = await readyClient(locale === undefined ? {} : { locale });
    await client.open(URI, TEXT);

    const problems = await client.pull(URI);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: URI },
      position: { line: 1, character: 14 },
    });

    expect(problems.map(({ message }) => message).join('\n')).toContain(problem);
    expect((hover?.contents as MarkupContent | undefined)?.value).toContain(fact);
  },
);
