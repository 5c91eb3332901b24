/** Routes of the ledger: report, correct, withdraw, show to the public, read and take along. */
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import { withoutPhotoTraces } from '#kernel/files/photo-traces/photo-traces.ts';
import { keepBytes, type StoredFile } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute, type SpecialReply } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  correctEntrySchema,
  keptLedgerFileSchema,
  ledgerMonthsSchema,
  ledgerPageSchema,
  ledgerQuerySchema,
  ledgerReasonSchema,
  publicEvidencePageSchema,
  publicEvidenceQuerySchema,
  releaseEntrySchema,
  writeEntrySchema,
  writtenEntrySchema,
} from '../contract/ledger.ts';
import { countLedgerMonths, findEntryPlace, listLedgerItems } from '../queries/ledger.ts';
import {
  authoriseTaskLedger,
  authoriseUnitLedger,
  getReadablePlan,
  readableUnitIds,
} from '../queries/ledger-visibility.ts';
import { findPlan } from '../queries/plans.ts';
import { findLedgerFile, listPublicEvidence } from '../queries/public-evidence.ts';
import { evidenceFileLimit, judgeEvidenceFile } from '../rules/ledger/evidence-file.ts';
import { recordLedgerFile } from '../service/ledger/record-file.ts';
import {
  declineRelease,
  hideLedgerEntry,
  releaseLedgerEntry,
  takeDownLedgerEntry,
} from '../service/ledger/release-entry.ts';
import { recheckLinks } from '../service/ledger/watch-links.ts';
import { correctLedgerEntry, withdrawLedgerEntry, writeLedgerEntry } from '../service/ledger/write-entry.ts';
import { ledgerRefusals } from '../words/ledger.ts';
import { planRefusals } from '../words/plans.ts';
import { ledgerExportRoutes } from './ledger-exports.ts';

const taskParams = z.object({ taskId: idSchema });
const planParams = z.object({ planId: idSchema });
const entryParams = z.object({ entryId: idSchema });
const fileParams = z.object({ entryId: idSchema, fileId: idSchema });

/** A file of the ledger as a download; whatever was handed in is never shown as a page of ours. */
async function ledgerFileReply(app: App, file: StoredFile | undefined): Promise<SpecialReply> {
  const bytes = file === undefined ? undefined : await app.files.find(file.sha256);
  if (file === undefined || bytes === undefined) throw ledgerRefusals.refuse('plan.ledgerFileMissing', {});
  return downloadReply(file.fileName, file.mediaType, bytes);
}

/** The same for the public: of a photo the picture alone. Inside, place and time of a photo are part of the proof. */
async function publicFileReply(app: App, file: StoredFile | undefined): Promise<SpecialReply> {
  const kept = file === undefined ? undefined : await app.files.find(file.sha256);
  const bytes =
    file === undefined || kept === undefined ? undefined : withoutPhotoTraces(file.mediaType, kept);
  if (file === undefined || bytes === undefined) throw ledgerRefusals.refuse('plan.ledgerFileMissing', {});
  return downloadReply(file.fileName, file.mediaType, bytes);
}

