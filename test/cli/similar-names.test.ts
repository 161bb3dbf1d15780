import { expect, test } from 'vitest';
import { similarNames } from '../../server/src/cli/similar-names.ts';

const known = ['websocket-ping-interval', 'heartbeat-interval', 'value-range', 'value-type', 'key-casing'];

test('a mistyped name and a piece of a name are found', () => {
  expect(similarNames('value-rnage', known)[0]).toBe('value-range');
  expect(similarNames('PING', known)).toEqual(['websocket-ping-interval']);
});

test('nothing like it gives nothing', () => {
  expect(similarNames('nope', ['OpenEVSE', 'Open OCPP', 'Monta'])).toEqual([]);
  expect(similarNames('kebba', ['Webasto', 'ABB'])).toEqual([]);
  expect(similarNames('xyz', known)).toEqual([]);
  expect(similarNames('', known)).toEqual([]);
});
