/** Routes of good practice: invitations, write-ups, selection and where they were spread. */
import { z } from 'zod';
import { beijingDayOf } from '#kernel/clock.ts';
import { findStoredFile } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  callForPracticesSchema,
  changePracticeSchema,
  contributePracticeSchema,
  createdRecordSchema,
  declinePracticeSchema,
  type PracticeQuery,
  practiceCallsSchema,
  practicePageSchema,
  practiceQuerySchema,
  spreadPracticeSchema,
} from '../../contract/office-records.ts';
import { authoriseUnitLedger, recordScopeOf } from '../../queries/ledger-visibility.ts';
import { findPractice, listPracticeCalls, listPractices } from '../../queries/office-records/practices.ts';
import {
  callForPractices,
  changePractice,
  changePracticeCall,
  contributePractice,
  declinePractice,
  selectPractice,
  spreadPractice,
} from '../../service/office-records/practices.ts';
import { ledgerRefusals } from '../../words/ledger.ts';
import { officeRecordRefusals, practiceStateTitles } from '../../words/office-records.ts';
import { sheetReply } from '../sheet-reply.ts';
import { exportQuery, readAllPages } from './export.ts';

const params = z.object({ id: idSchema });

const columns = [
  { title: '单位', width: 16 },
  { title: '标题', width: 36 },
  { title: '内容', width: 70 },
  { title: '约稿', width: 24 },
  { title: '关联任务', width: 24 },
  { title: '报送日期', width: 12 },
  { title: '报送人', width: 10 },
  { title: '选用情况', width: 10 },
  { title: '推广', width: 40 },
] as const;

const callRoutes = [
  apiRoute({
    name: 'plan.listPracticeCalls',
    summary: '列出经验做法约稿',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/practice-calls',
    reply: practiceCallsSchema,
    handle: async ({ app, actor }) => ({
      rows: await listPracticeCalls(
        app.database.read,
        await getHomeJurisdictionId(app.database.read, actor),
        beijingDayOf(app.clock.now()),
      ),
    }),
  }),
  apiRoute({
    name: 'plan.callForPractices',
    summary: '约稿',
    access: 'plan.selectPractices',
    method: 'POST',
    path: '/practice-calls',
    body: callForPracticesSchema,
    reply: createdRecordSchema,
    creates: true,
    handle: async ({ app, actor, body }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      return transact(app, actor, (work) => callForPractices(work, { jurisdictionId, ...body }));
    },
  }),
  apiRoute({
    name: 'plan.changePracticeCall',
    summary: '修改约稿',
    access: 'plan.selectPractices',
    method: 'PUT',
    path: '/practice-calls/:id',
    params,
    body: callForPracticesSchema,
    handle: ({ app, actor, params: { id }, body }) =>
      transact(app, actor, (work) => changePracticeCall(work, { id, ...body })),
  }),
];

export const practiceRoutes = [
  ...callRoutes,
  apiRoute({
    name: 'plan.listPractices',
    summary: '列出经验做法',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/practices',
    query: practiceQuerySchema,
    reply: practicePageSchema,
    handle: async ({ app, actor, query }) =>
      listPractices(app.database.read, await recordScopeOf(app, actor), query),
  }),
  apiRoute({
    name: 'plan.exportPractices',
    summary: '导出经验做法',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/practices/export',
    query: practiceQuerySchema.omit({ after: true, limit: true }).extend(exportQuery),
    handle: async ({ app, actor, query }) => {
      const { format, ...filter } = query;
      const scope = await recordScopeOf(app, actor);
      const rows = await readAllPages((page) => {
        const asked: PracticeQuery = { ...filter, ...page };
        return listPractices(app.database.read, scope, asked);
      });
      return sheetReply(format, '经验做法', {
        title: '经验做法',
        columns,
        lines: rows.map((row) => [
          row.unitName,
          row.title,
          row.body,
          row.callTitle,
          row.task?.title ?? null,
          row.contributedOn,
          row.contributedByName,
          practiceStateTitles[row.state],
          row.spreads.map(({ place, spreadOn }) => `${spreadOn} ${place}`).join('\n'),
        ]),
      });
    },
  }),
  apiRoute({
    name: 'plan.contributePractice',
    summary: '报送经验做法',
    access: 'plan.contributePractice',
    method: 'POST',
    path: '/practices',
    body: contributePracticeSchema,
    reply: createdRecordSchema,
    creates: true,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => contributePractice(work, body)),
  }),
  apiRoute({
    name: 'plan.changePractice',
    summary: '修改尚未选用的经验做法',
    access: 'plan.contributePractice',
    method: 'PUT',
    path: '/practices/:id',
    params,
    body: changePracticeSchema,
    handle: ({ app, actor, params: { id }, body }) =>
      transact(app, actor, (work) => changePractice(work, { id, ...body })),
  }),
  apiRoute({
    name: 'plan.selectPractice',
    summary: '选用经验做法',
    access: 'plan.selectPractices',
    method: 'POST',
    path: '/practices/:id/select',
    params,
    handle: ({ app, actor, params: { id } }) => transact(app, actor, (work) => selectPractice(work, { id })),
  }),
  apiRoute({
    name: 'plan.declinePractice',
    summary: '不选用经验做法，写明原因',
    access: 'plan.selectPractices',
    method: 'POST',
    path: '/practices/:id/decline',
    params,
    body: declinePracticeSchema,
    handle: ({ app, actor, params: { id }, body }) =>
      transact(app, actor, (work) => declinePractice(work, { id, ...body })),
  }),
  apiRoute({
    name: 'plan.spreadPractice',
    summary: '登记经验做法在哪里推广',
    access: 'plan.selectPractices',
    method: 'POST',
    path: '/practices/:id/spreads',
    params,
    body: spreadPracticeSchema,
    reply: createdRecordSchema,
    creates: true,
    handle: ({ app, actor, params: { id }, body }) =>
      transact(app, actor, (work) => spreadPractice(work, { id, ...body })),
  }),
  apiRoute({
    name: 'plan.downloadPracticeFile',
    summary: '下载经验做法的文件',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/practices/:id/file',
    params,
    handle: async ({ app, actor, params: { id } }) => {
      const db = app.database.read;
      const practice = await findPractice(db, id);
      if (practice === undefined) throw officeRecordRefusals.refuse('plan.recordNotFound', {});
      authoriseUnitLedger(app, actor, practice.unitId, practice.jurisdictionId);
      const file = practice.fileId === null ? undefined : await findStoredFile(db, practice.fileId);
      const bytes = file === undefined ? undefined : await app.files.find(file.sha256);
      if (file === undefined || bytes === undefined)
        throw ledgerRefusals.refuse('plan.ledgerFileMissing', {});
      return downloadReply(file.fileName, file.mediaType, bytes);
    },
  }),
];
