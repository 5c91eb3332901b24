/** Every refusal of the annual report, with what to do next. */
import { defineRefusals } from '#kernel/refusal.ts';

export const reportingRefusals = defineRefusals({
  'reporting.fileMissing': {
    status: 400,
    say: () => ({ what: '没有收到文件', todo: '请选择年度报告的文件后重新上传' }),
  },
  'reporting.fileUnreadable': {
    status: 422,
    say: ({ file, sentence, remedy }: { file: string; sentence: string; remedy: string }) => ({
      what: `没有核对“${file}”：${sentence.replace(/。$/u, '')}`,
      why: '读不出来的文件不能视为没有问题',
      todo: remedy.replace(/。$/u, ''),
    }),
  },
  'reporting.notAReport': {
    status: 422,
    article: '政府信息公开条例第五十条',
    say: ({ file }: { file: string }) => ({
      what: `“${file}”不是政府信息公开工作年度报告`,
      why: '文件里没有找到“收到和处理政府信息公开申请情况”和“行政复议、行政诉讼情况”的表格；表格如果是图片，也读不出来',
      todo: '请换成年度报告的网页、Word、Excel 或者可以选中文字的 PDF',
    }),
  },
  'reporting.jsonUnfit': {
    status: 422,
    say: ({ file, fields, format }: { file: string; fields: string; format: string }) => ({
      what: `“${file}”不合年度报告的数据格式`,
      why: `格式是 ${format}，不符的有：${fields}`,
      todo: '请用 gongkai report schema 查看格式，改好后再核对',
    }),
  },
  'reporting.yearUnknown': {
    status: 422,
    say: ({ year }: { year: number }) => ({
      what: `${year}年没有年报格式`,
      why: '现行格式自2019年度报告起',
      todo: '请选择2019年以后的年度',
    }),
  },
  'reporting.unitUnknown': {
    status: 404,
    say: () => ({
      what: '没有这个编制年报的单位',
      why: '单位不属于本级，已经停用，或者不单独编制年报',
      todo: '请从单位列表重新选择',
    }),
  },
  'reporting.cellUnknown': {
    status: 422,
    say: () => ({
      what: '填的格子不在这一年的格式里',
      why: '总计由平台加出来，不用填写',
      todo: '请刷新页面，按表格填写',
    }),
  },
  'reporting.cellFromCases': {
    status: 422,
    say: ({ place }: { place: string }) => ({
      what: `${place}不能填写`,
      why: '这一格由登记在平台的申请、复议、诉讼逐件得出',
      todo: '请打开这一格，改正其中的案件；表随之改变',
    }),
  },
  'reporting.cellNegative': {
    status: 422,
    say: ({ place }: { place: string }) => ({ what: `${place}不能小于0`, todo: '请改正后再保存' }),
  },
  'reporting.tablesBroken': {
    status: 422,
    article: '国办公开办函〔2021〕30号',
    say: ({ sentence }: { sentence: string }) => ({
      what: '填的数不合表内的勾稽关系',
      why: sentence.replace(/。$/u, ''),
      todo: '请核对两边的数，改好后再保存',
    }),
  },
  'reporting.cellsMissing': {
    status: 409,
    say: ({ count }: { count: number }) => ({
      what: `还有${count}格没有数，不能签发`,
      why: '没有数的格子不能当作0公布',
      todo: '请在“年报数据”里填报，确实没有的填0',
    }),
  },
  'reporting.textHasGaps': {
    status: 409,
    say: ({ count }: { count: number }) => ({
      what: `文字里还有${count}处“请填写”，不能签发`,
      todo: '请补齐六个部分的文字',
    }),
  },
  'reporting.findingsStand': {
    status: 409,
    article: '国办公开办函〔2021〕30号',
    say: ({ sentence, explainable }: { sentence: string; explainable: boolean }) => ({
      what: '勾稽关系不成立，不能签发',
      why: sentence.replace(/。$/u, ''),
      todo: explainable ? '请改正，或者写明与上年不一致的原因再签发' : '请改正后再签发',
    }),
  },
  'reporting.otherYear': {
    status: 422,
    say: ({ year, found }: { year: number; found: number | null }) => ({
      what: `这份文件不是${year}年的年报`,
      why: found === null ? '文件里没有读出年度' : `文件写的是${found}年`,
      todo: '请核对年度，或者换一份文件',
    }),
  },
  'reporting.editionUnknown': {
    status: 404,
    say: () => ({ what: '没有找到这份年报', todo: '请从“年报编制”重新打开' }),
  },
  'reporting.editionNotNow': {
    status: 409,
    say: () => ({ what: '这份年报已经公布或者撤下', todo: '请刷新页面，按最新状态办理' }),
  },
  'reporting.publishedDayUnfit': {
    status: 422,
    say: () => ({
      what: '公布日期不对',
      why: '不能早于签发的日期，也不能晚于今天',
      todo: '请改正日期',
    }),
  },
});
