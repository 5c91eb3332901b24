/** Every measure publishing offers to the plan. */
import type { Measure } from '#kernel/measure.ts';
import { columnMeasures } from './columns.ts';
import { itemMeasures } from './items.ts';
import { opennessMeasures } from './openness.ts';
import { releaseMeasures } from './releases.ts';
import { statutoryMeasures } from './statutory.ts';

export const publishingMeasures: readonly Measure[] = [
  ...itemMeasures,
  ...columnMeasures,
  ...releaseMeasures,
  ...statutoryMeasures,
  ...opennessMeasures,
];
