/** The sitemap protocol (sitemaps.org 0.9) over what modules offer, and the word for robots. */
import type { App } from '#kernel/app.ts';
import type { PublicPage } from '#kernel/portal-offers.ts';
import { escapeXml } from '#kernel/xml-text.ts';

export const sitemapMediaType = 'application/xml; charset=utf-8';
const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const partName = /^[a-zA-Z0-9-]{1,40}$/u;

export interface SitemapPart {
  readonly module: string;
  readonly part: string;
}

/** Parts of all modules, in the order of the modules. */
export async function listSitemapParts(app: App): Promise<SitemapPart[]> {
  const lists = await Promise.all(
    app.modules.map(async ({ name, publicPages }) => {
      const parts = (await publicPages?.listParts(app.database.read)) ?? [];
      return parts.filter((part) => partName.test(part)).map((part) => ({ module: name, part }));
    }),
  );
  return lists.flat();
}

/** Pages of one part; undefined when there is no such part. */
export async function findSitemapPages(
  app: App,
  { module, part }: SitemapPart,
): Promise<readonly PublicPage[] | undefined> {
  const offer = app.modules.find(({ name }) => name === module)?.publicPages;
  if (offer === undefined || !(await offer.listParts(app.database.read)).includes(part)) return undefined;
  return offer.listPages(app.database.read, part);
}

function document(root: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${protocol}">\n${entries.join('\n')}\n</${root}>\n`;
}

/** The list of the parts; addresses are absolute. */
export function writeSitemapIndex(addresses: readonly string[]): string {
  return document(
    'sitemapindex',
    addresses.map((address) => `<sitemap><loc>${escapeXml(address)}</loc></sitemap>`),
  );
}

/** One part. `origin` is put before every address. */
export function writeSitemap(pages: readonly PublicPage[], origin: string): string {
  return document(
    'urlset',
    pages.map(({ address, changedOn }) => {
      const changed = changedOn === null ? '' : `<lastmod>${changedOn}</lastmod>`;
      return `<url><loc>${escapeXml(origin + address)}</loc>${changed}</url>`;
    }),
  );
}

/** What robots may read: everything but the desk, the interface and answers to searches. */
export function writeRobots(origin: string, sitemapAddress: string): string {
  const closed = ['/desk', '/api', '/search'].map((path) => `Disallow: ${path}`);
  return ['User-agent: *', 'Allow: /', ...closed, '', `Sitemap: ${origin}${sitemapAddress}`, ''].join('\n');
}
