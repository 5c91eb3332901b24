/**
 * Proof that an unsafe request comes from our own pages (against forged cross-site requests). Works for forms without
 * script, as it rests on headers that browsers set and pages cannot.
 */

export interface RequestProvenance {
  readonly method: string;
  /** `Sec-Fetch-Site`, sent by every current browser over https and on localhost. */
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  readonly hasCookies: boolean;
  /** Origins that are ours. */
  readonly ownOrigins: readonly string[];
}

export function isSafeMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function originOfAddress(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

/**
 * Whether the request may act. A program without cookies has nothing a stranger's page could misuse and needs no
 * proof; a browser that sends cookies must prove its page by one of the three headers.
 */
export function isFromOwnPages(request: RequestProvenance): boolean {
  if (isSafeMethod(request.method)) return true;
  if (request.fetchSite !== undefined)
    return request.fetchSite === 'same-origin' || request.fetchSite === 'none';
  if (request.origin !== undefined) return request.ownOrigins.includes(request.origin);
  if (request.referer !== undefined) {
    const origin = originOfAddress(request.referer);
    return origin !== undefined && request.ownOrigins.includes(origin);
  }
  return !request.hasCookies;
}
