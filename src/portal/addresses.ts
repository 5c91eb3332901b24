/** Addresses of the public site's own pages; those of a module's rooms stand in the module's `addresses.ts`. */
import { defineAddress } from '#kernel/http/address.ts';
import type { PortalDoor } from '#kernel/portal-offers.ts';

export const homeAddress = defineAddress('/');
export const searchAddress = defineAddress('/search');
export const siteMapAddress = defineAddress('/site-map');
export const sitemapAddress = defineAddress('/sitemap.xml');
export const sitemapPartAddress = defineAddress('/sitemaps/:module/:part');
export const robotsAddress = defineAddress('/robots.txt');
export const aboutAddress = defineAddress('/about');
export const preferencesAddress = defineAddress('/preferences');
export const doorAddresses = {
  disclosure: defineAddress('/disclosure'),
  policies: defineAddress('/policies'),
  requests: defineAddress('/requests'),
} as const satisfies Record<PortalDoor, unknown>;

/** An address on this site, or undefined for anything that leads elsewhere. */
export function ownAddress(text: string | undefined): string | undefined {
  if (text === undefined || !/^\/(?![/\\])[^\\\s]*$/.test(text)) return undefined;
  return text;
}
