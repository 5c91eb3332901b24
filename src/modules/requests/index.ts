/** The door of information requests: cases, their events and clocks, results, and what 信息处理费 may cost. */

export { judgeClocks } from './queries/clocks.ts';
export { findReachableRequest, listCaseEvents } from './queries/requests.ts';
export { canReachCase } from './rules/case-access.ts';
export type { CaseEvent, CaseEventKind } from './rules/case-events.ts';
export { type CaseState, foldCase } from './rules/case-state.ts';
export {
  type DispositionFactName,
  type DispositionFacts,
  dispositionFacts,
} from './rules/dispositions/facts.ts';
export {
  findGroundConflicts,
  findMissingFacts,
  type GroundConflict,
  type MissingFact,
} from './rules/dispositions/judge-facts.ts';
export {
  type DisputeCategory,
  dispositionGroups,
  disputeCategories,
  type ReportRow,
  reportRows,
} from './rules/dispositions/leaf-shape.ts';
export {
  type DispositionLeaf,
  type DispositionLeafId,
  dispositionLeaves,
  findDispositionLeaf,
  getDispositionLeaf,
} from './rules/dispositions/leaves.ts';
export { adviseNarrowestGround, type GroundAdvice } from './rules/dispositions/narrowest-ground.ts';
export { judgeReportRow, type ReportRowVerdict } from './rules/dispositions/report-row.ts';
export {
  assessFeeByPages,
  assessFeeByRequests,
  countRequestsByMonth,
  type FeeBasis,
  type FeeLine,
  type FeeVerdict,
  findFeeTariff,
  judgeFeeBasis,
} from './rules/fee.ts';
export {
  findRemedyLaw,
  judgeRemedy,
  type RemedyBodies,
  type RemedyVerdict,
  writeRemedyParagraph,
} from './rules/remedies.ts';
