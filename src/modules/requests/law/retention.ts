/** How long what an applicant handed in is kept. Not fixed by statute; a setting of ours, for the legal office to confirm. */

/** Calendar days after the end of the case for which a copy of an identity document can still be opened. */
export const identityProofKeptDays = 180;
