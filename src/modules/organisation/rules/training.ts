/** Trainings: their kinds, for whom they are, their state and what may be done in each state. Pure. */
import type { Day } from '#kernel/day.ts';

/** Business training, legal study of leaders, policy training for those who carry a policy out. */
export const trainingKinds = ['business', 'legalStudy', 'policy'] as const;
export type TrainingKind = (typeof trainingKinds)[number];

export const trainingModes = ['onSite', 'online', 'both'] as const;
export type TrainingMode = (typeof trainingModes)[number];

export const trainingAudiences = ['liaisons', 'allStaff', 'newEntrants', 'leaders', 'units'] as const;
export type TrainingAudience = (typeof trainingAudiences)[number];

export const trainingStatuses = ['planned', 'held', 'cancelled'] as const;
export type TrainingStatus = (typeof trainingStatuses)[number];

/** The state of a session or a meeting from what is known of it; called off outweighs held: the record was wrong. */
export function gatheringStatusOf(row: {
  readonly heldOn: Day | null;
  readonly cancelledOn: Day | null;
}): TrainingStatus {
  if (row.cancelledOn !== null) return 'cancelled';
  return row.heldOn === null ? 'planned' : 'held';
}

export const trainingActionNames = ['change', 'hold', 'recordAttendance', 'addMaterial', 'cancel'] as const;
export type TrainingAction = (typeof trainingActionNames)[number];

/** What may be done with a session in each state: button, route and refusal read this one table. */
export const trainingActions: Readonly<Record<TrainingStatus, readonly TrainingAction[]>> = {
  planned: ['change', 'hold', 'addMaterial', 'cancel'],
  held: ['change', 'recordAttendance', 'addMaterial', 'cancel'],
  cancelled: [],
};

export function canDoOnTraining(status: TrainingStatus, action: TrainingAction): boolean {
  return trainingActions[status].includes(action);
}

/** What a kind must say of itself: the law studied, the policy explained. */
export type TrainingKindFault = 'lawMissing' | 'policyMissing';

export function judgeTrainingKind(session: {
  readonly kind: TrainingKind;
  readonly law: string | null;
  readonly policyTitle: string | null;
}): TrainingKindFault | undefined {
  if (session.kind === 'legalStudy' && session.law === null) return 'lawMissing';
  if (session.kind === 'policy' && session.policyTitle === null) return 'policyMissing';
  return undefined;
}
