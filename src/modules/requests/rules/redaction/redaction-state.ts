/**
 * The way of a released copy: marked, made and proven, checked by a second person, released. One table for buttons, routes
 * and refusals. Pure; browser-safe.
 */
export const redactionStages = ['marking', 'proven', 'released'] as const;
export type RedactionStage = (typeof redactionStages)[number];

export const redactionStageTitles: Readonly<Record<RedactionStage, string>> = {
  marking: '遮盖中',
  proven: '已生成，待核对',
  released: '核对通过，可以提供',
};

export const redactionActions = {
  mark: '修改遮盖',
  make: '生成公开版',
  release: '核对通过',
} as const;
export type RedactionAction = keyof typeof redactionActions;

const actionsAtStage: Readonly<Record<RedactionStage, readonly RedactionAction[]>> = {
  marking: ['mark', 'make'],
  proven: ['mark', 'make', 'release'],
  released: [],
};

export type RedactionActionVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: string };

/** Whether this person may do that; whoever marked does not release (政府信息公开条例第十七条). */
export function judgeRedactionAction(
  action: RedactionAction,
  course: { readonly stage: RedactionStage; readonly markedBy: readonly string[] },
  actorId: string,
): RedactionActionVerdict {
  if (!actionsAtStage[course.stage].includes(action)) {
    return {
      allowed: false,
      because: `公开版${redactionStageTitles[course.stage]}，不能${redactionActions[action]}`,
    };
  }
  if (action === 'release' && course.markedBy.includes(actorId)) {
    return { allowed: false, because: '遮盖人不能核对自己遮盖的文件，请由他人核对' };
  }
  return { allowed: true };
}
