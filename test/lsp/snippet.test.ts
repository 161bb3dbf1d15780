import { expect, test } from 'vitest';
import { withoutTabStops } from '../../server/src/lsp/snippet.ts';

test.each([
  ['ConnectionTimeOut=60', 'ConnectionTimeOut=60'],
  [`ConnectionTimeOut=\${1:60}$0`, 'ConnectionTimeOut=60'],
  [`{ "key": "\${1:A}", "value": "$2" }`, '{ "key": "A", "value": "" }'],
  [`"\${1|true,false|}"`, '"true"'],
  ['\\$5 \\} \\\\', '$5 } \\'],
  [`\${1:a\\}b}`, 'a}b'],
])('%s', (snippet, text) => {
  expect(withoutTabStops(snippet)).toBe(text);
});
