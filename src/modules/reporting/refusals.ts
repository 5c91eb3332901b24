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
});
