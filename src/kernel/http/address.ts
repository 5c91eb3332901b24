/**
 * Addresses with a name: one value gives the router its pattern and everybody else a function that builds the
 * address, so no address is ever written by hand twice. Pure; browser-safe.
 */

/** Where the JSON interface begins; the paths of API routes are below it. */
export const apiRoot = '/api/v1';

/** Where the desk begins. */
export const deskRoot = '/desk';

type ParameterOf<Pattern extends string> = Pattern extends `${infer Head}/${infer Rest}`
  ? ParameterOf<Head> | ParameterOf<Rest>
  : Pattern extends `:${infer Name}`
    ? Name
    : never;

/** Query values; undefined members are left out, lists repeat the key. */
export type AddressQuery = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

type AddressArguments<Pattern extends string> = [ParameterOf<Pattern>] extends [never]
  ? [query?: AddressQuery]
  : [params: Readonly<Record<ParameterOf<Pattern>, string>>, query?: AddressQuery];

/** Builds the address: `planPage({ planId })`, `planList({ year: 2026 })`. */
export interface Address<Pattern extends string> {
  (...args: AddressArguments<Pattern>): string;
  /** As the router writes it: `/plans/:planId`. */
  readonly pattern: Pattern;
}

/** The query part of an address with its `?`, or nothing. */
export function addressQueryText(query: AddressQuery | undefined): string {
  const pairs = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value]) pairs.append(key, String(each));
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Names an address. A segment is either literal or one whole parameter (`/plans/:planId/feed.xml`); anything else is
 * a fault at start, as the router would read it otherwise than the builder.
 */
export function defineAddress<const Pattern extends string>(pattern: Pattern): Address<Pattern> {
  const segments = pattern.split('/').slice(1);
  const wellFormed = segments.every((segment) => /^(:[a-zA-Z][a-zA-Z0-9]*|[a-z0-9.-]+)$/.test(segment));
  if (!pattern.startsWith('/') || (!wellFormed && pattern !== '/')) {
    throw new Error(`not an address: ${pattern}`);
  }
  const takesParams = segments.some((segment) => segment.startsWith(':'));
  const build = (...args: readonly unknown[]): string => {
    const params = takesParams ? recordOf(args[0]) : {};
    const query = recordOf(takesParams ? args[1] : args[0]);
    const path = segments.map((segment) => {
      if (!segment.startsWith(':')) return segment;
      const value = params[segment.slice(1)];
      if (typeof value !== 'string' || value === '') throw new Error(`${pattern} needs ${segment}`);
      return encodeURIComponent(value);
    });
    return `/${path.join('/')}${addressQueryText(query)}`;
  };
  return Object.assign(build, { pattern });
}

function recordOf(value: unknown): AddressQuery {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Matches finished paths against a pattern (`/plans/:planId`). */
export function addressMatcher(pattern: string): (path: string) => boolean {
  const source = pattern
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '[^/]+' : segment.replaceAll('.', '\\.')))
    .join('/');
  const expression = new RegExp(`^${source}/?$`);
  return (path) => expression.test(path);
}
