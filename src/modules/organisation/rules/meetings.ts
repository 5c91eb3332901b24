/** Leading groups: roles, agenda, attendance, what may be done with a meeting, and decisions folded from their events. Pure. */
import type { Day } from '#kernel/day.ts';
import type { TrainingStatus } from './training.ts';

export const groupRoles = ['head', 'deputyHead', 'officeHead', 'member'] as const;
export type GroupRole = (typeof groupRoles)[number];

export const agendaKinds = ['hearing', 'deliberation', 'deployment', 'other'] as const;
export type AgendaKind = (typeof agendaKinds)[number];

export const attendanceStates = ['present', 'leave', 'substitute'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const meetingActionNames = [
  'change',
  'invite',
  'hold',
  'recordAttendance',
  'recordHearings',
  'recordMinutes',
  'addDecision',
  'cancel',
] as const;
export type MeetingAction = (typeof meetingActionNames)[number];

/** What may be done with a meeting in each state. */
export const meetingActions: Readonly<Record<TrainingStatus, readonly MeetingAction[]>> = {
  planned: ['change', 'invite', 'hold', 'cancel'],
  held: ['recordAttendance', 'recordHearings', 'recordMinutes', 'addDecision', 'cancel'],
  cancelled: [],
};

export function canDoOnMeeting(status: TrainingStatus, action: MeetingAction): boolean {
  return meetingActions[status].includes(action);
}

export const decisionEventKinds = ['progress', 'done', 'returned', 'dropped'] as const;
export type DecisionEventKind = (typeof decisionEventKinds)[number];

export const decisionStatuses = ['open', 'done', 'dropped'] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

export const decisionActionNames = ['report', 'return', 'drop'] as const;
export type DecisionAction = (typeof decisionActionNames)[number];

/** What may be done with a decision in each state. `return` and `drop` are the leading group's, the rest the unit's. */
export const decisionActions: Readonly<Record<DecisionStatus, readonly DecisionAction[]>> = {
  open: ['report', 'drop'],
  done: ['return'],
  dropped: [],
};

export function canDoOnDecision(status: DecisionStatus, action: DecisionAction): boolean {
  return decisionActions[status].includes(action);
}

export interface DecisionState {
  readonly status: DecisionStatus;
  /** Day on which it was done, while it counts as done. */
  readonly doneOn: Day | null;
}

/** Folds the events of a decision, in the order in which they were written. Asked for a past day, give that day's events. */
export function decisionStateOf(
  events: readonly { readonly kind: DecisionEventKind; readonly day: Day }[],
): DecisionState {
  let state: DecisionState = { status: 'open', doneOn: null };
  for (const { kind, day } of events) {
    switch (kind) {
      case 'progress':
        break;
      case 'done':
        state = { status: 'done', doneOn: day };
        break;
      case 'returned':
        state = { status: 'open', doneOn: null };
        break;
      case 'dropped':
        state = { status: 'dropped', doneOn: null };
        break;
    }
  }
  return state;
}

export const decisionTimings = ['inTime', 'late', 'notYetDue', 'dropped'] as const;
export type DecisionTiming = (typeof decisionTimings)[number];

/** How a decision stands on a day: done by its last day, late (done later, or still open after it), or not due yet. */
export function decisionTimingOn(state: DecisionState, dueOn: Day, on: Day): DecisionTiming {
  if (state.status === 'dropped') return 'dropped';
  if (state.doneOn !== null) return state.doneOn <= dueOn ? 'inTime' : 'late';
  return on > dueOn ? 'late' : 'notYetDue';
}
