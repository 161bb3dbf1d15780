import type { Reporter } from './reporter.ts';

/** Says nothing of single files. */
export function silentReporter(): Reporter {
  return { parts: 'at-once', separator: '', start: () => '', file: () => '', end: () => '' };
}
