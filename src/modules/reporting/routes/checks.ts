/** The check of an annual report and the schema of its figures over HTTP. No decisions in here. */
import { z } from 'zod';
import { apiRoute } from '#kernel/http/route.ts';
import { checkedReportSchema, reportFileLimit } from '../contract/checked-report.ts';
import { printReportSchema } from '../contract/report-schema.ts';
import { checkReportFile } from '../service/check-file.ts';

export const reportCheckRoutes = [
  apiRoute({
    name: 'reporting.checkReport',
    summary: '核对一份政府信息公开工作年度报告',
    description:
      '字段 file 是要核对的年报，previous（可不传）是上一年的年报。支持 .json .xlsx .xls .docx .doc .pdf .ofd .html .txt .md；文件和结果都不保存。',
    access: 'reporting.check',
    method: 'POST',
    path: '/reports/check',
    body: z.object({}),
    reply: checkedReportSchema,
    uploadLimit: reportFileLimit,
    handle: async ({ app, actor, files, request }) => {
      const { fileName, report, findings } = await checkReportFile(app, actor, files, request.signal);
      return checkedReportSchema.parse({ fileName, report, findings });
    },
  }),
  apiRoute({
    name: 'reporting.readReportSchema',
    summary: '年度报告数据文件的格式（JSON Schema）',
    access: 'signedIn',
    method: 'GET',
    path: '/reports/schema',
    reply: z.record(z.string(), z.unknown()),
    handle: async () => printReportSchema(),
  }),
];
