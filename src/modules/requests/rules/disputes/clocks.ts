/**
 * Which periods of the law run in a dispute: their rule, the day they start on and the day that ended them. The last day
 * itself is computed by the engine of periods; nothing here knows a calendar.
 */
import type { Day } from '#kernel/day.ts';
import type { DisputeState } from './fold.ts';
import { rulingFormOf } from './shapes.ts';

export type DisputePeriodName =
  | 'review-application'
  | 'review-acceptance'
  | 'review-reply'
  | 'review-reply-simplified'
  | 'review-decision'
  | 'review-decision-simplified'
  | 'lawsuit-after-review'
  | 'lawsuit-direct'
  | 'lawsuit-defence'
  | 'lawsuit-appeal'
  | 'lawsuit-appeal-ruling';

/** Whose period it is: ours to keep, or one that binds the other side or the body that decides. */
export type ClockOwner = 'ours' | 'others';

export interface DisputeClock {
  readonly rule: DisputePeriodName;
  readonly owner: ClockOwner;
  readonly on: Day;
  readonly extendBy: number;
  /** The day on which it was done; null while it runs. */
  readonly doneOn: Day | null;
  /** Set while the case stands still. */
  readonly suspendedOn: Day | null;
}

export interface DisputeFacts {
  /** Day on which the applicant learned of the act; null where nobody recorded it. */
  readonly actKnownOn: Day | null;
  /** Day on which the decision of the review before the lawsuit was received; null without one. */
  readonly reviewReceivedOn: Day | null;
}

/** Whether it was filed in time is the first thing to look at: 行政复议法第二十条, 行政诉讼法第四十五条、第四十六条. */
function filingClock(state: DisputeState, facts: DisputeFacts): DisputeClock[] {
  const clock = (rule: DisputePeriodName, on: Day | null): DisputeClock[] =>
    on === null || on > state.openedOn
      ? []
      : [{ rule, owner: 'others', on, extendBy: 0, doneOn: state.openedOn, suspendedOn: null }];
  switch (state.way) {
    case 'review':
      return clock('review-application', facts.actKnownOn);
    case 'directLawsuit':
      return clock('lawsuit-direct', facts.actKnownOn);
    case 'lawsuitAfterReview':
      return clock('lawsuit-after-review', facts.reviewReceivedOn);
  }
}

function reviewClocks(state: DisputeState): DisputeClock[] {
  const { acceptedOn, notifiedOn, repliedOn, closedOn, openedOn, suspendedOn, extendedBy } = state;
  const simplified = state.procedure === 'simplified';
  const last = state.rulings.at(-1);
  return [
    // 行政复议法第三十条: five working days to look at the application.
    {
      rule: 'review-acceptance',
      owner: 'others',
      on: openedOn,
      extendBy: 0,
      doneOn: acceptedOn ?? notifiedOn ?? closedOn,
      suspendedOn: null,
    },
    // 第四十八条, 第五十四条: without our reply the act counts as one without evidence (第七十条).
    ...(notifiedOn === null
      ? []
      : [
          {
            rule: simplified ? ('review-reply-simplified' as const) : ('review-reply' as const),
            owner: 'ours' as const,
            on: notifiedOn,
            extendBy: 0,
            doneOn: repliedOn ?? closedOn,
            suspendedOn: null,
          },
        ]),
    ...(acceptedOn === null
      ? []
      : [
          {
            rule: simplified ? ('review-decision-simplified' as const) : ('review-decision' as const),
            owner: 'others' as const,
            on: acceptedOn,
            extendBy: simplified ? 0 : extendedBy,
            doneOn: closedOn,
            suspendedOn: state.status === 'suspended' ? suspendedOn : null,
          },
        ]),
    // 行政诉讼法第四十五条: until then a lawsuit may follow.
    ...(last === undefined
      ? []
      : [
          {
            rule: 'lawsuit-after-review' as const,
            owner: 'others' as const,
            on: last.receivedOn,
            extendBy: 0,
            doneOn: null,
            suspendedOn: null,
          },
        ]),
  ];
}

function lawsuitClocks(state: DisputeState): DisputeClock[] {
  const { notifiedOn, repliedOn, closedOn, appealedOn } = state;
  const first = state.rulings.find(({ instance }) => instance === 1);
  const appeal = first === undefined ? 'none' : rulingFormOf(first.form).appeal;
  return [
    ...(notifiedOn === null
      ? []
      : [
          {
            rule: 'lawsuit-defence' as const,
            owner: 'ours' as const,
            on: notifiedOn,
            extendBy: 0,
            doneOn: repliedOn ?? first?.day ?? closedOn,
            suspendedOn: null,
          },
        ]),
    ...(first === undefined || appeal === 'none'
      ? []
      : [
          {
            rule: appeal === 'ruling' ? ('lawsuit-appeal-ruling' as const) : ('lawsuit-appeal' as const),
            owner: 'ours' as const,
            on: first.receivedOn,
            extendBy: 0,
            doneOn: appealedOn ?? closedOn,
            suspendedOn: null,
          },
        ]),
  ];
}

/** Every period of the dispute, in the order in which they begin. */
export function listDisputeClocks(state: DisputeState, facts: DisputeFacts): readonly DisputeClock[] {
  return [
    ...filingClock(state, facts),
    ...(state.way === 'review' ? reviewClocks(state) : lawsuitClocks(state)),
  ];
}
