/** Which buttons stand over an item: the table of states decides, rights narrow it. Pure. */
import type { ItemDetail } from '../contract/items.ts';
import type { ItemAction } from '../rules/item-actions.ts';
import { reviewSteps } from '../rules/item-state.ts';
import { itemActionTitles, reviewStepTitles } from '../words/items.ts';

export interface ItemStep {
  readonly id: ItemAction;
  /** The verb on the button. */
  readonly verb: string;
  /** Below `/items/:itemId/`. */
  readonly path: string;
  /** POST unless said. */
  readonly method?: 'PUT';
  readonly permission: string;
  readonly asks: 'nothing' | 'reason' | 'secrecy' | 'time' | 'withdrawalTime' | 'openness';
  readonly consequence: string;
  readonly body?: unknown;
  readonly isGrave: boolean;
}

const steps: readonly Omit<ItemStep, 'verb'>[] = [
  {
    id: 'submit',
    path: 'submit',
    permission: 'publishing.write',
    asks: 'nothing',
    isGrave: false,
    consequence: '送审后不能再改；需要改时可以撤回送审。',
  },
  {
    id: 'recall',
    path: 'recall',
    permission: 'publishing.write',
    asks: 'nothing',
    isGrave: false,
    consequence: '撤回后可以修改，已做的审核作废。',
  },
  {
    id: 'reviewSecrecy',
    path: 'secrecy-review',
    permission: 'publishing.reviewSecrecy',
    asks: 'secrecy',
    isGrave: false,
    consequence: '',
  },
  {
    id: 'release',
    path: 'release',
    permission: 'publishing.release',
    asks: 'nothing',
    isGrave: false,
    consequence: '审核通过的这一版马上公开，须同步发布的内容一并公开。',
  },
  {
    id: 'schedule',
    path: 'schedule',
    permission: 'publishing.release',
    asks: 'time',
    isGrave: false,
    consequence: '',
  },
  {
    id: 'unschedule',
    path: 'unschedule',
    permission: 'publishing.release',
    asks: 'nothing',
    isGrave: false,
    consequence: '到时不再自动发布，回到待发布。',
  },
  {
    id: 'return',
    path: 'return',
    permission: 'publishing.returnItem',
    asks: 'reason',
    isGrave: false,
    consequence: '退回起草人修改，已做的审核作废。',
  },
  {
    id: 'reviewLater',
    path: 'later-review',
    permission: 'publishing.reviewLater',
    asks: 'reason',
    isGrave: false,
    consequence: '对应急发布的内容补审，意见存档。',
  },
  {
    id: 'releaseInEmergency',
    path: 'emergency-release',
    permission: 'publishing.releaseInEmergency',
    asks: 'reason',
    isGrave: true,
    consequence: '不经三级审核马上公开，事后必须补审。',
  },
  {
    id: 'withdraw',
    path: 'withdraw',
    permission: 'publishing.withdraw',
    asks: 'reason',
    isGrave: true,
    consequence: '公众不再看到内容，原地址显示撤回原因。',
  },
  {
    id: 'changeOpenness',
    path: 'openness',
    method: 'PUT',
    permission: 'publishing.changeOpenness',
    asks: 'openness',
    isGrave: false,
    consequence: '',
  },
  {
    id: 'scheduleWithdrawal',
    path: 'withdrawal-time',
    permission: 'publishing.withdraw',
    asks: 'withdrawalTime',
    isGrave: false,
    consequence: '',
  },
];

/** The review the item waits for, with its own route and right. */
function passStep(item: ItemDetail): ItemStep | undefined {
  const step = reviewSteps.find((one) => one === item.stage);
  if (step === undefined) return undefined;
  return {
    id: 'pass',
    verb: `${reviewStepTitles[step]}通过`,
    path: `reviews/${step}/pass`,
    permission: `publishing.${step}`,
    asks: 'nothing',
    consequence: '您的姓名和时间会记入审核经过。',
    body: { opinion: null },
    isGrave: false,
  };
}

/** Steps in the order of their buttons. */
export function stepsAllowed(item: ItemDetail, may: (permission: string) => boolean): readonly ItemStep[] {
  const named = steps.map((step): ItemStep => ({ ...step, verb: itemActionTitles[step.id] }));
  const pass = passStep(item);
  return [...(pass === undefined ? [] : [pass]), ...named].filter(
    (step) => item.actions.includes(step.id) && may(step.permission),
  );
}

/** The step that brings the item on. */
export function awaitedStep({ stage }: ItemDetail): ItemAction | undefined {
  switch (stage) {
    case 'firstReview':
    case 'secondReview':
    case 'finalReview':
      return 'pass';
    case 'approved':
      return 'release';
    case 'draft':
    case 'scheduled':
    case 'settled':
      return undefined;
  }
}
