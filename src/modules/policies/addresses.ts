/** Named addresses of the policy library on the portal; browser-safe. */
import { defineAddress } from '#kernel/http/address.ts';

export const libraryAddress = defineAddress('/policies/documents');
export const documentAddress = defineAddress('/policies/documents/:itemId');
/** The text of a document as a file: `docx` or `pdf`, of a day with `on`. */
export const documentFileAddress = defineAddress('/policies/documents/:itemId/file/:format');
/** What the chosen facets list, as a feed. */
export const libraryFeedAddress = defineAddress('/policies/feed.xml');
/** Two texts side by side by clause: versions of the document (`from`, `to`), or the one it took the place of (`with`). */
export const comparisonAddress = defineAddress('/policies/documents/:itemId/comparison');
export const gazettesAddress = defineAddress('/policies/gazettes');
export const gazetteAddress = defineAddress('/policies/gazettes/:issueId');
/** A whole issue as a file: `docx` or `pdf`. */
export const gazetteFileAddress = defineAddress('/policies/gazettes/:issueId/file/:format');
/** Issues shown at once. */
export const issuesPerPage = 24;
/** Documents shown at once. */
export const documentsPerPage = 20;
