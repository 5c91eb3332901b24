/** Routes of the import desk: hand in, correct, preview, confirm. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { findStoredFile, keepBytes } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  confirmedPlanSchema,
  confirmImportSchema,
  editedImportSchema,
  editImportSchema,
  importPageSchema,
  importQuerySchema,
  importViewSchema,
  pasteImportSchema,
  rereadImportSchema,
  startedImportSchema,
  uploadImportSchema,
} from '../contract/imports.ts';
import {
  findPlanImport,
  listPlanImports,
  previewPlanImport,
  type StoredImport,
  summariseImport,
} from '../queries/imports.ts';
import { matchDraftUnits } from '../queries/unit-matches.ts';
import { findReadingProgress, stopReading } from '../read-job.ts';
import { importPreviewSchema } from '../rules/shapes.ts';
import { confirmPlanImport } from '../service/confirm-import.ts';
import {
  cancelPlanImport,
  discardPlanImport,
  editPlanImport,
  rereadPlanImport,
  restorePlanImport,
} from '../service/edit-import.ts';
import { startPlanImport } from '../service/start-import.ts';
import { planRefusals } from '../words/plans.ts';

const importParams = z.object({ importId: idSchema });
const access = 'plan.import';

/** The largest document a plan may come in. */
const uploadLimit = 50 * 1024 * 1024;

async function getVisibleImport(app: App, actor: Actor, importId: string): Promise<StoredImport> {
  const stored = await findPlanImport(app.database.read, importId);
  if (stored === undefined) throw planRefusals.refuse('plan.importNotFound', {});
  authorise(app, actor, access, { jurisdictionId: stored.jurisdictionId });
  return stored;
}