const writingRoutes = [
  apiRoute({
    name: 'plan.uploadLedgerFile',
    summary: '上传台账附件，随后在填报时附上',
    access: 'plan.writeLedger',
    method: 'POST',
    path: '/ledger-files',
    body: z.object({}),
    reply: keptLedgerFileSchema,
    uploadLimit: evidenceFileLimit,
    creates: true,
    handle: async ({ app, actor, files }) => {
      const [file] = files;
      if (file === undefined) throw planRefusals.refuse('plan.fileMissing', {});
      const { name, bytes } = file;
      const verdict = judgeEvidenceFile({ name, byteLength: bytes.byteLength, firstBytes: bytes });
      if (!verdict.ok)
        throw ledgerRefusals.refuse('plan.ledgerFileUnfit', { name, because: verdict.because });
      const kept = await keepBytes(app.files, { name, mediaType: verdict.mediaType, bytes });
      return transact(app, actor, (work) => recordLedgerFile(work, kept));
    },
  }),
  apiRoute({
    name: 'plan.writeLedgerEntry',
    summary: '填报一条台账',
    access: 'plan.writeLedger',
    method: 'POST',
    path: '/tasks/:taskId/ledger',
    params: taskParams,
    body: writeEntrySchema,
    reply: writtenEntrySchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => writeLedgerEntry(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.correctLedgerEntry',
    summary: '更正一条台账：另写一条，原来的保留并划去',
    access: 'plan.writeLedger',
    method: 'POST',
    path: '/ledger/:entryId/corrections',
    params: entryParams,
    body: correctEntrySchema,
    reply: writtenEntrySchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => correctLedgerEntry(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.withdrawLedgerEntry',
    summary: '撤回一条台账，写明原因',
    access: 'plan.writeLedger',
    method: 'POST',
    path: '/ledger/:entryId/withdrawal',
    params: entryParams,
    body: ledgerReasonSchema,
    reply: writtenEntrySchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => withdrawLedgerEntry(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.recheckLinks',
    summary: '重新检查一条台账里的网址',
    access: 'plan.writeLedger',
    method: 'POST',
    path: '/ledger/:entryId/link-checks',
    params: entryParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => recheckLinks(work, params)),
  }),
];

const releaseRoutes = [
  apiRoute({
    name: 'plan.releaseLedgerEntry',
    summary: '公开一条台账（须确认已作保密审查）',
    access: 'plan.releaseEvidence',
    method: 'POST',
    path: '/ledger/:entryId/release',
    params: entryParams,
    body: releaseEntrySchema,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => releaseLedgerEntry(work, params)),
  }),
  apiRoute({
    name: 'plan.declineRelease',
    summary: '决定一条台账不公开',
    access: 'plan.releaseEvidence',
    method: 'POST',
    path: '/ledger/:entryId/decline',
    params: entryParams,
    body: ledgerReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => declineRelease(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.hideLedgerEntry',
    summary: '取消公开本单位的一条台账',
    access: 'plan.releaseEvidence',
    method: 'POST',
    path: '/ledger/:entryId/hide',
    params: entryParams,
    body: ledgerReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => hideLedgerEntry(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.takeDownLedgerEntry',
    summary: '主管部门撤下任何单位公开的台账',
    access: 'plan.takeDownEvidence',
    method: 'POST',
    path: '/ledger/:entryId/take-down',
    params: entryParams,
    body: ledgerReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => takeDownLedgerEntry(work, { ...params, ...body })),
  }),
];

const readingRoutes = [
  apiRoute({
    name: 'plan.listTaskLedger',
    summary: '一项任务的台账，最新的在前',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/tasks/:taskId/ledger',
    params: taskParams,
    query: ledgerQuerySchema,
    reply: ledgerPageSchema,
    handle: async ({ app, actor, params, query }) => {
      await authoriseTaskLedger(app, actor, params.taskId);
      return listLedgerItems(app.database.read, params, query);
    },
  }),
  apiRoute({
    name: 'plan.listUnitLedger',
    summary: '一个单位的台账，最新的在前',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/units/:unitId/ledger',
    params: z.object({ unitId: idSchema }),
    query: ledgerQuerySchema,
    reply: ledgerPageSchema,
    handle: async ({ app, actor, params, query }) => {
      authoriseUnitLedger(app, actor, params.unitId);
      const scope = {
        unitIds: [params.unitId],
        ...(actor.kind === 'officer' ? { jurisdictionId: actor.jurisdictionId } : {}),
      };
      return listLedgerItems(app.database.read, scope, query);
    },
  }),
  apiRoute({
    name: 'plan.listPlanLedger',
    summary: '一份计划的台账：按单位、月份、附件、公开情况筛选',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/plans/:planId/ledger',
    params: planParams,
    query: ledgerQuerySchema,
    reply: ledgerPageSchema,
    handle: async ({ app, actor, params, query }) => {
      const unitIds = readableUnitIds(actor);
      await getReadablePlan(app, actor, params.planId);
      const scope = { ...params, ...(unitIds === undefined ? {} : { unitIds }) };
      return listLedgerItems(app.database.read, scope, query);
    },
  }),
  apiRoute({
    name: 'plan.countLedgerMonths',
    summary: '各单位各月填报了几条台账',
    access: 'plan.oversee',
    method: 'GET',
    path: '/plans/:planId/ledger-months',
    params: planParams,
    reply: ledgerMonthsSchema,
    handle: async ({ app, actor, params }) => {
      await getReadablePlan(app, actor, params.planId);
      return { rows: await countLedgerMonths(app.database.read, params.planId) };
    },
  }),
  apiRoute({
    name: 'plan.downloadLedgerFile',
    summary: '下载台账附件',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/ledger/:entryId/files/:fileId',
    params: fileParams,
    handle: async ({ app, actor, params }) => {
      const place = await findEntryPlace(app.database.read, params.entryId);
      if (place === undefined) throw ledgerRefusals.refuse('plan.ledgerEntryNotFound', {});
      await authoriseTaskLedger(app, actor, place.taskId);
      return ledgerFileReply(app, await findLedgerFile(app.database.read, { ...params, publicOnly: false }));
    },
  }),
  apiRoute({
    name: 'plan.listPublicEvidence',
    summary: '一份计划中向社会公开的台账',
    access: 'public',
    method: 'GET',
    path: '/plans/:planId/public-evidence',
    params: planParams,
    query: publicEvidenceQuerySchema,
    reply: publicEvidencePageSchema,
    cached: true,
    handle: async ({ app, params, query }) => {
      if ((await findPlan(app.database.read, params.planId)) === undefined) {
        throw planRefusals.refuse('plan.notFound', {});
      }
      return listPublicEvidence(app.database.read, params.planId, query);
    },
  }),
  apiRoute({
    name: 'plan.downloadPublicEvidence',
    summary: '下载公开台账的附件',
    access: 'public',
    method: 'GET',
    path: '/public-evidence/:entryId/files/:fileId',
    params: fileParams,
    handle: async ({ app, params }) =>
      publicFileReply(app, await findLedgerFile(app.database.read, { ...params, publicOnly: true })),
  }),
];

export const ledgerRoutes = [...writingRoutes, ...releaseRoutes, ...readingRoutes, ...ledgerExportRoutes];
