/**
 * What spreading into a call cannot do: a file may hold more values than a call takes arguments, and then the call fails
 * with a stack overflow. Pure.
 */

/** The least of any number of values; `Infinity` of none. */
export function leastOf(values: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < least || Number.isNaN(value)) least = value;
  return least;
}

/** The most of any number of values; `-Infinity` of none. */
export function mostOf(values: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most || Number.isNaN(value)) most = value;
  return most;
}

/** Adds any number of values to the end of a list. */
export function appendTo<Value>(list: Value[], values: readonly Value[]): void {
  for (const value of values) list.push(value);
}
