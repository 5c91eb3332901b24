/** Web addresses beside what is written: one a row, added as needed. */
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { RowsControl } from './rows-control.tsx';

interface AddressRow {
  readonly url: string;
}

export function LinksControl<Row extends AddressRow>(props: {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
  /** A row nothing was typed into yet. */
  readonly empty: Row;
  readonly most: number;
}) {
  return (
    <RowsControl {...props} what="网址">
      {(row, change, index) => (
        <TextInput
          value={row.url}
          onChange={(url) => change({ ...row, url })}
          inputMode="url"
          placeholder="https://"
          aria-label={`第${index + 1}个网址`}
        />
      )}
    </RowsControl>
  );
}
