/** Which addresses a link of a body may have, in one spelling each. Pure; browser-safe. */

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);
/** Only to read addresses of our own site; never printed. */
const ownSite = 'https://own.invalid';
const longestAddress = 2000;

/**
 * The address as it is kept, or undefined when it may not stand in a body: only http, https, mailto, tel, paths of
 * our own site and anchors of the page. Addresses with a name and password before the host deceive and are refused.
 */
export function acceptHref(raw: string): string | undefined {
  // Browsers drop these before they look for the scheme; so must whoever judges it.
  const href = raw.replace(/[\p{Cc}\u0020\u00a0\u200b\u2028\u2029\ufeff]+/gu, (blank) =>
    /^ +$/u.test(blank) ? blank : '',
  );
  const address = href.trim();
  if (address === '' || address.length > longestAddress) return undefined;
  if (/^#/u.test(address)) return address.length > 1 ? anchorOf(address) : undefined;
  if (/^[/?]/u.test(address)) return ownPath(address);
  if (!/^[a-z][a-z0-9+.-]*:/iu.test(address)) return bareHost(address);
  return absoluteAddress(address);
}

function absoluteAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!schemes.has(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  if (/^https?:$/u.test(url.protocol) && url.hostname === '') return undefined;
  return quoteFree(url.href);
}

function ownPath(address: string): string | undefined {
  if (!URL.canParse(address, ownSite)) return undefined;
  const url = new URL(address, ownSite);
  // `//host` and `/\host` lead away.
  if (url.origin !== ownSite || url.username !== '' || url.pathname.startsWith('//')) return undefined;
  return quoteFree(`${url.pathname}${url.search}${url.hash}`);
}

function anchorOf(address: string): string | undefined {
  if (!URL.canParse(address, ownSite)) return undefined;
  const { hash } = new URL(address, ownSite);
  return hash.length > 1 ? quoteFree(hash) : undefined;
}

/** `www.gov.cn/zhengce` as people type it. */
function bareHost(address: string): string | undefined {
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?#]|$)/iu.test(address)
    ? absoluteAddress(`https://${address}`)
    : undefined;
}

const quoteFree = (address: string) => address.replace(/'/gu, '%27');
