/** Public items by title: the list of a column, a unit, a search in a place. */
import type { ReactElement } from 'react';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { Pagination } from '#portal/components/pagination.tsx';
import { TitleList } from '#portal/components/title-list.tsx';
import { itemAddress } from '../addresses.ts';
import type { PublicItem } from '../queries/public-items.ts';

export interface ListedItems {
  readonly rows: readonly PublicItem[];
  readonly firstAddress: string | undefined;
  readonly nextAddress: string | undefined;
}

export function ItemList(props: {
  readonly listed: ListedItems;
  /** Left out where all rows are of one unit. */
  readonly withUnit?: boolean;
  readonly whenEmpty: string;
}): ReactElement {
  const { rows, firstAddress, nextAddress } = props.listed;
  if (rows.length === 0) {
    return (
      <NothingHere title="这里还没有公开的信息">
        <p>{props.whenEmpty}</p>
      </NothingHere>
    );
  }
  return (
    <>
      <TitleList
        rows={rows.map((row) => ({
          address: itemAddress({ itemId: row.id }),
          title: row.content.title,
          day: row.publishedOn,
          notes: props.withUnit === false ? [row.kindTitle] : [row.unitName, row.kindTitle],
        }))}
      />
      <Pagination firstAddress={firstAddress} nextAddress={nextAddress} />
    </>
  );
}
