/** How long what an applicant handed in is kept. Not fixed by statute; a setting of ours, for the legal office to confirm. */

/** Calendar days after the end of the case for which a copy of an identity document can still be opened. */
export const identityProofKeptDays = 180;

/** Days a request that was begun and not filed is kept. */
export const draftKeptDays = 7;

/** Hours for which the receipt of a filing can be shown again to the browser that filed it. */
export const receiptKeptHours = 24;

/** Copies of identity documents with one request: two sides of a card and one more. */
export const mostProofs = 3;
