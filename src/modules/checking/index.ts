/** The door of the checks: what publishing and every other module that releases a text asks for. */
export { findReleaseReasons, listOverrides } from './queries/overrides.ts';
export { placesOfFindings } from './rules/carry-findings.ts';
export type { PlacedFinding } from './rules/finding.ts';
export { isCreditCode } from './rules/recognisers/personal-data/credit-code.ts';
export { readIdentityNumber } from './rules/recognisers/personal-data/identity-number.ts';
export {
  judgeRelease,
  type OverrideKey,
  opensFinding,
  type ReleaseKey,
  type ReleaseVerdict,
} from './rules/words-in-force.ts';
export { checkFile, checkText } from './service/checks.ts';
export { digestOfPlace, digestOfSpan, recordOverride, releaseKeysOf } from './service/overrides.ts';
export { withStandingReasons } from './service/standing-reasons.ts';
