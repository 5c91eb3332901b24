/** What an officer may do with a finding, from permissions alone. Pure; the server refuses the same by itself. */
import type { FindingView } from '../contract.ts';

export interface FindingOffer {
  /** A suggestion can be put into the text. */
  readonly mayApply: boolean;
  /** A reason can be put on record. */
  readonly mayOverride: boolean;
  /** The phrase can be accepted for good. */
  readonly mayAccept: boolean;
}

/** Whether a permission is held for a unit. */
export type MayForUnit = (permission: string, unitId: string) => boolean;

const shortestPhrase = 2;
const longestPhrase = 60;

/** The actions that are offered; none that needs a unit without one. */
export function offeredActions(
  finding: FindingView,
  { may, unitId, canChange }: { may: MayForUnit; unitId: string | undefined; canChange: boolean },
): FindingOffer {
  const { severity, text } = finding;
  const permission = severity === 'block' ? 'checking.overrideBlock' : 'checking.override';
  const isPhrase =
    text.trim().length >= shortestPhrase && text.length <= longestPhrase && !text.includes('\n');
  const isNeverAccepted = finding.class === 'personalData' || finding.class === 'secretMark';
  return {
    mayApply: canChange && finding.suggestion !== null,
    mayOverride: severity !== 'hint' && unitId !== undefined && may(permission, unitId),
    mayAccept: isPhrase && !isNeverAccepted && unitId !== undefined && may('checking.keepUnitWords', unitId),
  };
}
