/**
 * The way of a letter from draft to issue: who may do what at which stage. One table for buttons, routes and refusals.
 * No person takes two steps. Pure; browser-safe.
 */
import { type LetterKind, letterKindOf, type SignOff } from './letter-kinds.ts';

export const letterStages = ['draft', 'inReview', 'awaitingSignature', 'issued', 'void'] as const;
export type LetterStage = (typeof letterStages)[number];

export const letterStageTitles: Readonly<Record<LetterStage, string>> = {
  draft: '起草',
  inReview: '待审核',
  awaitingSignature: '待签发',
  issued: '已签发',
  void: '已作废',
};

export const letterActions = {
  edit: '修改',
  submit: '送审',
  approve: '审核通过',
  giveBack: '退回修改',
  sign: '签发',
  cancel: '作废',
} as const;
export type LetterAction = keyof typeof letterActions;

const actionsAtStage: Readonly<Record<LetterStage, Readonly<Record<SignOff, readonly LetterAction[]>>>> = {
  draft: {
    drafter: ['edit', 'sign', 'cancel'],
    reviewer: ['edit', 'submit', 'cancel'],
    head: ['edit', 'submit', 'cancel'],
  },
  inReview: {
    drafter: [],
    reviewer: ['sign', 'giveBack', 'cancel'],
    head: ['approve', 'giveBack', 'cancel'],
  },
  awaitingSignature: { drafter: [], reviewer: [], head: ['sign', 'giveBack', 'cancel'] },
  issued: { drafter: [], reviewer: [], head: [] },
  void: { drafter: [], reviewer: [], head: [] },
};

/** Who has had the letter in hand so far. */
export interface LetterCourse {
  readonly kind: LetterKind;
  readonly stage: LetterStage;
  /** Everybody who wrote on the text since it was begun. */
  readonly drafters: readonly string[];
  readonly reviewedBy: string | null;
}

/** The person who wants to act; `heads` whoever may decide for the organ or the FOI office. */
export interface LetterHand {
  readonly id: string;
  readonly heads: boolean;
}

export type LetterActionVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: string };

/** Whether this person may do that with the letter, with the reason where not. */
export function judgeLetterAction(
  action: LetterAction,
  course: LetterCourse,
  hand: LetterHand,
): LetterActionVerdict {
  const { signOff } = letterKindOf(course.kind);
  if (!actionsAtStage[course.stage][signOff].includes(action)) {
    return {
      allowed: false,
      because: `文书${letterStageTitles[course.stage]}，不能${letterActions[action]}`,
    };
  }
  const reviews = action === 'approve' || (action === 'sign' && signOff !== 'drafter');
  if (reviews && course.drafters.includes(hand.id)) {
    return { allowed: false, because: '起草人不能审核、签发自己起草的文书，请由他人办理' };
  }
  if (action === 'sign' && signOff === 'head') {
    if (course.reviewedBy === hand.id) {
      return { allowed: false, because: '审核人不能签发自己审核的文书，请由他人签发' };
    }
    if (!hand.heads) return { allowed: false, because: '答复由单位负责人或者政府信息公开工作机构负责人签发' };
  }
  return { allowed: true };
}

/** Where the letter stands after the action. */
export function stageAfterLetterAction(action: LetterAction): LetterStage {
  switch (action) {
    case 'edit':
    case 'giveBack':
      return 'draft';
    case 'submit':
      return 'inReview';
    case 'approve':
      return 'awaitingSignature';
    case 'sign':
      return 'issued';
    case 'cancel':
      return 'void';
  }
}
