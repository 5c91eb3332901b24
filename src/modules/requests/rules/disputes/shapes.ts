/**
 * What an administrative review or a lawsuit over a request is made of: ways, rulings and events. Data and types only;
 * the order of things is in `actions.ts`, what follows from them in `fold.ts`.
 */
import type { Day } from '#kernel/day.ts';
import type { BundleGroup } from './bundle.ts';

/** Rows of table 4 of the annual report: 行政复议, 未经复议直接起诉, 复议后起诉. */
export const disputeWays = ['review', 'directLawsuit', 'lawsuitAfterReview'] as const;
export type DisputeWay = (typeof disputeWays)[number];

export const disputeStatuses = [
  'opened',
  'notified',
  'replied',
  'suspended',
  'ruled',
  'appealed',
  'closed',
] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

export const reviewProcedures = ['ordinary', 'simplified'] as const;
/** 普通程序, 简易程序 (行政复议法第五十三条). */
export type ReviewProcedure = (typeof reviewProcedures)[number];

/** Columns of table 4 for what is concluded. */
export const disputeOutcomes = ['upheld', 'corrected', 'other'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

export interface RulingForm {
  /** Column of table 4 it counts in. */
  readonly outcome: DisputeOutcome;
  readonly article: string;
  /** 裁定 as against 判决: another period of appeal, or none. */
  readonly appeal: 'judgment' | 'ruling' | 'none';
}

/**
 * How a review may end. A refusal of the claim after it was accepted leaves the act standing and counts as 维持; whatever
 * ends without a judgment on the act counts as 其他. The form of the report does not say so itself: the county's legal
 * office signs this mapping off.
 */
export const reviewForms = {
  upheld: { outcome: 'upheld', article: '行政复议法第六十八条', appeal: 'none' },
  claimRejected: { outcome: 'upheld', article: '行政复议法第六十九条', appeal: 'none' },
  revoked: { outcome: 'corrected', article: '行政复议法第六十四条', appeal: 'none' },
  changed: { outcome: 'corrected', article: '行政复议法第六十三条', appeal: 'none' },
  unlawful: { outcome: 'corrected', article: '行政复议法第六十五条', appeal: 'none' },
  performance: { outcome: 'corrected', article: '行政复议法第六十六条', appeal: 'none' },
  invalid: { outcome: 'corrected', article: '行政复议法第六十七条', appeal: 'none' },
  applicationRejected: { outcome: 'other', article: '行政复议法第三十三条', appeal: 'none' },
  terminated: { outcome: 'other', article: '行政复议法第四十一条', appeal: 'none' },
  mediated: { outcome: 'other', article: '行政复议法第七十三条', appeal: 'none' },
} as const satisfies Readonly<Record<string, RulingForm>>;

/** How an instance of a lawsuit may end. */
export const lawsuitForms = {
  claimsDismissed: { outcome: 'upheld', article: '行政诉讼法第六十九条', appeal: 'judgment' },
  judgmentUpheld: { outcome: 'upheld', article: '行政诉讼法第八十九条', appeal: 'judgment' },
  actRevoked: { outcome: 'corrected', article: '行政诉讼法第七十条', appeal: 'judgment' },
  performanceOrdered: { outcome: 'corrected', article: '行政诉讼法第七十二条', appeal: 'judgment' },
  heldUnlawful: { outcome: 'corrected', article: '行政诉讼法第七十四条', appeal: 'judgment' },
  heldInvalid: { outcome: 'corrected', article: '行政诉讼法第七十五条', appeal: 'judgment' },
  actChanged: { outcome: 'corrected', article: '行政诉讼法第七十七条', appeal: 'judgment' },
  suitRejected: {
    outcome: 'other',
    article: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释第六十九条',
    appeal: 'ruling',
  },
  withdrawn: { outcome: 'other', article: '行政诉讼法第六十二条', appeal: 'none' },
  settled: { outcome: 'other', article: '行政诉讼法第六十条', appeal: 'none' },
  discontinued: { outcome: 'other', article: '行政诉讼法第一百零一条', appeal: 'none' },
} as const satisfies Readonly<Record<string, RulingForm>>;

export type ReviewFormName = keyof typeof reviewForms;
export type LawsuitFormName = keyof typeof lawsuitForms;
export type RulingFormName = ReviewFormName | LawsuitFormName;

const rulingForms: Readonly<Record<RulingFormName, RulingForm>> = { ...reviewForms, ...lawsuitForms };

/** The keys of an object of forms, with their names. */
function namesOf<Name extends string>(forms: Readonly<Record<Name, RulingForm>>): readonly Name[] {
  return Object.keys(forms).filter((name): name is Name => name in forms);
}

export const reviewFormNames = namesOf(reviewForms);
export const lawsuitFormNames = namesOf(lawsuitForms);
export const rulingFormNames = namesOf(rulingForms);

export function rulingFormOf(name: RulingFormName): RulingForm {
  return rulingForms[name];
}

/** The forms a dispute of this way may end in. */
export function listRulingForms(way: DisputeWay): readonly RulingFormName[] {
  return way === 'review' ? reviewFormNames : lawsuitFormNames;
}

export const disputeEventKinds = [
  'opened',
  'accepted',
  'declined',
  'notified',
  'procedureChanged',
  'replied',
  'hearingSet',
  'suspended',
  'resumed',
  'extended',
  'ruled',
  'appealed',
  'tookEffect',
  'reopened',
  'costNoted',
  'documentAdded',
  'remarked',
  'annulled',
] as const;
export type DisputeEventKind = (typeof disputeEventKinds)[number];

/** What an event says beside its kind and day. */
export type DisputeEventContent =
  /** 申请复议、起诉. */
  | { readonly kind: 'opened' }
  /** 受理、立案. */
  | { readonly kind: 'accepted'; readonly caseNumber: string }
  | { readonly kind: 'declined'; readonly reason: string }
  /** 收到复议申请书副本、起诉状副本: our own clock begins. */
  | { readonly kind: 'notified'; readonly procedure: ReviewProcedure }
  /** 简易程序转为普通程序. */
  | { readonly kind: 'procedureChanged'; readonly reason: string }
  | { readonly kind: 'replied'; readonly text: string }
  | { readonly kind: 'hearingSet'; readonly on: Day; readonly place: string }
  | { readonly kind: 'suspended'; readonly reason: string }
  | { readonly kind: 'resumed'; readonly reason: string }
  /** 延长复议期限, in days. */
  | { readonly kind: 'extended'; readonly moreDays: number; readonly reason: string }
  | {
      readonly kind: 'ruled';
      readonly form: RulingFormName;
      readonly documentNumber: string;
      /** Day the paper reached us. */
      readonly receivedOn: Day;
      /** Why, in the words of the ruling without names. */
      readonly reason: string;
    }
  | { readonly kind: 'appealed'; readonly by: 'us' | 'others' }
  /** 一审裁判生效. */
  | { readonly kind: 'tookEffect' }
  /** 再审. */
  | { readonly kind: 'reopened'; readonly reason: string }
  | { readonly kind: 'costNoted'; readonly what: string; readonly fen: number }
  | {
      readonly kind: 'documentAdded';
      readonly title: string;
      readonly group: BundleGroup;
      /** What it is to prove. */
      readonly proves: string;
    }
  | { readonly kind: 'remarked'; readonly text: string }
  /** An earlier event was written by mistake: it counts no more, and stays to be read. */
  | { readonly kind: 'annulled'; readonly position: number; readonly reason: string };

export type DisputeEvent = DisputeEventContent & { readonly day: Day };
