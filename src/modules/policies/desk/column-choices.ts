/** Columns a document may be put into, those for policies first. */
import { useMemo } from 'react';
import { useApi } from '#desk/data/use-api.ts';

interface ColumnChoice {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly closedOn: string | null;
}

/** Open columns as options of a select. */
export function useColumnChoices(): { readonly value: string; readonly label: string }[] {
  const { data } = useApi<{ readonly rows: readonly ColumnChoice[] }>('/columns');
  return useMemo(
    () =>
      (data?.rows ?? [])
        .filter(({ closedOn }) => closedOn === null)
        .toSorted((left, right) => Number(right.kind === 'policy') - Number(left.kind === 'policy'))
        .map(({ id, title }) => ({ value: id, label: title })),
    [data],
  );
}
