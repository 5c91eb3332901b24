/**
 * The database as the rest of the house sees it: a reading handle for queries and, inside `transact` alone, a
 * writing handle. One SQL dialect; embedded PGlite or a PostgreSQL server behind the same pool shape.
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { Config } from '../config.ts';
import { openEmbeddedPool } from './embedded.ts';
import type { SqlPool } from './pool.ts';

type Handle = NodePgDatabase;

/** Handle for queries: it can only read. */
export type ReadDb = Pick<
  Handle,
  'select' | 'selectDistinct' | 'selectDistinctOn' | '$count' | 'with' | '$with' | 'execute'
>;

/** Handle of an open transaction; only `transact` gives it out, so nothing is written beside the audit. */
export type WriteDb = Pick<Handle, 'insert' | 'update' | 'delete'> & ReadDb;

export interface Database {
  readonly kind: 'embedded' | 'postgres';
  readonly read: ReadDb;
  readonly pool: SqlPool;
  /** Runs `body` in one transaction; rolled back when it throws. For the kernel only: use `transact`. */
  readonly inTransaction: <Result>(body: (db: WriteDb) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** Wraps a pool of either kind. */
export function databaseOnPool(kind: Database['kind'], pool: SqlPool): Database {
  const handle = drizzle(pool as unknown as Pool);
  return {
    kind,
    read: handle,
    pool,
    inTransaction: (body) => handle.transaction(body),
    close: () => pool.end(),
  };
}

/** Opens the database the configuration names: PostgreSQL by `DATABASE_URL`, else the embedded one. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.DATABASE_URL === undefined) {
    return databaseOnPool('embedded', await openEmbeddedPool(config.dataFolder));
  }
  const pool = new Pool({ connectionString: config.DATABASE_URL, max: 10, application_name: 'gongkai' });
  // An idle connection that the server drops is replaced at the next query; it must not end the process.
  pool.on('error', () => undefined);
  return databaseOnPool('postgres', pool);
}
