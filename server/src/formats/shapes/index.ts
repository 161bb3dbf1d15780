import { changeConfiguration } from './change-configuration.ts';
import { commissioningTemplate } from './commissioning-template.ts';
import { componentList } from './component-list.ts';
import { deviceModel } from './device-model.ts';
import { deviceModelDescription } from './device-model-description.ts';
import { everest16 } from './everest-16.ts';
import { flatMap } from './flat-map.ts';
import { getConfiguration } from './get-configuration.ts';
import { keyCatalogue } from './key-catalogue.ts';
import { keyList } from './key-list.ts';
import { keyMap } from './key-map.ts';
import { keyTuples } from './key-tuples.ts';
import { microocppStore } from './microocpp-store.ts';
import { ocppFrames } from './ocpp-frames.ts';
import type { Shape } from './shape.ts';
import { stationTemplate } from './station-template.ts';

/**
 * All shapes. The first that recognises a file has it: those with a wrapper of their own come before those that are
 * told by the names of keys.
 */
export const SHAPES: readonly Shape[] = [
  ocppFrames,
  stationTemplate,
  getConfiguration,
  microocppStore,
  deviceModel,
  deviceModelDescription,
  everest16,
  keyList,
  keyMap,
  commissioningTemplate,
  componentList,
  keyCatalogue,
  keyTuples,
  changeConfiguration,
  flatMap,
];
