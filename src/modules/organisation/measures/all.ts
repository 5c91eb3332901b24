/** Every measure this module offers. */
import type { Measure } from '#kernel/measure.ts';
import { liaisonMeasures } from './liaisons.ts';
import { meetingMeasures } from './meetings.ts';
import { safeguardMeasures } from './safeguards.ts';
import { trainingMeasures } from './trainings.ts';

export const organisationMeasures: readonly Measure[] = [
  ...trainingMeasures,
  ...meetingMeasures,
  ...liaisonMeasures,
  ...safeguardMeasures,
];
