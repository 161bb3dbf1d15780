import type { Analysis } from '../analysis.ts';
import type { Severity } from '../model/problem.ts';

/** What was recognised in a file, for a status item. */
export interface StationSummary {
  /** "AC · smart charging on · GreenFlux"; what is unknown says so. */
  readonly text: string;
  readonly facts: readonly StationFact[];
  /** "GetConfiguration answer". */
  readonly shape: string;
  /** "Values that a station reported". */
  readonly purpose: string;
  readonly problems: Readonly<Record<Severity, number>>;
}

/** One conclusion about the station and what it rests on. */
export interface StationFact {
  readonly about: 'protocol' | 'vendor' | 'model' | 'current' | 'smart-charging' | 'operator';
  /** "AC or DC", for a list. */
  readonly label: string;
  /** "AC", "on", "unknown". */
  readonly value: string;
  /** "SupportedFeatureProfiles lists SmartCharging"; empty when unknown. */
  readonly because: string;
}

/** What is known of the station at an offset, or of the file's first one. */
export function stationSummary(analysis: Analysis, _offset?: number): StationSummary {
  const problems = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const problem of analysis.problems) problems[problem.severity]++;
  return { text: '', facts: [], shape: analysis.document.shape, purpose: '', problems };
}
