import { checkstyleReporter } from './checkstyle.ts';
import { githubReporter } from './github.ts';
import { gitlabReporter } from './gitlab.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import type { ReporterName } from './names.ts';
import { ndjsonReporter } from './ndjson.ts';
import type { ReporterFactory } from './reporter.ts';
import { sarifReporter } from './sarif.ts';
import { textReporter } from './text.ts';

/** The reporter of each output format, one line each. */
export const REPORTERS: Readonly<Record<ReporterName, ReporterFactory>> = {
  text: textReporter,
  json: jsonReporter,
  ndjson: ndjsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  junit: junitReporter,
  checkstyle: checkstyleReporter,
};
