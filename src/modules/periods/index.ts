/** The door: what requests, publishing, decisions, messages and opinion may use of the law's periods. */
export { periodsAddress } from './addresses.ts';
export { findPeriodRule, getPeriodRule, lawVersion, type PeriodName, periodRules } from './law/register.ts';
export type { PeriodRule, PeriodSubject, PeriodUnit, PeriodVersion } from './law/shapes.ts';
export { viewOfDerivation } from './queries/rules.ts';
export {
  type Arrival,
  type ArrivalWay,
  type Delivery,
  judgeDelivery,
  judgeReceiptDay,
} from './rules/arrival.ts';
export { derivePeriod } from './rules/derive-period.ts';
export { countRemaining, judgeExtension, judgeMinimumEnd, judgeTimeliness } from './rules/lateness.ts';
export type { RequestEvent } from './rules/request-events.ts';
export { type CasePeriod, foldRequestPeriods, type RequestPeriods } from './rules/request-periods.ts';
export type {
  PeriodDerivation,
  PeriodFault,
  PeriodQuestion,
  PeriodVerdict,
  SuspendedSpan,
} from './rules/verdict.ts';
export { refusalOfVerdict } from './words.ts';
