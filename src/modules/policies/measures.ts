/** What the library offers to the plan. */
import type { Measure } from '#kernel/measure.ts';
import { cleanupsConcluded, verdictsInTime } from './measures/cleanup.ts';
import { gazettesPublished } from './measures/gazette.ts';
import { firstInterpretations, interpretedTogether } from './measures/interpretation.ts';
import { completeShare, documentsInForce } from './measures/library.ts';

export const policyMeasures: readonly Measure[] = [
  completeShare,
  documentsInForce,
  verdictsInTime,
  cleanupsConcluded,
  gazettesPublished,
  interpretedTogether,
  firstInterpretations,
];
