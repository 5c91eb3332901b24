/**
 * What a year asks at least (年度最低要求): each subject is counted by one measure of this module, so that the screen and
 * the plan never disagree. The figures are the county's own, taken from its plan; there are none by default. Pure.
 */
import type { Day } from '#kernel/day.ts';
import { yearSpan } from './year-span.ts';

export const minimumSubjects = [
  'groupMeetings',
  'officeTrainings',
  'unitTrainings',
  'allStaffTrainings',
  'attendedTrainings',
  'legalStudies',
  'policyTrainings',
  'liaisonFiled',
  'budgetNoted',
  'responsibility',
] as const;
export type MinimumSubject = (typeof minimumSubjects)[number];

export interface MinimumDefinition {
  readonly title: string;
  readonly measureId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Asked of the county as a whole, or of every unit of the kinds named. */
  readonly scope: 'jurisdiction' | 'eachUnit';
  readonly valueUnit: string;
  /** A figure plans commonly ask; offered, never taken by itself. */
  readonly common: number;
}

export const minimumDefinitions: Readonly<Record<MinimumSubject, MinimumDefinition>> = {
  groupMeetings: {
    title: '领导小组会议',
    measureId: 'organisation.leadingGroupMeetings',
    parameters: { of: 'jurisdiction' },
    scope: 'jurisdiction',
    valueUnit: '次',
    common: 1,
  },
  officeTrainings: {
    title: '全县业务培训',
    measureId: 'organisation.trainingSessions',
    parameters: { counted: 'organised' },
    scope: 'jurisdiction',
    valueUnit: '次',
    common: 1,
  },
  unitTrainings: {
    title: '本单位组织培训',
    measureId: 'organisation.trainingSessions',
    parameters: { counted: 'organised' },
    scope: 'eachUnit',
    valueUnit: '次',
    common: 1,
  },
  allStaffTrainings: {
    title: '全员培训',
    measureId: 'organisation.allStaffTrainings',
    parameters: { counted: 'organised' },
    scope: 'eachUnit',
    valueUnit: '次',
    common: 1,
  },
  attendedTrainings: {
    title: '参加业务培训',
    measureId: 'organisation.trainingSessions',
    parameters: { counted: 'attended' },
    scope: 'eachUnit',
    valueUnit: '次',
    common: 1,
  },
  legalStudies: {
    title: '领导干部学法',
    measureId: 'organisation.legalStudies',
    parameters: {},
    scope: 'eachUnit',
    valueUnit: '次',
    common: 1,
  },
  policyTrainings: {
    title: '面向基层的政策培训',
    measureId: 'organisation.policyTrainings',
    parameters: { counted: 'organised' },
    scope: 'jurisdiction',
    valueUnit: '场',
    common: 2,
  },
  liaisonFiled: {
    title: '联络员备案',
    measureId: 'organisation.liaisonFiled',
    parameters: {},
    scope: 'eachUnit',
    valueUnit: '%',
    common: 100,
  },
  budgetNoted: {
    title: '经费保障',
    measureId: 'organisation.budgetNoted',
    parameters: {},
    scope: 'eachUnit',
    valueUnit: '%',
    common: 100,
  },
  responsibility: {
    title: '网络意识形态责任制',
    measureId: 'organisation.responsibilityLedger',
    parameters: {},
    scope: 'eachUnit',
    valueUnit: '%',
    common: 100,
  },
};

export type MinimumStanding = 'met' | 'failing' | 'notYetDue' | 'cannotTell';

/**
 * How a figure stands against its minimum on a day. What is missing may still come until the year is over; a condition
 * that must hold on every day is missing at once.
 */
export function judgeMinimum(
  value: number | null,
  asked: { readonly least: number; readonly year: number; readonly judged: 'byDueDay' | 'always' },
  today: Day,
): MinimumStanding {
  if (value === null) return 'cannotTell';
  if (value >= asked.least) return 'met';
  const mayStillCome = asked.judged === 'byDueDay' && today < yearSpan(asked.year).until;
  return mayStillCome ? 'notYetDue' : 'failing';
}
