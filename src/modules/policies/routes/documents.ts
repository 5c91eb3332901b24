/** Routes of the library's desk: the list, one document, its relations, and a file read into a draft. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { keepBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  deskDocumentListSchema,
  deskDocumentSchema,
  deskLibraryQuerySchema,
  documentDraftSchema,
  enterRelationSchema,
  libraryOverviewSchema,
  registerDocumentSchema,
  relationReasonSchema,
} from '../contract/documents.ts';
import {
  countDeskLibrary,
  type DeskScope,
  deskScopeOf,
  findDeskDocument,
  listDeskDocuments,
} from '../queries/desk-documents.ts';
import { draftOfReading } from '../reader/draft-of-file.ts';
import { readDocumentFile } from '../reader/read-document-file.ts';
import { registerDocument } from '../service/register-document.ts';
import { dismissRelation, enterRelation } from '../service/relations.ts';
import { policyRefusals } from '../words/documents.ts';

const documentParams = z.object({ itemId: idSchema });
/** A scanned document of some hundred pages. */
const documentLimit = 30 * 1024 * 1024;

/** The officer's view of the library, today. */
export async function deskScope(app: App, actor: Actor): Promise<DeskScope> {
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
  return deskScopeOf(actor, jurisdictionId, beijingDayOf(app.clock.now()));
}

export const documentRoutes = [
  apiRoute({
    name: 'policies.listDocuments',
    summary: '政策文件库：按机关、文种、主题、年份、有效性、缺少的要素查找',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/documents',
    query: deskLibraryQuerySchema,
    reply: deskDocumentListSchema,
    handle: async ({ app, actor, query }) =>
      listDeskDocuments(app.database.read, await deskScope(app, actor), query),
  }),
  apiRoute({
    name: 'policies.viewLibrary',
    summary: '政策文件库的筛选项、缺少要素的件数和要素齐全的件数',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/library',
    reply: libraryOverviewSchema,
    handle: async ({ app, actor }) => countDeskLibrary(app.database.read, await deskScope(app, actor)),
  }),
  apiRoute({
    name: 'policies.viewDocument',
    summary: '一份政策文件：要素、有效性、关系、条款、文本版本',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/documents/:itemId',
    params: documentParams,
    reply: deskDocumentSchema,
    handle: async ({ app, actor, params }) => {
      const scope = await deskScope(app, actor);
      const found = await findDeskDocument(app.database.read, scope, params.itemId);
      if (found === undefined) throw policyRefusals.refuse('policies.documentNotFound', {});
      return found;
    },
  }),
  apiRoute({
    name: 'policies.enterRelation',
    summary: '登记一份文件对另一份文件的关系：废止、修改、代替、宣布失效、依据、落实、解读',
    access: 'policies.editRelations',
    method: 'POST',
    path: '/policies/documents/:itemId/relations',
    params: documentParams,
    body: enterRelationSchema,
    reply: z.object({ relationId: idSchema }),
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => enterRelation(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'policies.dismissRelation',
    summary: '取消一条关系并写明原因；以后重新读取正文也不再恢复',
    access: 'policies.editRelations',
    method: 'POST',
    path: '/policies/documents/:itemId/relations/:relationId/dismissal',
    params: z.object({ itemId: idSchema, relationId: idSchema }),
    body: relationReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => dismissRelation(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'policies.readDocumentFile',
    summary: '读出公文文件的要素和正文，供核对后登记；不建立信息',
    access: 'publishing.write',
    method: 'POST',
    path: '/policies/document-readings',
    reply: documentDraftSchema,
    uploadLimit: documentLimit,
    creates: true,
    handle: async ({ app, actor, files, request }) => {
      authorise(app, actor, 'publishing.write');
      const [file] = files;
      if (file === undefined) throw policyRefusals.refuse('policies.fileMissing', {});
      const reading = await readDocumentFile(file.bytes, file.name, { signal: request.signal });
      if (!reading.ok) throw policyRefusals.refuse('policies.fileNotRead', { ...reading.refusal });
      const kept = await keepBytes(app.files, file);
      const fileId = await transact(app, actor, async (work) => {
        const id = await recordStoredFile(work, kept);
        work.audit({
          action: 'publishing.uploadAttachment',
          objectKind: 'storedFile',
          objectId: id,
          summary: `读取公文文件（${kept.byteLength}字节）`,
          after: { sha256: kept.sha256 },
          affectsPortal: false,
        });
        return id;
      });
      const draft = draftOfReading(reading.document, reading.source);
      return {
        ...draft,
        fileId,
        fileName: kept.fileName,
        issuers: [...draft.issuers],
        repeals: [...draft.repeals],
        basis: [...draft.basis],
        flags: [...draft.flags],
        notes: [...draft.notes],
      };
    },
  }),
  apiRoute({
    name: 'policies.registerDocument',
    summary: '把核对过的公文登记为政策文件草稿，进入审核和发布',
    access: 'publishing.write',
    method: 'POST',
    path: '/policies/document-registrations',
    body: registerDocumentSchema,
    reply: z.object({ itemId: idSchema }),
    creates: true,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => registerDocument(work, body)),
  }),
];
