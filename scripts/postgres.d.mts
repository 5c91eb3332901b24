/** Types of `postgres.mjs`, for the benchmarks. */

/** The folder with `initdb` and `postgres` of a version we support; undefined when there is none. */
export function findPostgres(): string | undefined;

export function startPostgres(
  programs?: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }>;
