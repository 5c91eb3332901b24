/** The door of publishing: what modules that stand on columns and items may ask of it and do with it. */
export { itemAddress, itemFileAddress } from './addresses.ts';
export {
  type ItemAnnouncement,
  itemOpennessChanged,
  itemReleased,
  itemSubmitted,
  itemWithdrawn,
} from './announcements.ts';
export type { CreateItemInput, ItemContentInput, SavedItem } from './contract/items.ts';
export { findColumn, findColumnByCode, listColumns, listItemColumnIds } from './queries/columns.ts';
export { listOpenDemands } from './queries/companions.ts';
export { canSeeItemOnDesk, findItemRow, listItems, visibleUnitsOf } from './queries/items.ts';
export { findPublicItem, findPublicItems, findRevision, listPublicItems } from './queries/public-items.ts';
export type { ItemContent } from './rules/content.ts';
export type { Openness } from './rules/openness.ts';
export { isItemPublic } from './rules/visibility.ts';
export { openColumn, placeItem } from './service/columns.ts';
export { checkItem } from './service/items/check.ts';
export { demandWithRelease, dropDemand, nameCompanion, waiveDemand } from './service/items/demands.ts';
export { changeItemOpenness, withdrawItem } from './service/items/disclosure.ts';
export { type ImportOutcome, importItems } from './service/items/import.ts';
export { releaseItem } from './service/items/release.ts';
export { passItem, returnItem, reviewItemSecrecy, submitItem } from './service/items/review.ts';
export { createItem, saveItem } from './service/items/write.ts';
