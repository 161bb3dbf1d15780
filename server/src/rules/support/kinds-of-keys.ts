import type { KeyFacts } from '../../catalog/knowledge.ts';

/** For a rule on whatever key we know. */
export const everyKey = (_: KeyFacts): boolean => true;

/** For a rule on lists of measurands. */
export const isMeasurandList = ({ items }: KeyFacts): boolean => items?.of === 'measurands';

/** For a rule on phase rotations. */
export const isPhaseRotation = ({ items }: KeyFacts): boolean => items?.of === 'phase-rotation';
