/** Stack traces of the bundled suite, told in terms of its source files. */

import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { projectFolder } from './project.ts';
import { suiteFile } from './suite-bundle.ts';

/** A frame of a stack trace: `at name (place:line:column)`, or without the name and the brackets. */
const frame = /^\s+at (?:.* \()?(.+?):(\d+):(\d+)\)?$/;

/** Reads the bundle's source map, and returns a function from a printed line to what to show for it, if anything. */
export function suiteStackReader(): (line: string) => string | undefined {
  const payload = JSON.parse(readFileSync(`${suiteFile}.map`, 'utf8')) as SourceMapPayload;
  const sourceMap = new SourceMap(payload);
  return (line) => {
    const [, file, lineNumber, column] = frame.exec(line) ?? [];
    if (file === undefined) {
      return line;
    }
    if (!file.endsWith('suite.js')) {
      return file.startsWith('node:') ? undefined : line;
    }
    const entry = sourceMap.findEntry(Number(lineNumber) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) {
      return line;
    }
    const source = relative(projectFolder, resolve(dirname(suiteFile), entry.originalSource));
    const place = `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    // What the test runner does between the test and us is no news.
    return source.split(sep).includes('node_modules') ? undefined : `    at ${place}`;
  };
}
