/** Orders counted facet values, the same for both engines. Pure. */
import type { FacetCount } from './plan.ts';

/** Counts by facet: most frequent first, equals by value. Facets without a value are there with none. */
export function mergeFacetCounts(
  facets: readonly string[],
  counted: readonly { readonly facet: string; readonly value: string; readonly count: number }[],
): Record<string, FacetCount[]> {
  const byFacet: Record<string, FacetCount[]> = Object.fromEntries(facets.map((facet) => [facet, []]));
  for (const { facet, value, count } of counted) byFacet[facet]?.push({ value, count });
  for (const list of Object.values(byFacet))
    list.sort(
      (left, right) =>
        right.count - left.count || (left.value < right.value ? -1 : left.value > right.value ? 1 : 0),
    );
  return byFacet;
}
