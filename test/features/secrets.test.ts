import { expect, test } from 'vitest';
import { planRecommended } from '../../server/src/features/apply-recommended.ts';
import { fixAllSafe, quickFixesAt } from '../../server/src/features/code-actions.ts';
import { completionsAt, resolveCompletion } from '../../server/src/features/completion.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { stationSummary } from '../../server/src/features/station-summary.ts';
import { outline } from '../../server/src/features/symbols.ts';
import { NOTATIONS, written } from '../helpers/features.ts';
import { catalog } from '../helpers/knowledge.ts';
import { analysisOf, withDefaults } from '../helpers/problems.ts';

/** Unlike anything else in any text, and of a length and alphabet that each key takes. */
const SECRET = 'FACE0FF5FACE0FF5FACE0FF5FACE0FF5';

/** Names under which secrets are found: the catalog's own, in other spellings, and makers' inventions. */
const SECRET_NAMES = [
  ...catalog.keys.filter(({ secret }) => secret).flatMap(({ name, misspellings }) => [name, ...misspellings]),
  'authorizationkey',
  'WifiPassword',
  'com_psk',
  'ApnPasswd',
  'FreeVendToken',
  'ClientSecret',
];

test.each(NOTATIONS)('no output in $name shows a secret', ({ name, options }) => {
  for (const secretName of new Set(SECRET_NAMES)) {
    const text = written(name, {
      LocalPreAuthorize: 'TRUE',
      WebSocketPingInterval: '10',
      ResetRetries: '3',
      [secretName]: SECRET,
    });
    const analysis = analysisOf(text, options);
    const outputs: unknown[] = [
      outline(analysis),
      stationSummary(analysis),
      planRecommended(analysis, withDefaults(options)),
      fixAllSafe(analysis, withDefaults(options)),
    ];
    for (let offset = 0; offset <= text.length; offset++) {
      const completions = completionsAt(analysis, offset);
      outputs.push(hoverAt(analysis, offset), completions);
      outputs.push(...completions.slice(0, 3).map(({ subject }) => resolveCompletion(analysis, subject)));
      const actions = quickFixesAt(analysis, { start: offset, end: offset }, withDefaults(options));
      outputs.push(actions.map(({ title, edits }) => ({ title, edits })));
    }
    expect(JSON.stringify(outputs), secretName).not.toContain(SECRET.slice(0, 8));
  }
});
