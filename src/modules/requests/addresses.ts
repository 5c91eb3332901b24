/** Named addresses of requests on the portal; browser-safe. */
import { defineAddress } from '#kernel/http/address.ts';

/** Guidance, the search for what is public already, and the form of 条例第二十九条. */
export const requestFormAddress = defineAddress('/requests/apply');
/** Looks a request up by its query code; also where the applicant acts on it. */
export const requestStatusAddress = defineAddress('/requests/status');
export const requestLetterAddress = defineAddress('/requests/status/letter');
export const requestActAddress = defineAddress('/requests/status/act');
