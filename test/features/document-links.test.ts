import { expect, test } from 'vitest';
import { ruleLinksIn } from '../../server/src/features/document-links.ts';
import { slice } from '../../server/src/text/range.ts';
import { INI, understoodText } from '../helpers/features.ts';

test('the rules that a comment names can be followed, and only those that there are', () => {
  const text = `[Ocpp]
# ocpp-config-ignore value-range, greenflux/heartbeat-interval, no-such-rule, greenflux/*: as agreed
HeartbeatInterval=900
# value-range is a rule
ResetRetries=3
`;
  const links = ruleLinksIn(understoodText(text, INI));
  expect(links.map(({ range, rule }) => [slice(text, range), rule])).toEqual([
    ['value-range', 'value-range'],
    ['greenflux/heartbeat-interval', 'greenflux/heartbeat-interval'],
  ]);
});
