/**
 * A pool over one PGlite: statements wait their turn, a transaction keeps the line until it is released. Values
 * travel as PostgreSQL text so that both databases give the same JavaScript values.
 */
import type { SqlClient, SqlPool, SqlQueryConfig, SqlResult } from './pool.ts';

/** One statement for the embedded engine; without values it may be a script of several. */
export interface EngineStatement {
  readonly text: string;
  readonly values: readonly (string | null)[] | undefined;
  readonly rowMode: 'array' | 'object';
}

/** The engine behind the pool: PGlite in this thread (tests) or in a worker (the server). */
export interface EmbeddedEngine {
  run(statement: EngineStatement): Promise<SqlResult>;
  close(): Promise<void>;
}

/** A value as the text PostgreSQL parses for a parameter; null stays null. */
function parameterText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function arrayText(values: readonly unknown[]): string {
  const members = values.map((value) => {
    if (Array.isArray(value)) return arrayText(value);
    const text = parameterText(value);
    return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  });
  return `{${members.join(',')}}`;
}

function statementOf(
  query: string | SqlQueryConfig,
  values: readonly unknown[] | undefined,
): EngineStatement {
  const config = typeof query === 'string' ? { text: query } : query;
  const given = values ?? config.values;
  return {
    text: config.text,
    values: given === undefined || given.length === 0 ? undefined : given.map(parameterText),
    rowMode: config.rowMode === 'array' ? 'array' : 'object',
  };
}

/** Makes the pool; `connect` holds the only connection until `release`. */
export function embeddedPool(engine: EmbeddedEngine): SqlPool {
  let tail: Promise<void> = Promise.resolve();
  let closed = false;

  function takeTurn(): Promise<() => void> {
    const before = tail;
    let release = () => {};
    tail = new Promise((resolve) => {
      release = resolve;
    });
    return before.then(() => release);
  }

  async function runInTurn(statement: EngineStatement): Promise<SqlResult> {
    const release = await takeTurn();
    try {
      return await engine.run(statement);
    } finally {
      release();
    }
  }

  return {
    query: (query, values) => runInTurn(statementOf(query, values)),
    async connect(): Promise<SqlClient> {
      const release = await takeTurn();
      let released = false;
      return {
        query: (query, values) => engine.run(statementOf(query, values)),
        release() {
          if (released) return;
          released = true;
          release();
        },
      };
    },
    async end() {
      if (closed) return;
      closed = true;
      const release = await takeTurn();
      await engine.close();
      release();
    },
  };
}
