import { describe, expect, test } from 'vitest';
import { parseFile } from '../../server/src/project/parse-file.ts';

describe('problems lie inside the text', () => {
  test.each(['*/*', '*[*/*', '/*', '{"a": "b', '', '{', '[1,', '"\\u00'])('%j', (text) => {
    const { root, problems } = parseFile(text);
    expect((root?.offset ?? 0) + (root?.length ?? 0)).toBeLessThanOrEqual(text.length);
    for (const { range } of problems) {
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThanOrEqual(text.length);
    }
  });
});
