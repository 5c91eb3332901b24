/** What the register says of issuing codes: every refusal with what to do next. */
import { defineRefusals } from '#kernel/refusal.ts';

const article = '《党政机关公文处理工作条例》第九条（发文字号由发文机关代字、年份、发文顺序号组成）';

export const issuingCodeRefusals = defineRefusals({
  'organisation.issuingCodeNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个发文机关代字', todo: '请刷新单位页面后再试' }),
  },
  'organisation.issuingCodeTaken': {
    status: 409,
    say: (params: { code: string; owner: string }) => ({
      what: `代字“${params.code}”已经登记给“${params.owner}”`,
      why: '在用的代字只能属于一个单位，否则凭文号认不出发文机关',
      todo: '请核对代字；确已移交的，先在原单位停用',
    }),
    article,
  },
  'organisation.issuingCodeEnded': {
    status: 409,
    say: (params: { code: string }) => ({ what: `代字“${params.code}”已经停用`, todo: '请刷新单位页面' }),
  },
  'organisation.issuingCodeDays': {
    status: 422,
    say: () => ({ what: '停用日期须晚于启用日期', todo: '请核对两个日期' }),
  },
});
