/**
 * The database as the rest of the house sees it: a reading handle for queries and, inside `transact` alone, a
 * writing handle. One SQL dialect; embedded PGlite or a PostgreSQL server behind the same pool shape.
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { Config } from '../config.ts';
import { openEmbeddedPool } from './embedded.ts';
import type { SqlClient, SqlPool } from './pool.ts';

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

/** drizzle asks for the classes of `pg`; ours has the same shape, which is all it uses. */
function drizzleOn(source: SqlPool | SqlClient): Handle {
  return drizzle(source as unknown as Pool);
}

/**
 * Wraps a pool of either kind. The transaction is opened here and not by drizzle, which takes a connection of its
 * own only from a pool class it knows.
 */
export function databaseOnPool(kind: Database['kind'], pool: SqlPool): Database {
  return {
    kind,
    read: drizzleOn(pool),
    pool,
    async inTransaction(body) {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query('begin');
        const result = await body(drizzleOn(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
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
