/**
 * Three-unity registration of normative documents: states, the unified number, whether one may be released. 国办发〔2018〕
 * 37号: legality review before issue; what was not registered, numbered and issued in one place has no force. Pure;
 * browser-safe.
 */
import type { Day } from '#kernel/day.ts';

export const legalityOpinions = ['passed', 'changes', 'refused'] as const;
/** 合法、应当修改、不合法. */
export type LegalityOpinion = (typeof legalityOpinions)[number];

export const registrationStates = ['awaiting', 'objected', 'reviewed', 'numbered', 'issued'] as const;
export type RegistrationState = (typeof registrationStates)[number];

export interface RegistrationMarks {
  readonly opinion: LegalityOpinion | null;
  readonly unifiedNumber: string | null;
  readonly issuedOn: Day | null;
}

/** How far a document is. A number once given stays though a later text is reviewed anew. */
export function registrationState({
  opinion,
  unifiedNumber,
  issuedOn,
}: RegistrationMarks): RegistrationState {
  if (opinion === null) return 'awaiting';
  if (opinion !== 'passed') return 'objected';
  if (issuedOn !== null) return 'issued';
  return unifiedNumber === null ? 'reviewed' : 'numbered';
}

export const registrationActions = ['review', 'number'] as const;
export type RegistrationAction = (typeof registrationActions)[number];

export const registrationAllows = {
  awaiting: ['review'],
  objected: ['review'],
  reviewed: ['review', 'number'],
  numbered: [],
  issued: [],
} as const satisfies Record<RegistrationState, readonly RegistrationAction[]>;

export function isRegistrationActionAllowed(state: RegistrationState, action: RegistrationAction): boolean {
  return registrationAllows[state].some((one) => one === action);
}

const serialLength = 4;

/** WLAC01-2026-0003: code of the unit, year, serial. */
export function writeUnifiedNumber(code: string, year: number, serial: number): string {
  return `${code}-${year}-${String(serial).padStart(serialLength, '0')}`;
}

/** The next number of a unit; serials begin with 1 each year. */
export function nextUnifiedSerial(
  last: { readonly year: number; readonly serial: number },
  year: number,
): number {
  return last.year === year ? last.serial + 1 : 1;
}

/** What stands against the release of a normative document. */
export type RegistrationObstacle = 'notSent' | 'notReviewed' | 'objected' | 'otherText' | 'notNumbered';

/** Undefined when it may go out: the very text passed the legality review and has its number. */
export function findRegistrationObstacle(
  registration: (RegistrationMarks & { readonly revisionId: string }) | undefined,
  revisionId: string,
): RegistrationObstacle | undefined {
  if (registration === undefined) return 'notSent';
  if (registration.opinion === null) return 'notReviewed';
  if (registration.opinion !== 'passed') return 'objected';
  if (registration.revisionId !== revisionId) return 'otherText';
  return registration.unifiedNumber === null ? 'notNumbered' : undefined;
}
