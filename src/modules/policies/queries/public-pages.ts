/** Pages of the library for search engines. */
import { desc, eq } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import type { PublicPage } from '#kernel/portal-offers.ts';
import { documentAddress, libraryAddress } from '../addresses.ts';
import { officialDocuments } from '../tables/documents.ts';

/** What the sitemap protocol lets one file hold. */
const mostPages = 50_000;

/** The library and its documents, the newest first. */
export async function listLibraryPages(db: ReadDb): Promise<readonly PublicPage[]> {
  const rows = await db
    .select({ itemId: officialDocuments.itemId, changedOn: officialDocuments.publishedOn })
    .from(officialDocuments)
    .where(eq(officialDocuments.isPublic, true))
    .orderBy(desc(officialDocuments.writtenOn), desc(officialDocuments.itemId))
    .limit(mostPages - 1);
  return [
    { address: libraryAddress(), changedOn: null },
    ...rows.map(({ itemId, changedOn }) => ({ address: documentAddress({ itemId }), changedOn })),
  ];
}
