/** Labels and refusals of clean-up rounds. */
import type { StateMark } from '#kernel/portal-offers.ts';
import { defineRefusals } from '#kernel/refusal.ts';
import type { CleanupEntryState, CleanupRoundState, CleanupVerdict } from '../rules/cleanup.ts';

export const cleanupVerdictTitles: Readonly<Record<CleanupVerdict, string>> = {
  keep: '继续有效',
  amend: '拟修改',
  repeal: '废止',
  lapse: '宣布失效',
};

export const cleanupRoundStateTitles: Readonly<Record<CleanupRoundState, string>> = {
  running: '清理中',
  listed: '结果待发布',
  concluded: '已公布结果',
  cancelled: '已取消',
};

export const cleanupRoundMarks: Readonly<Record<CleanupRoundState, StateMark>> = {
  running: 'notYetDue',
  listed: 'cannotTell',
  concluded: 'met',
  cancelled: 'cannotTell',
};

export const cleanupEntryStateTitles: Readonly<Record<CleanupEntryState, string>> = {
  waiting: '待提出意见',
  returned: '被退回',
  given: '待审核',
  confirmed: '审核通过',
};

export const cleanupEntryMarks: Readonly<Record<CleanupEntryState, StateMark>> = {
  waiting: 'notYetDue',
  returned: 'failing',
  given: 'cannotTell',
  confirmed: 'met',
};

export const cleanupRefusals = defineRefusals({
  'policies.roundNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这次清理或者其中的文件',
      why: '地址有误，或者文件不在这次清理的范围内',
      todo: '请从“文件清理”重新打开',
    }),
  },
  'policies.roundClosed': {
    status: 409,
    say: (params: { title: string; state: CleanupRoundState }) => ({
      what: `“${params.title}”现在不能这样办理`,
      why: `这次清理${cleanupRoundStateTitles[params.state]}`,
      todo:
        params.state === 'listed'
          ? '结果还没有发布的，可以先撤下结果草稿，再改意见'
          : '需要重新清理的，请另开一次清理',
    }),
  },
  'policies.entryState': {
    status: 409,
    say: (params: { title: string; state: CleanupEntryState }) => ({
      what: `《${params.title}》的清理意见现在不能这样办理`,
      why: `它的状态是${cleanupEntryStateTitles[params.state]}`,
      todo: params.state === 'confirmed' ? '要改的，请审核人先退回' : '请刷新页面再看',
    }),
  },
  'policies.ownVerdict': {
    status: 409,
    say: (params: { title: string }) => ({
      what: `《${params.title}》的清理意见是您自己提出的`,
      why: '提出意见和审核不能是同一个人',
      todo: '请由另一位审核人审核',
    }),
  },
  'policies.cleanupEmpty': {
    status: 422,
    say: () => ({
      what: '这个范围里没有需要清理的文件',
      why: '库中没有在此日期前制定、仍在施行或者等待宣布失效的公开文件',
      todo: '请放宽单位或者日期',
    }),
  },
  'policies.cleanupUnitUnknown': {
    status: 422,
    say: () => ({
      what: '有的单位不在本县的单位名录里',
      why: '单位可能已经撤并',
      todo: '请重新选择单位',
    }),
  },
  'policies.cleanupDuePassed': {
    status: 422,
    say: () => ({
      what: '提出意见的期限已经过去',
      why: '期限早于今天，单位来不及办理',
      todo: '请填写今天以后的日期',
    }),
  },
  'policies.cleanupOpen': {
    status: 409,
    article: '国办发〔2018〕37号',
    say: (params: { count: number; first: string }) => ({
      what: `还有${params.count}件文件没有审核通过的清理意见`,
      why: `例如《${params.first}》；清理结果应当覆盖范围内的每一件文件`,
      todo: '请先催办并审核完，再起草清理结果',
    }),
  },
});
