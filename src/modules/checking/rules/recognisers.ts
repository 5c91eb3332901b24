/** All recognisers, in the order in which their findings win over later ones on the same span. */
import type { Recogniser } from './recogniser.ts';
import { officeWords } from './recognisers/office-words.ts';

export const recognisers: readonly Recogniser[] = [
  // What the office itself has written down.
  officeWords,
];
