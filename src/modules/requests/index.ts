/** The door of information requests: so far what 信息处理费 may cost. */
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
