/** PGlite with the house's value parsers: what `pg` gives, the embedded engine gives. */
import { messages, type PGlite, protocol, types } from '@electric-sql/pglite';
import type { EmbeddedEngine, EngineStatement } from './embedded-pool.ts';
import type { SqlResult } from './pool.ts';
import { PreparedStatements } from './prepared-statements.ts';

const asText = (value: string) => value;

/** Types that `pg` (under drizzle) leaves as text; without this a `date` would become a local midnight. */
const textTypes = [types.INT8, types.NUMERIC, types.DATE, types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL];

/** Parsers for `PGlite.create`. */
export const houseParsers = {
  ...Object.fromEntries(textTypes.map((type) => [type, asText])),
  [types.BYTEA]: (value: string) => Buffer.from(value.slice(2), 'hex'),
};

/** Scripts that leave every table as it is: what was prepared before stays true. */
const leavesTables = /^\s*(?:begin|commit|rollback|savepoint|release|select|insert|update|delete|set)\b/i;

/** Runs statements on a PGlite in this thread; the pool before it sends one at a time. */
export function engineOnPglite(pglite: PGlite): EmbeddedEngine {
  const prepared = new PreparedStatements();

  async function runScript(text: string, rowMode: EngineStatement['rowMode']): Promise<SqlResult> {
    const results = await pglite.exec(text, { rowMode });
    if (!leavesTables.test(text)) prepared.dropAll();
    const last = results.at(-1);
    return { rows: last?.rows ?? [], rowCount: last?.rows.length || (last?.affectedRows ?? 0) };
  }

  async function runPrepared(
    text: string,
    values: (string | null)[],
    rowMode: EngineStatement['rowMode'],
  ): Promise<SqlResult> {
    const { name, messages: before } = prepared.prepare(text);
    const { serialize } = protocol;
    const request = Buffer.concat([
      ...before,
      serialize.bind({ statement: name, values }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    ]);
    try {
      const answer = await pglite.execProtocolStream(request);
      prepared.keep(text, name);
      return readAnswer(answer, pglite.parsers, rowMode);
    } catch (error) {
      prepared.drop(text, name);
      throw error;
    }
  }

  return {
    run: ({ text, values, rowMode }) =>
      values === undefined
        ? runScript(text, rowMode)
        : pglite.runExclusive(() => runPrepared(text, [...values], rowMode)),
    close: () => pglite.close(),
  };
}

type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>;

/** Rows of the one statement asked for, each value as its type is read; `rowCount` as `pg` counts. */
function readAnswer(
  answer: Messages,
  parsers: PGlite['parsers'],
  rowMode: EngineStatement['rowMode'],
): SqlResult {
  const rows: unknown[] = [];
  let columns: {
    name: string;
    type: number;
    parse: ((text: string, type: number) => unknown) | undefined;
  }[] = [];
  let touched = 0;
  for (const message of answer) {
    if (message instanceof messages.DataRowMessage) {
      const values = message.fields.map((text, index) => {
        const column = columns[index];
        return text === null || column?.parse === undefined ? text : column.parse(text, column.type);
      });
      rows.push(
        rowMode === 'array'
          ? values
          : Object.fromEntries(columns.map(({ name }, index) => [name, values[index]])),
      );
    } else if (message instanceof messages.RowDescriptionMessage) {
      columns = message.fields.map(({ name, dataTypeID }) => ({
        name,
        type: dataTypeID,
        parse: parsers[dataTypeID],
      }));
    } else if (message instanceof messages.CommandCompleteMessage) {
      touched = Number(/^(?:INSERT|UPDATE|DELETE|MERGE) .*?(\d+)$/.exec(message.text)?.[1] ?? 0);
    }
  }
  return { rows, rowCount: rows.length || touched };
}
