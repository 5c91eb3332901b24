/** Named addresses of publishing on the portal; browser-safe. */
import { apiRoot, defineAddress } from '#kernel/http/address.ts';

export const itemAddress = defineAddress('/items/:itemId');
export const itemFileAddress = defineAddress('/items/:itemId/files/:fileId');
export const columnAddress = defineAddress('/columns/:code');
export const columnFeedAddress = defineAddress('/columns/:code/feed.xml');
export const unitPageAddress = defineAddress('/units/:unitId');
/** A file of an item for officers who may see the item. */
export const deskFileAddress = defineAddress(`${apiRoot}/items/:itemId/files/:fileId`);
