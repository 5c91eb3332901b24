/** Refusals of letters and of what is released with them. */
import { defineRefusals } from '#kernel/refusal.ts';
import { type LetterAction, letterActions } from '../rules/letters/letter-state.ts';

export const letterRefusals = defineRefusals({
  'requests.letterNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这份文书',
      why: '编号有误，或者所属申请没有分派给您',
      todo: '请从申请的“文书”一栏进入',
    }),
  },
  'requests.letterKindUnfit': {
    status: 422,
    say: (params: { because: string }) => ({
      what: '不能起草这种文书',
      why: params.because,
      todo: '请按办理结果重新选择文书',
    }),
  },
  'requests.letterActionNotAllowed': {
    status: 409,
    say: (params: { action: LetterAction; because: string }) => ({
      what: `现在不能“${letterActions[params.action]}”`,
      why: params.because,
      todo: '请刷新页面后再试',
    }),
  },
  'requests.letterChanged': {
    status: 409,
    say: () => ({
      what: '文书已被他人修改',
      why: '您打开之后有人保存过',
      todo: '请刷新页面，核对后重新修改',
    }),
  },
  'requests.letterIncomplete': {
    status: 422,
    say: (params: { missing: readonly string[] }) => ({
      what: '文书还不完整',
      why: `尚缺：${params.missing.join('、')}`,
      todo: '请补充后再送审或者签发',
    }),
  },
  'requests.letterGroundUnfit': {
    status: 422,
    say: (params: { says: string; article: string }) => ({
      what: '依据与案情不符',
      why: `${params.says}（${params.article}）`,
      todo: '请改选办理结果，或者更正所填的事实',
    }),
  },
  'requests.letterBlocked': {
    status: 422,
    say: (params: { findings: readonly string[] }) => ({
      what: '文书中有不得发出的内容',
      why: params.findings.join('；'),
      todo: '请修改后再送审或者签发',
    }),
    article: '政府信息公开条例第十七条',
  },
  'requests.remedyBodyMissing': {
    status: 422,
    say: (params: { body: string }) => ({
      what: '救济途径还写不出来',
      why: `没有登记${params.body}的名称`,
      todo: '请主管部门在“文书设置”中登记复议机关和法院',
    }),
    article: '行政复议法第二十条',
  },
  'requests.issuingCodeMissing': {
    status: 422,
    say: (params: { unit: string }) => ({
      what: '不能编文号',
      why: `${params.unit}没有登记在用的发文机关代字`,
      todo: '请先在单位名录中登记发文机关代字',
    }),
  },
  'requests.templateFaulty': {
    status: 422,
    say: (params: { faults: readonly string[] }) => ({
      what: '模板不能使用',
      why: params.faults.join('；'),
      todo: '请按右侧字段表改正后再保存',
    }),
  },
  'requests.applicantErased': {
    status: 410,
    say: () => ({
      what: '文书不能再生成',
      why: '申请人信息已按保存期限删除',
      todo: '已经制发的文书请到档案查阅',
    }),
  },
});