export const importRoutes = [
  apiRoute({
    name: 'plan.listImports',
    summary: '列出导入记录',
    access,
    method: 'GET',
    path: '/plan-imports',
    query: importQuerySchema,
    reply: importPageSchema,
    handle: async ({ app, actor, query }) =>
      listPlanImports(app.database.read, await getHomeJurisdictionId(app.database.read, actor), query),
  }),
  apiRoute({
    name: 'plan.uploadImport',
    summary: '上传任务分解表文件',
    description:
      '支持 .docx .doc .xlsx .xls .pdf .ofd .html .md .txt。文件先保存，再由后台读取，可查询进度、可停止。',
    access,
    method: 'POST',
    path: '/plan-imports',
    body: uploadImportSchema,
    reply: startedImportSchema,
    uploadLimit,
    creates: true,
    handle: async ({ app, actor, body, files }) => {
      const [file] = files;
      if (file === undefined || file.bytes.byteLength === 0)
        throw planRefusals.refuse('plan.fileMissing', {});
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      const kept = await keepBytes(app.files, file);
      return transact(app, actor, (work) =>
        startPlanImport(work, {
          jurisdictionId,
          file: kept,
          year: body.year ?? null,
          withOcr: body.ocr ?? false,
          kind: body.kind,
        }),
      );
    },
  }),
  apiRoute({
    name: 'plan.pasteImport',
    summary: '粘贴任务分解表文字',
    access,
    method: 'POST',
    path: '/plan-imports/pasted',
    body: pasteImportSchema,
    reply: startedImportSchema,
    creates: true,
    handle: async ({ app, actor, body }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      const name = body.name === undefined || body.name === '' ? '粘贴的文字' : body.name;
      const kept = await keepBytes(app.files, {
        name: `${name}.txt`,
        mediaType: 'text/plain; charset=utf-8',
        bytes: new TextEncoder().encode(body.text),
      });
      return transact(app, actor, (work) =>
        startPlanImport(work, {
          jurisdictionId,
          file: kept,
          year: body.year ?? null,
          withOcr: false,
          kind: body.kind,
        }),
      );
    },
  }),
  apiRoute({
    name: 'plan.viewImport',
    summary: '查看一次导入：进度、草稿、单位对应',
    access,
    method: 'GET',
    path: '/plan-imports/:importId',
    params: importParams,
    reply: importViewSchema,
    handle: async ({ app, actor, params }) => {
      const stored = await getVisibleImport(app, actor, params.importId);
      const { draft, reading } = stored;
      return {
        ...summariseImport(stored),
        version: stored.version,
        progress: findReadingProgress(stored.id),
        refusal: stored.refusal,
        draft,
        matches:
          draft === null
            ? []
            : await matchDraftUnits(app.database.read, stored.jurisdictionId, draft, draft.head.issuedOn),
        notes: [
          ...(reading?.notes ?? []),
          ...(stored.sourceDocument?.notes ?? []).map((note) => note.sentence),
        ],
        differences: [...(reading?.differences ?? [])],
      };
    },
  }),
  apiRoute({
    name: 'plan.viewImportSource',
    summary: '查看导入文件读出的原文',
    access,
    method: 'GET',
    path: '/plan-imports/:importId/source',
    params: importParams,
    reply: z.object({ blocks: z.array(z.unknown()), format: z.string().nullable() }),
    handle: async ({ app, actor, params }) => {
      const stored = await getVisibleImport(app, actor, params.importId);
      const source = stored.sourceDocument;
      return { blocks: [...(source?.blocks ?? [])], format: source?.format ?? null };
    },
  }),
  apiRoute({
    name: 'plan.downloadImportFile',
    summary: '下载上传的原文件',
    access,
    method: 'GET',
    path: '/plan-imports/:importId/file',
    params: importParams,
    handle: async ({ app, actor, params }) => {
      const stored = await getVisibleImport(app, actor, params.importId);
      const file = await findStoredFile(app.database.read, stored.fileId);
      const bytes = file === undefined ? undefined : await app.files.find(file.sha256);
      if (file === undefined || bytes === undefined) throw planRefusals.refuse('plan.fileGone', {});
      // Whatever was uploaded is handed out as a download and never shown as a page of ours.
      return downloadReply(file.fileName, 'application/octet-stream', bytes);
    },
  }),
  apiRoute({
    name: 'plan.editImport',
    summary: '修改草稿',
    access,
    method: 'POST',
    path: '/plan-imports/:importId/edits',
    params: importParams,
    body: editImportSchema,
    reply: editedImportSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => editPlanImport(work, { importId: params.importId, ...body })),
  }),
  apiRoute({
    name: 'plan.previewImport',
    summary: '预览确认后的变化',
    access,
    method: 'GET',
    path: '/plan-imports/:importId/preview',
    params: importParams,
    reply: importPreviewSchema,
    handle: async ({ app, actor, params }) => {
      const stored = await getVisibleImport(app, actor, params.importId);
      if (stored.draft === null) throw planRefusals.refuse('plan.stillReading', {});
      return previewPlanImport(app.database.read, stored.jurisdictionId, stored.draft, stored.planKind);
    },
  }),
  apiRoute({
    name: 'plan.confirmImport',
    summary: '确认导入，建立或更新计划',
    access,
    method: 'POST',
    path: '/plan-imports/:importId/confirm',
    params: importParams,
    body: confirmImportSchema,
    reply: confirmedPlanSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => confirmPlanImport(work, { importId: params.importId, ...body })),
  }),
  apiRoute({
    name: 'plan.cancelImport',
    summary: '停止读取',
    access,
    method: 'POST',
    path: '/plan-imports/:importId/cancel',
    params: importParams,
    handle: async ({ app, actor, params }) => {
      await transact(app, actor, (work) => cancelPlanImport(work, params));
      stopReading(params.importId);
      return undefined;
    },
  }),
  apiRoute({
    name: 'plan.rereadImport',
    summary: '重新读取；可识别扫描件',
    access,
    method: 'POST',
    path: '/plan-imports/:importId/reread',
    params: importParams,
    body: rereadImportSchema,
    handle: async ({ app, actor, params, body }) => {
      await transact(app, actor, (work) =>
        rereadPlanImport(work, { importId: params.importId, withOcr: body.ocr }),
      );
      return undefined;
    },
  }),
  apiRoute({
    name: 'plan.discardImport',
    summary: '放弃草稿（可恢复）',
    access,
    method: 'DELETE',
    path: '/plan-imports/:importId',
    params: importParams,
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) => discardPlanImport(work, params)).then(() => undefined),
  }),
  apiRoute({
    name: 'plan.restoreImport',
    summary: '恢复已放弃的草稿',
    access,
    method: 'POST',
    path: '/plan-imports/:importId/restore',
    params: importParams,
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) => restorePlanImport(work, params)).then(() => undefined),
  }),
];
