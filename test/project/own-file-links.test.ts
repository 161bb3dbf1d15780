import { expect, test } from 'vitest';
import { ownFileLinks } from '../../server/src/project/own-file-links.ts';
import { slice } from '../../server/src/text/range.ts';

/** What each link stands on, and what it leads to. */
function linksIn(text: string, path = '/fleet/.ocpp-config.json'): readonly unknown[] {
  return ownFileLinks(text, path).map(({ range, to }) => [slice(text, range), to]);
}

test('a project file names files and rules', () => {
  const text = `{
  // ours
  "$schema": "./project.schema.json",
  "packs": ["acme.ocpp-pack.json", "packs"],
  "profiles": ["own/agreed.ocpp-profile.json"],
  "rules": { "value-range": "off" },
  "overrides": [{ "files": "dc/**", "rules": { "key-casing": "hint" } }],
  "ignores": [{ "path": "*.ini", "rule": "unknown-key", "reason": "old" }]
}`;
  expect(linksIn(text)).toEqual([
    ['./project.schema.json', { kind: 'file', path: '/fleet/project.schema.json' }],
    ['acme.ocpp-pack.json', { kind: 'file', path: '/fleet/acme.ocpp-pack.json' }],
    ['packs', { kind: 'file', path: '/fleet/packs' }],
    ['own/agreed.ocpp-profile.json', { kind: 'file', path: '/fleet/own/agreed.ocpp-profile.json' }],
    ['value-range', { kind: 'rule', id: 'value-range' }],
    ['key-casing', { kind: 'rule', id: 'key-casing' }],
    ['unknown-key', { kind: 'rule', id: 'unknown-key' }],
  ]);
});

test('a pack names its sources: on the web, or in the pack itself', () => {
  const text = `{
  "id": "acme",
  "keys": [{ "name": "A", "sources": ["manual", "dump", "nowhere"] }],
  "quirks": [{ "key": "B", "sources": ["dump"] }],
  "sources": {
    "manual": { "title": "Manual", "url": "https://example.org/manual" },
    "dump": { "title": "Dump" }
  }
}`;
  const offset = text.indexOf('"dump": {');
  expect(linksIn(text, '/fleet/acme.ocpp-pack.json')).toEqual([
    ['manual', { kind: 'address', url: 'https://example.org/manual' }],
    ['dump', { kind: 'place', offset }],
    ['dump', { kind: 'place', offset }],
  ]);
});

test.each([
  ['leads out of the folder', '{ "packs": ["../other/acme.json"] }'],
  ['is an absolute path', '{ "packs": ["/etc/passwd"] }'],
  ['is an address', '{ "$schema": "https://example.org/schema.json" }'],
  ['is the folder itself', '{ "packs": ["."] }'],
  ['is no text', '{ "packs": [1, {}], "rules": [], "ignores": [{ "rule": 3 }] }'],
  ['would run something', '{ "sources": { "a": { "url": "command:evil" } }, "x": { "sources": ["b"] } }'],
])('no link where a name %s', (_what, text) => {
  expect(linksIn(text)).toEqual([]);
});

test('an address that is none of the web leads to its place in the file only', () => {
  const text = '{ "sources": { "a": { "url": "command:evil" } }, "keys": [{ "sources": ["a"] }] }';
  expect(linksIn(text)).toEqual([['a', { kind: 'place', offset: text.indexOf('"a"') }]]);
});

test.each(['', '[', '{ "packs": [', 'nothing', '{"sources":{"a":'])('half-typed: %s', (text) => {
  expect(ownFileLinks(text, '/fleet/.ocpp-config.json')).toEqual([]);
});
