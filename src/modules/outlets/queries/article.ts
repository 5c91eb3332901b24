/** A public revision as outlets get it. What is not public any more is not found. */
import type { App } from '#kernel/app.ts';
import {
  findColumn,
  findPublicItem,
  itemAddress,
  itemFileAddress,
  listItemColumnIds,
} from '#modules/publishing/index.ts';
import type { OutletArticle } from '../adapters/adapter.ts';
import { siteOrigin } from '../site-origin.ts';

async function findCounty(app: App): Promise<string> {
  for (const module of app.modules) {
    const name = await module.findSiteName?.(app.database.read);
    if (name !== undefined) return name;
  }
  return '';
}

/** Undefined when exactly this revision is not what the public sees. */
export async function findArticle(
  app: App,
  asked: { readonly itemId: string; readonly revisionId: string },
): Promise<OutletArticle | undefined> {
  const db = app.database.read;
  const found = await findPublicItem(db, asked.itemId);
  if (found === undefined || !('item' in found) || found.item.revisionId !== asked.revisionId)
    return undefined;
  const { item } = found;
  const { content } = item;
  const origin = siteOrigin(app.config);
  const columns = await Promise.all((await listItemColumnIds(db, item.id)).map((id) => findColumn(db, id)));
  return {
    itemId: item.id,
    revisionId: item.revisionId,
    title: content.title,
    summary: content.summary,
    kindTitle: item.kindTitle,
    indexNumber: item.indexNumber,
    unitName: item.unitName,
    siteName: await findCounty(app),
    publishedOn: item.publishedOn,
    body: content.body,
    columnCodes: columns.flatMap((column) => (column === undefined ? [] : [column.code])),
    address: origin + itemAddress({ itemId: item.id }),
    attachments: content.attachments.map(({ title, fileId }) => ({
      title,
      address: origin + itemFileAddress({ itemId: item.id, fileId }),
    })),
  };
}
