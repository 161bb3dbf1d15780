/** Stack traces of the bundled suite, told in terms of its source files. */

import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { projectFolder } from './project.ts';

/** A frame of a stack trace: `at name (place:line:column)`, or without the name and the brackets. */
const frame = /^\s+at (?:.* \()?(.+?):(\d+):(\d+)\)?$/;
/** The web extension host puts this behind an address, and makes a function of the bundle, whose head is two lines. */
const webHostMark = '#vscode-extension';
const webHostLines = 2;

/** Reads a bundle's source map, and returns a function from a printed line to what to show for it, if anything. */
export function suiteStackReader(bundle: string): (line: string) => string | undefined {
  const payload = JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as SourceMapPayload;
  const sourceMap = new SourceMap(payload);
  return (line) => {
    const [, place = '', lineNumber, column] = frame.exec(line) ?? [];
    if (place === '') {
      return line;
    }
    const file = place.replace(webHostMark, '');
    const linesBefore = 1 + (file === place ? 0 : webHostLines);
    if (!file.endsWith(basename(bundle))) {
      return file.startsWith('node:') ? undefined : line;
    }
    const entry = sourceMap.findEntry(Number(lineNumber) - linesBefore, Number(column) - 1);
    if (!('originalSource' in entry)) {
      return line;
    }
    const source = relative(projectFolder, resolve(dirname(bundle), entry.originalSource));
    const sourcePlace = `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    // What the test runner does between the test and us is no news.
    return source.split(sep).includes('node_modules') ? undefined : `    at ${sourcePlace}`;
  };
}
