/** The units of the county as choices of a table's filter. */
import type { ColumnFilter } from '#desk/components/data-table/columns.ts';
import { useApi } from '#desk/data/use-api.ts';

interface UnitTree {
  readonly units: readonly { readonly id: string; readonly shortName: string }[];
}

export function useUnitFilter(): ColumnFilter {
  const { data } = useApi<UnitTree>('/organisation/unit-tree');
  const units = data?.units ?? [];
  return {
    kind: 'choice',
    single: true,
    options: units.map(({ id, shortName }) => ({ value: id, label: shortName })),
  };
}
