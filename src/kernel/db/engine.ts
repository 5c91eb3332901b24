/** PGlite with the house's value parsers: what `pg` gives, the embedded engine gives. */
import { type PGlite, types } from '@electric-sql/pglite';
import type { EmbeddedEngine, EngineStatement } from './embedded-pool.ts';
import type { SqlResult } from './pool.ts';

const asText = (value: string) => value;

/** Types that `pg` (under drizzle) leaves as text; without this a `date` would become a local midnight. */
const textTypes = [types.INT8, types.NUMERIC, types.DATE, types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL];

/** Parsers for `PGlite.create`. */
export const houseParsers = {
  ...Object.fromEntries(textTypes.map((type) => [type, asText])),
  [types.BYTEA]: (value: string) => Buffer.from(value.slice(2), 'hex'),
};

/** Every parameter is already PostgreSQL text; PGlite must not convert it again. */
const textSerializers: Readonly<Record<string, (value: unknown) => string>> = new Proxy(
  {},
  { get: () => (value: unknown) => String(value), has: () => true },
);

/** Runs statements on a PGlite in this thread. */
export function engineOnPglite(pglite: PGlite): EmbeddedEngine {
  return {
    async run(statement: EngineStatement): Promise<SqlResult> {
      if (statement.values === undefined) {
        const results = await pglite.exec(statement.text, { rowMode: statement.rowMode });
        const last = results.at(-1);
        return { rows: last?.rows ?? [], rowCount: rowCountOf(last), fields: last?.fields ?? [] };
      }
      const result = await pglite.query(statement.text, [...statement.values], {
        rowMode: statement.rowMode,
        serializers: textSerializers,
      });
      return { rows: result.rows, rowCount: rowCountOf(result), fields: result.fields };
    },
    close: () => pglite.close(),
  };
}

function rowCountOf(result: { rows: unknown[]; affectedRows?: number } | undefined): number {
  if (result === undefined) return 0;
  return result.rows.length > 0 ? result.rows.length : (result.affectedRows ?? 0);
}
