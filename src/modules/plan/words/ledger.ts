/** The ledger's labels and refusals. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { EntryKind, LedgerAction, LedgerState } from '../rules/ledger/entry.ts';
import type { LinkState } from '../rules/ledger/link-state.ts';

export const entryKindTitles: Readonly<Record<EntryKind, string>> = {
  progress: '进展',
  correction: '更正',
  withdrawal: '撤回',
};

export const ledgerStateTitles: Readonly<Record<LedgerState, string>> = {
  internal: '内部',
  public: '已公开',
  withdrawn: '已撤回',
};

export const ledgerActionTitles: Readonly<Record<LedgerAction, string>> = {
  correct: '更正',
  withdraw: '撤回',
  release: '公开',
  decline: '不公开',
  hide: '取消公开',
};

const whyNot: Readonly<Record<LedgerState, string>> = {
  internal: '这条台账没有公开',
  public: '这条台账已经公开',
  withdrawn: '这条台账已经撤回，撤回后不再改动',
};

const publicationRule = '政府信息公开条例第十七条';

export const ledgerRefusals = defineRefusals({
  'plan.ledgerEntryNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这条台账',
      why: '地址有误，或者它不在您可以查看的范围',
      todo: '请从任务页面的“台账”进入',
    }),
  },
  'plan.notAssigned': {
    status: 422,
    say: (params: { unit: string }) => ({
      what: `这项任务没有分给${params.unit}，不能填报`,
      why: '台账由任务的牵头、责任和配合单位填报',
      todo: '如果分工有变，请联系主管部门调整任务分解表；也可以请任务的牵头单位一并填报',
    }),
  },
  'plan.linkCheckOff': {
    status: 409,
    say: () => ({
      what: '没有开始检查',
      why: '平台的网址检查已经关闭',
      todo: '需要检查的，请平台管理员在配置中打开网址检查',
    }),
  },
  'plan.linkCheckRunning': {
    status: 409,
    say: () => ({
      what: '没有另外开始检查',
      why: '这份计划的网址正在检查，还没有查完',
      todo: '请稍候，查完后结果会显示在台账里',
    }),
  },
  'plan.taskWithdrawn': {
    status: 409,
    say: () => ({
      what: '这项任务已不在计划内，不能再填报',
      why: '主管部门更新任务分解表时取消了它；已填的台账仍可查看',
      todo: '请到“本单位任务”查看现在的任务',
    }),
  },
  'plan.ledgerNotNewest': {
    status: 409,
    say: () => ({
      what: '这条台账刚刚被更正或撤回',
      why: '只能更正最新的一条，否则说不清以哪条为准',
      todo: '请刷新页面，核对最新内容后再操作；已填写的内容留在草稿里',
    }),
  },
  'plan.ledgerActionNotAllowed': {
    status: 409,
    say: (params: { action: LedgerAction; state: LedgerState }) => ({
      what: `现在不能${ledgerActionTitles[params.action]}`,
      why: whyNot[params.state],
      todo: '请刷新页面查看最新状态',
    }),
  },
  'plan.ledgerPlanNotPublic': {
    status: 422,
    say: () => ({
      what: '这份计划不对社会公开，它的台账也不能公开',
      why: '上级计划和其他地区的计划只供内部跟踪、对照',
      todo: '请在本县计划的对应任务下填报后再公开',
    }),
  },
  'plan.ledgerFileUnknown': {
    status: 422,
    say: () => ({
      what: '有附件不是您上传的，或者已经找不到',
      why: '台账只能附上本人刚刚上传的文件，或者原来那条台账的文件',
      todo: '请移除该附件，重新上传',
    }),
  },
  'plan.ledgerFileUnfit': {
    status: 422,
    say: (params: { name: string; because: 'empty' | 'tooLarge' | 'kind' | 'content' }) => {
      switch (params.because) {
        case 'empty':
          return { what: `“${params.name}”是空文件`, todo: '请换一份文件' };
        case 'tooLarge':
          return {
            what: `“${params.name}”超过20 MB`,
            why: '台账附件每个不超过20 MB',
            todo: '请压缩图片或拆分文件后再上传；视频请附网址',
          };
        case 'kind':
          return {
            what: `不能附上“${params.name}”`,
            why: '台账附件只收图片、PDF、OFD、Word、Excel、PPT、WPS和纯文本',
            todo: '请另存为这些格式后再上传；压缩包请解开后逐个上传',
          };
        case 'content':
          return {
            what: `“${params.name}”的内容和文件名后缀不符`,
            why: '为防止有害文件，平台核对文件的实际内容',
            todo: '请用原来的软件打开，另存一份再上传',
          };
      }
    },
  },
  'plan.ledgerFileMissing': {
    status: 404,
    say: () => ({
      what: '找不到这个附件',
      why: '地址有误，或者它所在的台账已不公开',
      todo: '请从任务页面重新进入',
    }),
  },
  'plan.ledgerExportTooLarge': {
    status: 422,
    say: (params: { most: number }) => ({
      what: `符合条件的台账超过${params.most}条，不能一次导出`,
      why: '一个文件太大，多数软件打不开',
      todo: '请按单位或月份分几次导出',
    }),
  },
});

/** What a person confirms before something of the ledger becomes public. */
export const releaseReviewWords = {
  statement: '已经作过保密审查，内容和附件里没有国家秘密、工作秘密和个人信息',
  article: publicationRule,
} as const;

export const linkStateTitles: Readonly<Record<LinkState, string>> = {
  unchecked: '没有检查过',
  alive: '能打开',
  suspect: '打不开一次，待复查',
  broken: '打不开',
  unknown: '无法判定',
};
