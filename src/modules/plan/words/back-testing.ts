/** Labels and refusals of back-tests. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { PastStanding } from '../rules/back-testing/shapes.ts';

/** What last year's facts would have made of a task. */
export const pastStandingTitles: Readonly<Record<PastStanding, string>> = {
  met: '会达标',
  failing: '会不达标',
  cannotTell: '无法判定',
};

export const backTestRefusals = defineRefusals({
  'plan.backTestWithoutYear': {
    status: 422,
    say: () => ({
      what: '还不能试算',
      why: '草稿没有填写年份，不知道该看哪一年的记录',
      todo: '请先在核对页面填写年份，再来试算',
    }),
  },
});
