import type { StationContext } from '../../model/station.ts';

/** That a station has no three phases: what it has instead, and why we think so. */
export interface MissingPhases {
  readonly station: 'dc' | 'one-phase';
  readonly because: string;
}

/** Whether the station is known to have no three phases. What its values show is not held against them. */
export function missingPhases({ current, phases }: StationContext): MissingPhases | undefined {
  if (current.value === 'DC') {
    return current.fromValues === true ? undefined : { station: 'dc', because: current.because };
  }
  return phases.value === 1 ? { station: 'one-phase', because: phases.because } : undefined;
}
