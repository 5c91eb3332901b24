/** Exports of records: the format asked for, and all pages of a list up to a limit. */
import { z } from 'zod';
import type { PageOfRows } from '#kernel/http/paging.ts';
import { ledgerRefusals } from '../../words/ledger.ts';

export const exportQuery = { format: z.enum(['xlsx', 'csv']).default('xlsx') };

/** Rows one file holds at most. */
const mostRows = 10_000;
const rowsPerPage = 200;

/** Reads a list to its end; refused beyond what one file may hold. */
export async function readAllPages<Row extends { readonly id: string }>(
  readPage: (page: { limit: number; after?: [string] }) => Promise<PageOfRows<Row>>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let after: [string] | undefined; ; ) {
    const page = await readPage({ limit: rowsPerPage, ...(after === undefined ? {} : { after }) });
    all.push(...page.rows);
    if (all.length > mostRows) throw ledgerRefusals.refuse('plan.ledgerExportTooLarge', { most: mostRows });
    const last = page.rows.at(-1);
    if (page.next === null || last === undefined) return all;
    after = [last.id];
  }
}
