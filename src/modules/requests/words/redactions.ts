/** Refusals of released copies. */
import { defineRefusals } from '#kernel/refusal.ts';
import { type RedactionAction, redactionActions } from '../rules/redaction/redaction-state.ts';

export const redactionRefusals = defineRefusals({
  'requests.redactionNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这份公开版',
      why: '编号有误，或者所属申请没有分派给您',
      todo: '请从申请的“公开版”一栏进入',
    }),
  },
  'requests.redactionSourceUnfit': {
    status: 422,
    say: (params: { sentence: string; remedy: string }) => ({
      what: '这份文件不能遮盖',
      why: params.sentence,
      todo: params.remedy,
    }),
  },
  'requests.redactionActionNotAllowed': {
    status: 409,
    say: (params: { action: RedactionAction; because: string }) => ({
      what: `现在不能“${redactionActions[params.action]}”`,
      why: params.because,
      todo: '请刷新页面后再试',
    }),
  },
  'requests.redactionChanged': {
    status: 409,
    say: () => ({
      what: '遮盖已被他人修改',
      why: '您打开之后有人保存过',
      todo: '请刷新页面，核对后重新修改',
    }),
  },
  'requests.redactionMarksUnfit': {
    status: 422,
    say: (params: { faults: readonly string[] }) => ({
      what: '有的遮盖不能使用',
      why: params.faults.join('；'),
      todo: '请逐处改正：选中文字或者画框，并写明依据',
    }),
    article: '政府信息公开条例第三十七条',
  },
  'requests.redactionUnproven': {
    status: 422,
    say: (params: { faults: readonly string[] }) => ({
      what: '公开版没有通过核验，不能提供',
      why: params.faults.join('；'),
      todo: '请补充遮盖后重新生成；仍不能通过的，改用页面遮盖，或者以纸质件遮盖后提供',
    }),
    article: '政府信息公开条例第十七条',
  },
  'requests.redactionBlocked': {
    status: 422,
    say: (params: { findings: readonly string[] }) => ({
      what: '公开版中还有不得公开的内容',
      why: params.findings.join('；'),
      todo: '请把这些内容也遮盖后重新生成',
    }),
    article: '政府信息公开条例第十七条',
  },
});
