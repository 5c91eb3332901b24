/** The columns an item stands in beside its own: one source in many places. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { ItemDetail } from '../contract/items.ts';
import { useColumnOptions } from './column-picker.tsx';

const sameSet = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((one) => right.includes(one));

export function ItemPlaces({ item }: { readonly item: ItemDetail }) {
  const may = useMay();
  const say = useSay();
  const options = useColumnOptions();
  const [chosen, setChosen] = useState<readonly string[]>();
  const place = useCommand<{ readonly columnIds: readonly string[] }>({
    call: (body) => ({ method: 'PUT', path: `/items/${item.id}/columns`, body }),
    changes: ['/items', '/columns'],
    onDone: () => {
      setChosen(undefined);
      say.done('已调整所在栏目');
    },
  });
  const value = chosen ?? item.columnIds;
  const mayPlace = may('publishing.write', item.unitId);
  const titles = options.filter((one) => item.columnIds.includes(one.value)).map(({ label }) => label);
  return (
    <section aria-labelledby="item-places">
      <h2 id="item-places">同时出现在</h2>
      {mayPlace ? (
        <>
          <Select<string[]>
            className="item-companion"
            mode="multiple"
            aria-labelledby="item-places"
            placeholder="只在本栏目"
            value={[...value]}
            options={options.filter((one) => one.value !== item.columnId)}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={setChosen}
          />
          {sameSet(value, item.columnIds) ? null : (
            <Button
              type="primary"
              size="small"
              loading={place.isPending}
              onClick={() => place.mutate({ columnIds: value })}
            >
              保存所在栏目
            </Button>
          )}
          {place.error === null ? null : <RefusalNotice error={place.error} />}
        </>
      ) : (
        <p>{titles.length === 0 ? '只在本栏目。' : titles.join('、')}</p>
      )}
    </section>
  );
}
