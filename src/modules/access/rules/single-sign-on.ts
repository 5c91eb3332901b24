/** Which account a proven identity means. Pure: the claims were verified before. */

export type ClaimVerdict =
  | { readonly known: true; readonly loginName: string }
  | { readonly known: false; readonly because: 'missing' | 'unverified' };

/**
 * Reads the login name from the configured claim. An e-mail address counts only when the provider says that it
 * verified it, and stands for the name before the @.
 */
export function loginNameOfClaims(claims: Readonly<Record<string, unknown>>, claim: string): ClaimVerdict {
  const value = claims[claim];
  if (typeof value !== 'string' || value.trim() === '') return { known: false, because: 'missing' };
  if (claim === 'email' || claim === 'phone_number') {
    if (claims[`${claim}_verified`] !== true) return { known: false, because: 'unverified' };
  }
  const name = claim === 'email' ? value.slice(0, Math.max(value.indexOf('@'), 0)) : value;
  return { known: true, loginName: name.trim().toLowerCase() };
}

/** Where to go after signing in: a place on the desk of this site, nothing else. */
export function safeReturnAddress(wanted: string | undefined): string {
  return wanted !== undefined && /^\/desk(?:[/?#][^\\\s]*)?$/.test(wanted) ? wanted : '/desk';
}
