import { SHAPES as INI_SHAPES } from '../formats/ini/recognise.ts';
import { SHAPES as JSON_SHAPES } from '../formats/shapes/index.ts';

/** The ids of all shapes that a file can be said to have. */
export const SHAPE_IDS: readonly string[] = [...JSON_SHAPES.map(({ id }) => id), ...INI_SHAPES].sort();
