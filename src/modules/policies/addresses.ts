/** Named addresses of the policy library on the portal; browser-safe. */
import { defineAddress } from '#kernel/http/address.ts';

export const libraryAddress = defineAddress('/policies/documents');
export const documentAddress = defineAddress('/policies/documents/:itemId');
/** Documents shown at once. */
export const documentsPerPage = 20;
