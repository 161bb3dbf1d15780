import { documentRule } from './rule.ts';

/** What the parser could not read. */
export const syntax = documentRule({
  id: 'syntax',
  group: 'text',
  severity: 'error',
  title: 'Text that cannot be read',
  find: ({ document }) => document.syntaxProblems,
  word: ({ range, message }) => ({ what: `${message}.`, range }),
  fix: () => [],
});
