/** Papers of a training over HTTP: sign-in sheet, roster template, and the roster handed back (first as a trial). */
import { z } from 'zod';
import { authorise, requireOfficer } from '#kernel/authorise.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { rosterBodySchema, rosterReplySchema } from '../contract/training.ts';
import { listExpectedPeople } from '../queries/expected-people.ts';
import { matchRoster } from '../queries/roster.ts';
import { getTrainingDetail } from '../queries/trainings.ts';
import { readRosterFile } from '../roster-file.ts';
import { recordRoster } from '../service/roster.ts';
import { trainingRefusals } from '../words/training.ts';
import { documentTypes, uploadedFileOf } from './file-reply.ts';

const trainingParams = z.object({ trainingId: idSchema });

/** A list of names; more is no roster. */
const rosterLimit = 2 * 1024 * 1024;

export const trainingPaperRoutes = [
  apiRoute({
    name: 'organisation.downloadSignInSheet',
    summary: '下载签到表（.docx）',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/trainings/:trainingId/sign-in-sheet',
    params: trainingParams,
    handle: async ({ app, actor, params }) => {
      const { read } = app.database;
      const training = await getTrainingDetail(read, requireOfficer(actor).jurisdictionId, params.trainingId);
      const { writeSignInDocx } = await import('../exports/sign-in-docx.ts');
      const bytes = await writeSignInDocx(training, await listExpectedPeople(read, training));
      return downloadReply(`${training.topic}签到表.docx`, documentTypes.docx, bytes);
    },
  }),
  apiRoute({
    name: 'organisation.downloadRosterTemplate',
    summary: '下载参训名单模板（.xlsx）',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/trainings/:trainingId/roster-template',
    params: trainingParams,
    handle: async ({ app, actor, params }) => {
      const { read } = app.database;
      const training = await getTrainingDetail(read, requireOfficer(actor).jurisdictionId, params.trainingId);
      const { writeRosterXlsx } = await import('../exports/roster-xlsx.ts');
      const bytes = await writeRosterXlsx(await listExpectedPeople(read, training));
      return downloadReply(`${training.topic}参训名单.xlsx`, documentTypes.xlsx, bytes);
    },
  }),
  apiRoute({
    name: 'organisation.importRoster',
    summary: '导入参训名单：先试读，再登记',
    description: '字段 record 为 true 才写入；否则只返回逐行的读取结果。支持 .xlsx 和 .csv。',
    access: 'organisation.holdTrainings',
    method: 'POST',
    path: '/organisation/trainings/:trainingId/roster',
    params: trainingParams,
    body: rosterBodySchema,
    reply: rosterReplySchema,
    uploadLimit: rosterLimit,
    handle: async ({ app, actor, params, body, files }) => {
      const { jurisdictionId } = requireOfficer(actor);
      const file = uploadedFileOf(files);
      const training = await getTrainingDetail(app.database.read, jurisdictionId, params.trainingId);
      authorise(app, actor, 'organisation.holdTrainings', { unitId: training.organiserId, jurisdictionId });
      const reading = await readRosterFile(file.name, file.bytes);
      if (!reading.ok) {
        throw trainingRefusals.refuse('organisation.rosterUnreadable', { because: reading.because });
      }
      const roster = await matchRoster(app.database.read, jurisdictionId, reading.entries);
      const recorded = body.record === 'true';
      if (recorded) await transact(app, actor, (work) => recordRoster(work, training.id, roster));
      return {
        lines: [...roster.lines],
        officers: roster.attendees.length,
        others: roster.headCounts.reduce((sum, row) => sum + row.heads, 0),
        unmatched: roster.unmatched,
        recorded,
      };
    },
  }),
];
