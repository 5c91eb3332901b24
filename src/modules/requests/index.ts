/** The door of information requests: so far what 信息处理费 may cost. */

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
