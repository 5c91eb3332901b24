/** All recognisers, in the order in which their findings win over later ones on the same span. */
import type { Recogniser } from './recogniser.ts';
import { attachmentRecogniser } from './recognisers/attachment/recogniser.ts';
import { dateRecogniser } from './recognisers/date/recogniser.ts';
import { documentNumberRecogniser } from './recognisers/document-number/recogniser.ts';
import { fileRemains } from './recognisers/file-remains.ts';
import { internalRoutingRecogniser } from './recognisers/internal-routing.ts';
import { numberingRecogniser } from './recognisers/numbering/recogniser.ts';
import { numeralRecogniser } from './recognisers/numeral/recogniser.ts';
import { officeWords } from './recognisers/office-words.ts';
import { personalDataRecogniser } from './recognisers/personal-data/recogniser.ts';
import { punctuationRecogniser } from './recognisers/punctuation/recogniser.ts';
import { remainsRecogniser } from './recognisers/remains/recogniser.ts';
import { secretMarkRecogniser } from './recognisers/secret-marks.ts';
import { sumRecogniser } from './recognisers/sum/recogniser.ts';
import { workInstructionRecogniser } from './recognisers/work-instructions.ts';

export const recognisers: readonly Recogniser[] = [
  // What the office itself has written down.
  officeWords,
  // What must not be public.
  secretMarkRecogniser,
  personalDataRecogniser,
  internalRoutingRecogniser,
  workInstructionRecogniser,
  // The form of official papers.
  documentNumberRecogniser,
  dateRecogniser,
  sumRecogniser,
  numberingRecogniser,
  attachmentRecogniser,
  remainsRecogniser,
  numeralRecogniser,
  punctuationRecogniser,
  // What stays in a file when it leaves the house.
  fileRemains,
];
