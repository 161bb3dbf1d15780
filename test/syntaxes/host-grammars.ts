/**
 * The least of a JSON and an INI grammar that the injections need: the scopes are those of VS Code's own grammars,
 * which are no part of any package that can be installed.
 */

import type { IRawGrammar } from 'vscode-textmate';

const json = {
  scopeName: 'source.json',
  patterns: [{ include: '#value' }],
  repository: {
    value: {
      patterns: [
        { match: '\\b(?:true|false|null)\\b', name: 'constant.language.json' },
        { match: '-?\\d+(?:\\.\\d+)?', name: 'constant.numeric.json' },
        {
          begin: '"',
          end: '"',
          name: 'string.quoted.double.json',
          patterns: [{ match: '\\\\.', name: 'constant.character.escape.json' }],
        },
        {
          begin: '\\[',
          end: '\\]',
          name: 'meta.structure.array.json',
          patterns: [{ include: '#value' }],
        },
        {
          begin: '\\{',
          end: '\\}',
          name: 'meta.structure.dictionary.json',
          patterns: [
            {
              begin: '"',
              end: '"',
              name: 'string.json support.type.property-name.json',
              patterns: [{ match: '\\\\.', name: 'constant.character.escape.json' }],
            },
            {
              begin: ':',
              end: '(,)|(?=\\})',
              name: 'meta.structure.dictionary.value.json',
              patterns: [{ include: '#value' }],
            },
          ],
        },
      ],
    },
  },
};

const ini = {
  scopeName: 'source.ini',
  patterns: [
    { match: '#.*$', name: 'comment.line.number-sign.ini' },
    { match: ';.*$', name: 'comment.line.semicolon.ini' },
    {
      match: '\\b([a-zA-Z0-9_.-]+)\\b\\s*(=)',
      captures: {
        1: { name: 'keyword.other.definition.ini' },
        2: { name: 'punctuation.separator.key-value.ini' },
      },
    },
    { match: '^(\\[)(.*?)(\\])', name: 'entity.name.section.group-title.ini' },
    { begin: "'", end: "'", name: 'string.quoted.single.ini' },
    { begin: '"', end: '"', name: 'string.quoted.double.ini' },
  ],
  repository: {},
};

/** By scope name. The type of the library asks for members that it fills in itself. */
export const hostGrammars: ReadonlyMap<string, IRawGrammar> = new Map(
  [json, ini].map((grammar) => [grammar.scopeName, grammar as unknown as IRawGrammar]),
);
