/** Every output format of `check`; the first is the usual one. Apart from the reporters, so that help needs none. */
export const REPORTER_NAMES = [
  'text',
  'json',
  'ndjson',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
] as const;

export type ReporterName = (typeof REPORTER_NAMES)[number];

/** Every value of `--format`; `html` is for summaries only. */
export const OUTPUT_FORMATS = [...REPORTER_NAMES, 'html'] as const;

export type OutputFormat = (typeof OUTPUT_FORMATS)[number];
