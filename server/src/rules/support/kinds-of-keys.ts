import type { KeyFacts } from '../../catalog/knowledge.ts';

/** For a rule on whatever key we know. */
export const everyKey = (_: KeyFacts): boolean => true;

export const isMeasurandList = ({ items }: KeyFacts): boolean => items?.of === 'measurands';

export const isPhaseRotation = ({ items }: KeyFacts): boolean => items?.of === 'phase-rotation';
