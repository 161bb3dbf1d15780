/** What is known of the keys of many files. */

import { describe, expect, test } from 'vitest';
import { KeyIndex, keysOf } from '../../server/src/features/key-index.ts';
import { understoodText } from '../helpers/features.ts';

const SECRET = '00112233445566778899AABBCCDDEEFF00112233';

function indexOf(files: Readonly<Record<string, string>>): KeyIndex {
  const index = new KeyIndex();
  for (const [path, text] of Object.entries(files)) index.set(path, keysOf(understoodText(text, { path })));
  return index;
}

const FILES = {
  'a.json': `[{ "key": "HeartbeatInterval", "value": "900" }, { "key": "AuthorizationKey", "value": "${SECRET}" }]`,
  'b.ini':
    '[Ocpp]\nheartbeatinterval=60\nAcmeLights=blue\nConnectionTimeOut=60\nLocalPreAuthorize=true\n[ChargePoint]\nHeartbeatInterval=5\n',
  'c.json':
    '[{ "key": "HeartBeatInterval", "value": "30" }, { "key": "acmelights", "value": "red" }, { "key": "ConnectionTimeOut", "value": "60" }, { "key": "LocalPreAuthorize", "value": "true" }]',
};

function search(query: string, limit = 100): string[] {
  return indexOf(FILES)
    .search(query, limit)
    .map(({ file, name, value }) => `${file} ${name} = ${value}`);
}

describe('a query', () => {
  test('finds a key in all files with its value, however it is spelt', () => {
    expect(search('heartbeatinterval')).toEqual([
      'c.json HeartBeatInterval = 30',
      'a.json HeartbeatInterval = 900',
      'b.ini HeartbeatInterval = 5',
      'b.ini heartbeatinterval = 60',
    ]);
  });

  test('finds names that have its letters in their order, the nearest first', () => {
    expect(search('acmelights')).toEqual(['b.ini AcmeLights = blue', 'c.json acmelights = red']);
    expect(search('cto', 2)).toEqual(['b.ini ConnectionTimeOut = 60', 'c.json ConnectionTimeOut = 60']);
    expect(search('zzz')).toEqual([]);
    expect(search('interval', 2)).toHaveLength(2);
  });

  test('shows no secret', () => {
    expect(search('authorizationkey')).toEqual(['a.json AuthorizationKey = ••••••']);
    expect(JSON.stringify(keysOf(understoodText(FILES['a.json'])))).not.toContain(SECRET);
  });
});

describe('the places of a key', () => {
  const placesIn = (index: KeyIndex, path: keyof typeof FILES, number: number) =>
    index
      .placesOf(keysOf(understoodText(FILES[path], { path }))[number]?.identity ?? '')
      .map(({ file, name, span }) => `${file}:${span.start.line}:${span.start.character} ${name}`);

  test('are all of this setting and none of another', () => {
    const index = indexOf(FILES);

    expect(placesIn(index, 'a.json', 0)).toEqual([
      'a.json:0:11 HeartbeatInterval',
      'b.ini:1:0 heartbeatinterval',
      'c.json:0:11 HeartBeatInterval',
    ]);
    // The program's own setting of that name is another one.
    expect(placesIn(index, 'b.ini', 4)).toEqual(['b.ini:6:0 HeartbeatInterval']);
    expect(placesIn(index, 'b.ini', 1)).toEqual(['b.ini:2:0 AcmeLights', 'c.json:0:58 acmelights']);
  });

  test('follow what becomes of files', () => {
    const index = indexOf(FILES);
    index.delete('c.json');
    index.set(
      'b.ini',
      keysOf(
        understoodText('[Ocpp]\nConnectionTimeOut=60\nHeartbeatInterval=900\nLocalPreAuthorize=true\n', {
          path: 'b.ini',
        }),
      ),
    );

    expect(placesIn(index, 'a.json', 0)).toEqual([
      'a.json:0:11 HeartbeatInterval',
      'b.ini:2:0 HeartbeatInterval',
    ]);
    expect(index.size).toBe(5);
  });

  test('are those where a file only names a key too', () => {
    const text =
      '{ "configurationKey": [{ "key": "HeartbeatInterval", "readonly": false, "value": "900" }, { "key": "ConnectionTimeOut", "readonly": false, "value": "60" }], "unknownKey": ["AcmeLights"] }';

    expect(indexOf({ 'a.json': text }).placesOf('acmelights')).toMatchObject([
      { name: 'AcmeLights', value: undefined },
    ]);
  });
});
