/** The door of the field readers: pure functions from printed text to values with their doubts. */

export {
  foldText,
  joinChinese,
  mendMisreadSigns,
  simplifyCharacters,
  tidyText,
} from '#kernel/chinese/fold-text.ts';
export { readCollectives } from './collectives.ts';
export { type DeadlineInSentence, findDeadlineInSentence } from './deadline/find-in-sentence.ts';
export { type DeadlineContext, type DeadlineVerdict, readDeadline } from './deadline/read-deadline.ts';
export { type PlanHead, readHead } from './head/read-head.ts';
export { readQuotas } from './quotas.ts';
export { readUnits, type UnitRole, type UnitsContext, type UnitsReading } from './units/read-units.ts';
