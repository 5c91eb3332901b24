/**
 * Keyset paging, the only way a list is cut: the caller hands back the place where the page before ended. Pure;
 * browser-safe.
 */
import { z } from 'zod';

/** One sort key of the last row: text, number, or null where the column may be empty. */
export type SortKey = string | number | null;

const sortKeysSchema = z.array(z.union([z.string(), z.number(), z.null()])).min(1);

function base64UrlOf(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function textOfBase64Url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(binary, (character) => character.charCodeAt(0)),
  );
}

/** The place after a row, as an opaque text for the address. It carries no secret and needs no signature. */
export function placeAfter(keys: readonly SortKey[]): string {
  return base64UrlOf(JSON.stringify(keys));
}

/** The sort keys in a place; undefined when the text is not one of ours. */
export function readPlace(text: string): readonly SortKey[] | undefined {
  try {
    return sortKeysSchema.parse(JSON.parse(textOfBase64Url(text)));
  } catch {
    return undefined;
  }
}

export interface PageOptions {
  /** Rows a page has unless asked otherwise. */
  readonly usual?: number;
  /** Rows a page may have at most. */
  readonly most?: number;
}

/**
 * Query members of a paged list whose rows are sorted by keys of these kinds: spread into the route's query schema,
 * `z.object({ ...pageQuery([daySchema, z.uuid()]), unitId: z.uuid().optional() })`. `after` arrives as the keys.
 */
export function pageQuery<const Kinds extends [z.ZodType, ...z.ZodType[]]>(
  kinds: Kinds,
  options: PageOptions = {},
) {
  const keys = z.tuple(kinds);
  return {
    after: z
      .string()
      .max(1000)
      .transform((text, context) => {
        const parsed = keys.safeParse(readPlace(text));
        if (!parsed.success) {
          context.addIssue({ code: 'custom', message: '翻页位置无效，请从第一页重新打开' });
          return z.NEVER;
        }
        return parsed.data;
      })
      .optional()
      .meta({ description: '上一页回复中的 next，原样带回' }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(options.most ?? 200)
      .default(options.usual ?? 50)
      .meta({ description: '每页行数' }),
  };
}

export interface PageOfRows<Row> {
  readonly rows: Row[];
  /** Hand back as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** Reply schema of a paged list. */
export function pageReply<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    next: z.string().nullable().meta({ description: '下一页的位置；没有下一页时为 null' }),
  });
}

/** Cuts a page from `limit + 1` rows fetched in order: the spare row only tells that there are more. */
export function pageOfRows<Row>(
  fetched: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly SortKey[],
): PageOfRows<Row> {
  const rows = fetched.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: fetched.length > limit && last !== undefined ? placeAfter(keysOf(last)) : null };
}

/** Order of two places: key by key; what is empty comes last either way. */
export function compareSortKeys(
  left: readonly SortKey[],
  right: readonly SortKey[],
  descending = false,
): number {
  for (const [index, one] of left.entries()) {
    const other = right[index] ?? null;
    if (one === other) continue;
    if (one === null) return 1;
    if (other === null) return -1;
    return (one < other ? -1 : 1) * (descending ? -1 : 1);
  }
  return 0;
}

/**
 * Sorts rows at hand by their keys and cuts the page after a place: for short lists that are filtered or sorted by what
 * is computed of them.
 */
export function pageOfComputed<Row>(
  rows: readonly Row[],
  page: {
    readonly after?: readonly SortKey[] | undefined;
    readonly limit: number;
    readonly descending?: boolean | undefined;
  },
  keysOf: (row: Row) => readonly SortKey[],
): PageOfRows<Row> {
  const { after, limit, descending } = page;
  const found = rows
    .filter((row) => after === undefined || compareSortKeys(keysOf(row), after, descending) > 0)
    .toSorted((left, right) => compareSortKeys(keysOf(left), keysOf(right), descending));
  return pageOfRows(found, limit, keysOf);
}

/** Where a table of open data goes on, by the bare key of its last row; null when this page was not full. */
export function nextBareKey<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string,
): string | null {
  const last = rows.at(-1);
  return last !== undefined && rows.length >= limit ? keyOf(last) : null;
}
