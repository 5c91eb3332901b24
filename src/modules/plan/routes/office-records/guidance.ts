/** Routes of guidance: questions, answers, inspections. */
import { z } from 'zod';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  answerGuidanceSchema,
  changeQuestionSchema,
  closeGuidanceSchema,
  createdRecordSchema,
  type GuidanceQuery,
  guidancePageSchema,
  guidanceQuerySchema,
  raiseQuestionSchema,
  recordInspectionSchema,
} from '../../contract/office-records.ts';
import { recordScopeOf } from '../../queries/ledger-visibility.ts';
import { listGuidance } from '../../queries/office-records/guidance.ts';
import {
  answerGuidance,
  changeQuestion,
  closeGuidance,
  raiseQuestion,
  recordInspection,
} from '../../service/office-records/guidance.ts';
import { guidanceKindTitles, guidanceStateTitles } from '../../words/office-records.ts';
import { sheetReply } from '../sheet-reply.ts';
import { exportQuery, readAllPages } from './export.ts';

const params = z.object({ id: idSchema });

const columns = [
  { title: '类别', width: 10 },
  { title: '单位', width: 16 },
  { title: '日期', width: 12 },
  { title: '标题', width: 30 },
  { title: '情况', width: 50 },
  { title: '答复', width: 40 },
  { title: '答复日期', width: 12 },
  { title: '需要跟进', width: 30 },
  { title: '跟进期限', width: 12 },
  { title: '跟进结果', width: 30 },
  { title: '状态', width: 10 },
  { title: '关联任务', width: 30 },
] as const;

export const guidanceRoutes = [
  apiRoute({
    name: 'plan.listGuidance',
    summary: '监督指导记录：疑难问题、苗头性问题、检查指导',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/guidance',
    query: guidanceQuerySchema,
    reply: guidancePageSchema,
    handle: async ({ app, actor, query }) =>
      listGuidance(app.database.read, await recordScopeOf(app, actor), query),
  }),
  apiRoute({
    name: 'plan.exportGuidance',
    summary: '导出监督指导记录',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/guidance/export',
    query: guidanceQuerySchema.omit({ after: true, limit: true }).extend(exportQuery),
    handle: async ({ app, actor, query }) => {
      const { format, ...filter } = query;
      const scope = await recordScopeOf(app, actor);
      const rows = await readAllPages((page) => {
        const asked: GuidanceQuery = { ...filter, ...page };
        return listGuidance(app.database.read, scope, asked);
      });
      return sheetReply(format, '监督指导记录', {
        title: '监督指导',
        columns,
        lines: rows.map((row) => [
          guidanceKindTitles[row.kind],
          row.unitName,
          row.happenedOn,
          row.subject,
          row.body,
          row.answer,
          row.answeredOn,
          row.followUp,
          row.followUpDue,
          row.closing,
          guidanceStateTitles[row.state],
          row.tasks.map((task) => task.title).join('；'),
        ]),
      });
    },
  }),
  apiRoute({
    name: 'plan.raiseQuestion',
    summary: '提出疑难问题或苗头性问题',
    access: 'plan.raiseQuestion',
    method: 'POST',
    path: '/guidance/questions',
    body: raiseQuestionSchema,
    reply: createdRecordSchema,
    creates: true,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => raiseQuestion(work, body)),
  }),
  apiRoute({
    name: 'plan.recordInspection',
    summary: '登记检查指导',
    access: 'plan.giveGuidance',
    method: 'POST',
    path: '/guidance/inspections',
    body: recordInspectionSchema,
    reply: createdRecordSchema,
    creates: true,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => recordInspection(work, body)),
  }),
  apiRoute({
    name: 'plan.changeQuestion',
    summary: '修改尚未答复的问题',
    access: 'plan.raiseQuestion',
    method: 'PUT',
    path: '/guidance/:id',
    params,
    body: changeQuestionSchema,
    handle: ({ app, actor, params: { id }, body }) =>
      transact(app, actor, (work) => changeQuestion(work, { id, ...body })),
  }),
  apiRoute({
    name: 'plan.answerGuidance',
    summary: '答复问题',
    access: 'plan.giveGuidance',
    method: 'POST',
    path: '/guidance/:id/answer',
    params,
    body: answerGuidanceSchema,
    handle: ({ app, actor, params: { id }, body }) =>
      transact(app, actor, (work) => answerGuidance(work, { id, ...body })),
  }),
  apiRoute({
    name: 'plan.closeGuidance',
    summary: '登记跟进结果，办结',
    access: 'plan.giveGuidance',
    method: 'POST',
    path: '/guidance/:id/close',
    params,
    body: closeGuidanceSchema,
    handle: ({ app, actor, params: { id }, body }) =>
      transact(app, actor, (work) => closeGuidance(work, { id, ...body })),
  }),
];
