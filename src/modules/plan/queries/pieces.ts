/** Long lists of identifiers, asked for in pieces that stay below the database's limit of parameters. */

const idsPerQuery = 1000;

/** All rows of `read` over the pieces of `ids`, in their order. */
export async function readInPieces<Row>(
  ids: readonly string[],
  read: (piece: string[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    rows.push(...(await read(ids.slice(start, start + idsPerQuery))));
  }
  return rows;
}
