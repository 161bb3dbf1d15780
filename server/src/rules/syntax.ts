import { documentRule } from './rule.ts';

/** What the parser could not read. */
export const syntax = documentRule({
  id: 'syntax',
  group: 'text',
  severity: 'error',
  title: 'Text that cannot be read',
  since: '0.1.0',
  find: ({ document }) => document.syntaxProblems,
  word: ({ range, message }) => ({ what: `${message}.`, range }),
  fix: () => [],
});
