import { getConfiguration } from './get-configuration.ts';
import type { Shape } from './shape.ts';

/** All shapes, the more specific before the more general: the first that recognises a file has it. */
export const SHAPES: readonly Shape[] = [getConfiguration];
