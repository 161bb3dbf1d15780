import { describe, expect, test } from 'vitest';
import { addressAt, pathOfUnsaved, placeOf } from '../../server/src/lsp/place.ts';

describe('the place of a document', () => {
  test.each([
    { uri: 'file:///fleet/a.json', tree: 'file://', path: '/fleet/a.json' },
    { uri: 'file:///c%3A/fleet/a%20b.json', tree: 'file://', path: '/c:/fleet/a b.json' },
    { uri: 'file://server/share/a.json', tree: 'file://server', path: '/share/a.json' },
    { uri: 'memfs:/fleet/a.json', tree: 'memfs:', path: '/fleet/a.json' },
    { uri: 'memfs:///fleet/a.json', tree: 'memfs:', path: '/fleet/a.json' },
    {
      uri: 'vscode-vfs://github%2B7b22/acme/fleet/a.json',
      tree: 'vscode-vfs://github%2B7b22',
      path: '/acme/fleet/a.json',
    },
  ])('$uri', ({ uri, tree, path }) => {
    expect(placeOf(uri)).toEqual({ tree, path });
  });

  test.each([
    'untitled:Untitled-1',
    'untitled:/fleet/a.json',
    'git:/fleet/a.json?%7B%22ref%22%3A%22HEAD%22%7D',
    'file:///fleet/..%2Fa.json',
    'file:///fleet/%zz.json',
    'output:log',
    '',
    'a.json',
  ])('%s is none', (uri) => {
    expect(placeOf(uri)).toBeUndefined();
  });

  test.each(['file:///fleet/a%20b.json', 'memfs:/fleet/%C3%BC.json', 'vscode-vfs://github/acme/a.json'])(
    '%s is written again as it was',
    (uri) => {
      const place = placeOf(uri);
      expect(place && addressAt(place)).toBe(uri);
    },
  );
});

test('the path of a document that was never saved', () => {
  expect(pathOfUnsaved('untitled:Untitled-1')).toBe('Untitled-1');
  expect(pathOfUnsaved('untitled:/fleet/new%20one.json')).toBe('/fleet/new one.json');
  expect(pathOfUnsaved('file:///a.json')).toBeUndefined();
});
