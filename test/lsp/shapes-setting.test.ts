import { expect, test } from 'vitest';
import { shapeForFile } from '../../server/src/lsp/shapes-setting.ts';

test.each([
  ['a name', { 'station.json': 'flat-map' }, 'file:///fleet/station.json', 'flat-map'],
  ['a name in any folder', { '*.json': 'flat-map' }, 'file:///fleet/a/b/station.json', 'flat-map'],
  ['a folder', { 'backend/*.ini': 'off' }, 'file:///fleet/backend/a.ini', 'off'],
  ['another folder', { 'backend/*.ini': 'off' }, 'file:///fleet/station/a.ini', undefined],
  ['a path from the top', { '/fleet/*.ini': 'off' }, 'file:///fleet/a.ini', 'off'],
  ['any depth', { '**/x/**': 'off' }, 'file:///fleet/x/y/z.ini', 'off'],
  [
    'the last of several',
    { '*.json': 'off', 'station.*': 'key-map' },
    'file:///fleet/station.json',
    'key-map',
  ],
  ['escaped letters', { 'Ladesäule 1.json': 'off' }, 'file:///fleet/Lades%C3%A4ule%201.json', 'off'],
  ['broken escapes', { '*.json': 'off' }, 'file:///fleet/%E4.json', 'off'],
  ['an untitled document', { 'Untitled-*': 'key-map' }, 'untitled:Untitled-1', 'key-map'],
  ['a place on another machine', { '*.json': 'off' }, 'vscode-remote://ssh-remote+box/fleet/a.json', 'off'],
  ['hidden files', { '*.env': 'properties' }, 'file:///fleet/.env', 'properties'],
  ['nothing', {}, 'file:///fleet/a.json', undefined],
  ['nothing that is there', { '': 'off' }, 'file:///fleet/a.json', undefined],
])('the glob of %s', (_what, shapes, uri, expected) => {
  expect(shapeForFile(shapes, uri)).toBe(expected);
});
