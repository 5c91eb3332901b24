/**
 * Writes that are no state of the house: when a session was last used, a form half filled in, a notice that was
 * read, rows past their time. They leave no audit row; what anybody decides goes through `transact` and nothing else.
 */
import type { Database, WriteDb } from './db/database.ts';

/** Runs `write` in a transaction of its own, beside the audit. */
export async function leaveTrace<Result>(
  place: { readonly database: Database },
  write: (db: WriteDb) => Promise<Result>,
): Promise<Result> {
  return place.database.inTransaction(write);
}
