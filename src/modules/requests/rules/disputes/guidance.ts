/** States of a case in the library and what may be done in each: the table that enables button, route and refusal. Pure. */
export const guidanceStatuses = ['draft', 'published', 'withdrawn'] as const;
export type GuidanceStatus = (typeof guidanceStatuses)[number];

export type GuidanceAction = 'change' | 'publish' | 'withdraw';

export const guidanceActions = {
  draft: ['change', 'publish', 'withdraw'],
  published: ['withdraw'],
  withdrawn: [],
} as const satisfies Record<GuidanceStatus, readonly GuidanceAction[]>;

export function canDoOnGuidance(status: GuidanceStatus, action: GuidanceAction): boolean {
  const allowed: readonly GuidanceAction[] = guidanceActions[status];
  return allowed.includes(action);
}
