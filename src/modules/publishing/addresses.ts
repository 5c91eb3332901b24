/** Named addresses of publishing on the portal; browser-safe. */
import { apiRoot, defineAddress } from '#kernel/http/address.ts';

/** Every column in its tree, and the statutory contents unit by unit. */
export const columnListAddress = defineAddress('/columns');
export const columnAddress = defineAddress('/columns/:code');
export const columnFeedAddress = defineAddress('/columns/:code/feed.xml');
/** 政府信息公开专栏: the fixed parts, and what of the statutory contents each unit has out. */
export const statutoryAddress = defineAddress('/statutory');
export const itemAddress = defineAddress('/items/:itemId');
export const itemFileAddress = defineAddress('/items/:itemId/files/:fileId');
/** The same file shown as a page. */
export const itemFilePageAddress = defineAddress('/items/:itemId/files/:fileId/page');
export const unitListAddress = defineAddress('/units');
export const unitPageAddress = defineAddress('/units/:unitId');
/** A file of an item for officers who may see the item. */
export const deskFileAddress = defineAddress(`${apiRoot}/items/:itemId/files/:fileId`);
/** Items shown at once on a page of the portal. */
export const itemsPerPage = 30;
