import { describe, expect, test } from 'vitest';
import { listItems, withItems } from '../../server/src/resolve/lists.ts';

describe('items of a list', () => {
  test.each([
    ['', []],
    ['   ', []],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [' a , b ', ['a', 'b']],
    ['a,', ['a', '']],
    [',,', ['', '', '']],
    ['a;b', ['a', 'b']],
    ['a|b', ['a', 'b']],
    ['a;b,c', ['a;b', 'c']],
  ])('%j', (text, items) => {
    expect(listItems(text).map((item) => item.text)).toEqual(items);
  });

  test('each item knows its place', () => {
    const text = ' Voltage ,  SoC';
    for (const item of listItems(text)) expect(text.slice(item.start, item.end)).toBe(item.text);
  });
});

describe('adding items keeps the style of the list', () => {
  test.each([
    ['', 'x,y'],
    ['a', 'a,x,y'],
    ['a,b', 'a,b,x,y'],
    ['a, b', 'a, b, x, y'],
    ['a,', 'a,x,y'],
    ['a;b', 'a,b,x,y'],
  ])('%j', (text, result) => {
    expect(withItems(text, ['x', 'y'])).toBe(result);
  });
});
