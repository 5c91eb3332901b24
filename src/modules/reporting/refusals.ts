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
});
