/** The receipt of a filing for whoever still holds its draft: opens the query code, which stands nowhere in the clear. */
import { eq } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { FilingReceipt } from '../../contract/portal-forms.ts';
import { findApplicantRow } from '../../queries/requests.ts';
import { requests } from '../../tables/requests.ts';
import { openApplicant } from '../seal-applicant.ts';

/** Number, code, organ and subject; undefined when the applicant was erased. */
export async function findFiledReceipt(app: App, requestId: string): Promise<FilingReceipt | undefined> {
  const db = app.database.read;
  const [row] = await db.select().from(requests).where(eq(requests.id, requestId));
  const applicant = await findApplicantRow(db, requestId);
  const opened = openApplicant(app.config, applicant?.sealed ?? null);
  if (row === undefined || opened === undefined) return undefined;
  const names = await nameUnits(db, [row.unitId]);
  return {
    number: row.number,
    queryCode: opened.queryCode,
    unitName: names.get(row.unitId)?.name ?? '',
    subject: row.subject,
    filedAt: row.createdAt,
  };
}
