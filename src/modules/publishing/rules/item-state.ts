/**
 * The life of an item as a fold of its events: where the working revision stands, what the public sees, who took which
 * step, and what may be done next. Pure; browser-safe.
 */
import type { Openness } from './openness.ts';

/** Where the working revision stands on its way; `settled` when nothing is in the works. */
export const itemStages = [
  'draft',
  'firstReview',
  'secondReview',
  'finalReview',
  'approved',
  'scheduled',
  'settled',
] as const;
export type ItemStage = (typeof itemStages)[number];

/** What the public has of it: `kept` is decided and not proactively disclosed (依申请公开、不予公开). */
export const publicStandings = ['none', 'published', 'withdrawn', 'kept'] as const;
export type PublicStanding = (typeof publicStandings)[number];

/** The three reviews in order: 初审、复审、终审. */
export const reviewSteps = ['firstReview', 'secondReview', 'finalReview'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

export const secrecyOpinions = ['passed', 'refused', 'referred'] as const;
/** 可以公开、不得公开、送有关主管部门或者同级保密行政管理部门确定 (条例第十七条). */
export type SecrecyOpinion = (typeof secrecyOpinions)[number];

/** What happened to an item. `revisionId` is the revision it happened to. */
export type ItemEvent =
  | { readonly kind: 'created'; readonly revisionId: string; readonly by: string }
  | { readonly kind: 'revised'; readonly revisionId: string; readonly by: string }
  | { readonly kind: 'submitted'; readonly revisionId: string; readonly by: string }
  | { readonly kind: 'recalled'; readonly revisionId: string; readonly by: string }
  | { readonly kind: 'passed'; readonly revisionId: string; readonly by: string; readonly step: ReviewStep }
  | { readonly kind: 'returned'; readonly revisionId: string; readonly by: string }
  | {
      readonly kind: 'secrecyReviewed';
      readonly revisionId: string;
      readonly by: string;
      readonly opinion: SecrecyOpinion;
    }
  | { readonly kind: 'scheduled'; readonly revisionId: string; readonly by: string }
  | { readonly kind: 'unscheduled'; readonly revisionId: string; readonly by: string }
  | {
      readonly kind: 'released';
      readonly revisionId: string;
      readonly by: string;
      readonly openness: Openness;
    }
  /** Released before the three reviews were done; they follow (应急发布、事后补审). */
  | { readonly kind: 'emergencyReleased'; readonly revisionId: string; readonly by: string }
  /** Brought over from an earlier site as it stood there; the reviews were those of its time. */
  | {
      readonly kind: 'imported';
      readonly revisionId: string;
      readonly by: string;
      readonly openness: Openness;
    }
  | { readonly kind: 'laterReviewed'; readonly revisionId: string; readonly by: string }
  | {
      readonly kind: 'opennessChanged';
      readonly revisionId: string;
      readonly by: string;
      readonly openness: Openness;
    }
  | { readonly kind: 'withdrawn'; readonly revisionId: string; readonly by: string };
export type ItemEventKind = ItemEvent['kind'];

export interface ItemState {
  readonly stage: ItemStage;
  readonly standing: PublicStanding;
  readonly openness: Openness | null;
  /** Newest revision. */
  readonly workingRevisionId: string;
  /** The revision all three reviews passed; null while none or when a newer one is in the works. */
  readonly approvedRevisionId: string | null;
  /** What the public sees, or would see on request. */
  readonly publishedRevisionId: string | null;
  /** Everybody who wrote the working revision or one since the last release: none of them may review it. */
  readonly authors: readonly string[];
  /** Who passed which step of the working revision. */
  readonly reviewers: Readonly<Partial<Record<ReviewStep, string>>>;
  /** The newest opinion on the working revision. */
  readonly secrecy: SecrecyOpinion | null;
  /** An emergency release whose reviews are still to follow. */
  readonly owesLaterReview: boolean;
  readonly wasReturned: boolean;
}

const unborn: ItemState = {
  stage: 'draft',
  standing: 'none',
  openness: null,
  workingRevisionId: '',
  approvedRevisionId: null,
  publishedRevisionId: null,
  authors: [],
  reviewers: {},
  secrecy: null,
  owesLaterReview: false,
  wasReturned: false,
};

/** The step after one that was passed; the last leads to approval. */
export function stageAfterReview(step: ReviewStep): ItemStage {
  switch (step) {
    case 'firstReview':
      return 'secondReview';
    case 'secondReview':
      return 'finalReview';
    case 'finalReview':
      return 'approved';
  }
}

function standingOf(openness: Openness): PublicStanding {
  return openness === 'proactive' ? 'published' : 'kept';
}

function revise(state: ItemState, revisionId: string, by: string): ItemState {
  const since = state.stage === 'settled' ? [] : state.authors;
  return {
    ...state,
    stage: 'draft',
    workingRevisionId: revisionId,
    approvedRevisionId: null,
    authors: since.includes(by) ? since : [...since, by],
    reviewers: {},
    secrecy: null,
    wasReturned: state.stage === 'draft' && state.wasReturned,
  };
}

/** The state after one more event. Events are only written when `isItemActionAllowed` said so. */
export function applyItemEvent(state: ItemState, event: ItemEvent): ItemState {
  switch (event.kind) {
    case 'created':
    case 'revised':
      return revise(state, event.revisionId, event.by);
    case 'submitted':
      return { ...state, stage: 'firstReview', reviewers: {}, wasReturned: false };
    case 'recalled':
      return { ...state, stage: 'draft', reviewers: {}, approvedRevisionId: null };
    case 'returned':
      return { ...state, stage: 'draft', reviewers: {}, approvedRevisionId: null, wasReturned: true };
    case 'passed': {
      const stage = stageAfterReview(event.step);
      return {
        ...state,
        stage,
        reviewers: { ...state.reviewers, [event.step]: event.by },
        approvedRevisionId: stage === 'approved' ? event.revisionId : null,
      };
    }
    case 'secrecyReviewed':
      return { ...state, secrecy: event.opinion };
    case 'scheduled':
      return { ...state, stage: 'scheduled' };
    case 'unscheduled':
      return { ...state, stage: 'approved' };
    case 'released':
      return {
        ...state,
        stage: 'settled',
        standing: standingOf(event.openness),
        openness: event.openness,
        publishedRevisionId: event.revisionId,
        owesLaterReview: false,
      };
    case 'emergencyReleased':
      return {
        ...state,
        stage: 'settled',
        standing: 'published',
        openness: 'proactive',
        publishedRevisionId: event.revisionId,
        owesLaterReview: true,
      };
    case 'imported':
      return {
        ...state,
        stage: 'settled',
        standing: standingOf(event.openness),
        openness: event.openness,
        workingRevisionId: event.revisionId,
        publishedRevisionId: event.revisionId,
        authors: [event.by],
      };
    case 'laterReviewed':
      return { ...state, owesLaterReview: false };
    case 'opennessChanged':
      return { ...state, standing: standingOf(event.openness), openness: event.openness };
    case 'withdrawn':
      return { ...state, standing: 'withdrawn' };
  }
}

/** Folds the events of an item, oldest first. */
export function foldItem(events: readonly ItemEvent[]): ItemState {
  return events.reduce(applyItemEvent, unborn);
}

export type ReviewObstacle = 'ownText' | 'sameReviewer' | 'secrecyMissing' | 'secrecyRefused';

/**
 * What stops this person from passing the present step: nobody reviews a text of their own hand, each of the three
 * steps is another person's, and the last step needs a secrecy review that lets the text out (条例第十七条).
 */
export function findReviewObstacle(
  state: ItemState,
  step: ReviewStep,
  by: string,
): ReviewObstacle | undefined {
  if (state.authors.includes(by)) return 'ownText';
  if (Object.values(state.reviewers).includes(by)) return 'sameReviewer';
  if (step !== 'finalReview') return undefined;
  if (state.secrecy === 'passed') return undefined;
  return state.secrecy === null ? 'secrecyMissing' : 'secrecyRefused';
}

/** The review step an item waits for; undefined when it waits for none. */
export function awaitedReview(state: ItemState): ReviewStep | undefined {
  return reviewSteps.find((step) => step === state.stage);
}
