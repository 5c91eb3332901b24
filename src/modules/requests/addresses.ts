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
/** On the way from the form to the receipt; which request it is, the browser's draft says. */
export const applyKeepAddress = defineAddress('/requests/apply/kept');
export const applyResumeAddress = defineAddress('/requests/apply/resume');
export const applyDiscardAddress = defineAddress('/requests/apply/discard');
export const applyReviewAddress = defineAddress('/requests/apply/review');
export const applyProofAddress = defineAddress('/requests/apply/proof');
export const applyProofRemovalAddress = defineAddress('/requests/apply/proof/remove');
export const applySubmitAddress = defineAddress('/requests/apply/submit');
export const applyReceiptAddress = defineAddress('/requests/apply/receipt');
export const requestDeliveryAddress = defineAddress('/requests/status/delivery');
