/** What may be done with a binding in each state: one table for button, route and refusal. Pure. */
import type { BindingStatus } from './shapes.ts';

export const bindingActions = {
  proposed: ['confirm', 'change', 'reject'],
  confirmed: ['change', 'remove'],
  rejected: ['confirm'],
} as const satisfies Record<BindingStatus, readonly string[]>;

export type BindingAction = (typeof bindingActions)[BindingStatus][number];

/** Whether the table allows it. */
export function canDoWithBinding(status: BindingStatus, action: BindingAction): boolean {
  const allowed: readonly BindingAction[] = bindingActions[status];
  return allowed.includes(action);
}

/** Characters a signed reason must have, blanks not counted. */
export const signedReasonLength = 10;

/** Whether a reason says enough to stand beside a computed standing. */
export function isSignedReason(reason: string): boolean {
  return [...reason.replace(/\s/gu, '')].length >= signedReasonLength;
}
