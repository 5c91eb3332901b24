/** Named addresses of requests on the portal; browser-safe. No address holds a code, a key or a name. */
import { defineAddress } from '#kernel/http/address.ts';

export const requestGuideAddress = defineAddress('/requests/guide');
/** What is already public, before anybody files. */
export const applyAddress = defineAddress('/requests/apply');
export const applyFoundAddress = defineAddress('/requests/apply/found');
/** The form of 条例第二十九条. */
export const requestFormAddress = defineAddress('/requests/apply/form');
/** Looks a request up by its query code; also where the applicant acts on it. */
export const requestStatusAddress = defineAddress('/requests/status');
export const requestLetterAddress = defineAddress('/requests/status/letter');
export const requestActAddress = defineAddress('/requests/status/act');
