/** What may be done with an item at each stage: one table for the button, the route and the refusal. Pure; browser-safe. */
import type { ItemStage, ItemState, PublicStanding } from './item-state.ts';

export const itemActions = [
  'save',
  'submit',
  'recall',
  'pass',
  'return',
  'reviewSecrecy',
  'schedule',
  'unschedule',
  'release',
  'releaseInEmergency',
  'reviewLater',
  'changeOpenness',
  'withdraw',
  'scheduleWithdrawal',
] as const;
export type ItemAction = (typeof itemActions)[number];

/** What is out can be taken back whatever is in the works beside it. */
const takenBack = ['withdraw', 'scheduleWithdrawal'] as const;

/** The one table of what may be done at which stage; it enables the button, the route and the refusal. */
export const actionsAtStage = {
  draft: ['save', 'submit', 'releaseInEmergency', 'changeOpenness', ...takenBack, 'reviewLater'],
  firstReview: [
    'pass',
    'return',
    'recall',
    'reviewSecrecy',
    'releaseInEmergency',
    ...takenBack,
    'reviewLater',
  ],
  secondReview: [
    'pass',
    'return',
    'recall',
    'reviewSecrecy',
    'releaseInEmergency',
    ...takenBack,
    'reviewLater',
  ],
  finalReview: [
    'pass',
    'return',
    'recall',
    'reviewSecrecy',
    'releaseInEmergency',
    ...takenBack,
    'reviewLater',
  ],
  approved: ['release', 'schedule', 'return', ...takenBack],
  scheduled: ['unschedule', 'release', ...takenBack],
  settled: ['save', 'changeOpenness', ...takenBack, 'reviewLater'],
} as const satisfies Readonly<Record<ItemStage, readonly ItemAction[]>>;

/** What the public standing adds: some actions make sense only for what is out, or for what is not. */
const neededStanding: Readonly<Partial<Record<ItemAction, readonly PublicStanding[]>>> = {
  withdraw: ['published'],
  scheduleWithdrawal: ['published'],
  changeOpenness: ['published', 'kept'],
  releaseInEmergency: ['none'],
  // A withdrawn item comes back as a new revision that passes all reviews again.
  save: ['none', 'published', 'withdrawn', 'kept'],
};

/** Whether an action may be taken on an item in this state, by anybody at all. */
export function isItemActionAllowed(state: ItemState, action: ItemAction): boolean {
  const atStage: readonly ItemAction[] = actionsAtStage[state.stage];
  if (!atStage.includes(action)) return false;
  if (action === 'reviewLater') return state.owesLaterReview;
  const standings = neededStanding[action];
  return standings === undefined || standings.includes(state.standing);
}
