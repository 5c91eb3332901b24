/** All recognisers, in the order in which their findings win over later ones on the same span. */
import type { Recogniser } from './recogniser.ts';

export const recognisers: readonly Recogniser[] = [];
