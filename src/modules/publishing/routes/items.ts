/** Routes of items for the desk: lists, one with its history, writing and placing. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { findStoredFile, keepBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { clockedItemDetailSchema, clockedItemListSchema } from '../contract/deadlines.ts';
import {
  createItemSchema,
  itemQuerySchema,
  placeItemSchema,
  savedItemSchema,
  saveItemSchema,
} from '../contract/items.ts';
import {
  canSeeItemOnDesk,
  findItemDetail,
  findItemRow,
  listItems,
  visibleUnitsOf,
} from '../queries/items.ts';
import { addPublicationClocks } from '../queries/publication-clocks.ts';
import { namesFile } from '../rules/content-files.ts';
import { placeItem } from '../service/columns.ts';
import { createItem, saveItem } from '../service/items/write.ts';
import { itemRefusals } from '../words/items.ts';

export const itemParams = z.object({ itemId: idSchema });
/** Largest file that can be attached: what a county's scanned atlas needs, and a phone can still send. */
const attachmentLimit = 50 * 1024 * 1024;

/** The row of an item the actor sees on the desk; somebody else's is not there for him. */
export async function getVisibleItem(app: App, actor: Actor, itemId: string) {
  const row = await findItemRow(app.database.read, itemId);
  if (row === undefined || !canSeeItemOnDesk(actor, row)) {
    throw itemRefusals.refuse('publishing.itemNotFound', {});
  }
  return row;
}

/** Rows with the limits of their publication as of now. */
async function withClocks<Row extends { readonly id: string }>(app: App, rows: readonly Row[]) {
  const context = { today: beijingDayOf(app.clock.now()), calendar: await app.calendar() };
  return addPublicationClocks(app.database.read, rows, context);
}

export const itemRoutes = [
  apiRoute({
    name: 'publishing.listItems',
    summary: '信息列表：按状态、公开属性、类型、单位、栏目、标题查找',
    access: 'publishing.view',
    method: 'GET',
    path: '/items',
    query: itemQuerySchema,
    reply: clockedItemListSchema,
    handle: async ({ app, actor, query }) => {
      const scope = {
        jurisdictionId: await getHomeJurisdictionId(app.database.read, actor),
        unitIds: visibleUnitsOf(actor),
      };
      const page = await listItems(app.database.read, scope, query);
      return { ...page, rows: await withClocks(app, page.rows) };
    },
  }),
  apiRoute({
    name: 'publishing.viewItem',
    summary: '一份信息：内容、版本、审核和发布经过、现在可以办理的事项',
    access: 'publishing.view',
    method: 'GET',
    path: '/items/:itemId',
    params: itemParams,
    reply: clockedItemDetailSchema,
    handle: async ({ app, actor, params }) => {
      await getVisibleItem(app, actor, params.itemId);
      const detail = await findItemDetail(app.database.read, params.itemId);
      if (detail === undefined) throw itemRefusals.refuse('publishing.itemNotFound', {});
      const [clocked] = await withClocks(app, [detail]);
      if (clocked === undefined) throw itemRefusals.refuse('publishing.itemNotFound', {});
      return clocked;
    },
  }),
  apiRoute({
    name: 'publishing.createItem',
    summary: '起草信息',
    access: 'publishing.write',
    method: 'POST',
    path: '/items',
    body: createItemSchema,
    reply: savedItemSchema,
    creates: true,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => createItem(work, body)),
  }),
  apiRoute({
    name: 'publishing.saveItem',
    summary: '保存新的一版；打开后别人保存过的，拒绝并告知',
    access: 'publishing.write',
    method: 'PUT',
    path: '/items/:itemId',
    params: itemParams,
    body: saveItemSchema,
    reply: savedItemSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => saveItem(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'publishing.placeItem',
    summary: '设置信息同时出现的其他栏目',
    access: 'publishing.write',
    method: 'PUT',
    path: '/items/:itemId/columns',
    params: itemParams,
    body: placeItemSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => placeItem(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'publishing.uploadAttachment',
    summary: '上传附件和图片',
    access: 'publishing.write',
    method: 'POST',
    path: '/item-files',
    reply: z.object({ fileId: idSchema, fileName: z.string(), byteLength: z.number().int() }),
    uploadLimit: attachmentLimit,
    creates: true,
    handle: async ({ app, actor, files }) => {
      const [file] = files;
      if (file === undefined) throw itemRefusals.refuse('publishing.itemFileUnknown', {});
      const kept = await keepBytes(app.files, file);
      const fileId = await transact(app, actor, async (work) => {
        work.authorise('publishing.write');
        const id = await recordStoredFile(work, kept);
        work.audit({
          action: 'publishing.uploadAttachment',
          objectKind: 'storedFile',
          objectId: id,
          summary: `上传附件（${kept.byteLength}字节）`,
          after: { sha256: kept.sha256 },
          affectsPortal: false,
        });
        return id;
      });
      return { fileId, fileName: kept.fileName, byteLength: kept.byteLength };
    },
  }),
  apiRoute({
    name: 'publishing.downloadAttachment',
    summary: '一份信息的附件（工作人员）',
    access: 'publishing.view',
    method: 'GET',
    path: '/items/:itemId/files/:fileId',
    params: z.object({ itemId: idSchema, fileId: idSchema }),
    handle: async ({ app, actor, params }) => {
      await getVisibleItem(app, actor, params.itemId);
      const detail = await findItemDetail(app.database.read, params.itemId);
      const isNamed = detail !== undefined && namesFile(detail.content, params.fileId);
      const file = isNamed ? await findStoredFile(app.database.read, params.fileId) : undefined;
      const bytes = file === undefined ? undefined : await app.files.find(file.sha256);
      if (file === undefined || bytes === undefined) {
        throw itemRefusals.refuse('publishing.itemFileUnknown', {});
      }
      return downloadReply(file.fileName, file.mediaType, bytes);
    },
  }),
];
