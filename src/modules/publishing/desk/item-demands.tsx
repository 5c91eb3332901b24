/** What the item may not go out without: the item that goes out beside it, or why none is needed. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import type { ItemDetail, ItemListRow } from '../contract/items.ts';

type Demand = ItemDetail['demands'][number];

function standOf(demand: Demand): string {
  if (demand.waiverReason !== null)
    return `－ ${demand.waivedByName ?? ''}写明不需要：${demand.waiverReason}`;
  if (demand.companionItemId === null) return '▲ 还没有指定';
  return demand.isReady ? '● 已备齐，一并发布' : '◆ 已指定，还没有审核通过';
}

export function ItemDemands({ item }: { readonly item: ItemDetail }) {
  if (item.demands.length === 0) return null;
  return (
    <section aria-labelledby="item-demands">
      <h2 id="item-demands">须同步发布</h2>
      <ul className="item-demands">
        {item.demands.map((demand) => (
          <li key={demand.id}>
            <ItemDemand item={item} demand={demand} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ItemDemand({ item, demand }: { readonly item: ItemDetail; readonly demand: Demand }) {
  const may = useMay();
  const say = useSay();
  const [isWaiving, setWaiving] = useState(false);
  const path = `/items/${item.id}/demands/${demand.kind}`;
  const name = useCommand<{ readonly companionItemId: string | null }>({
    call: (body) => ({ method: 'PUT', path: `${path}/companion`, body }),
    changes: ['/items'],
    onDone: () => say.done('已指定'),
  });
  const waive = useCommand<{ readonly reason: string }>({
    call: (body) => ({ method: 'POST', path: `${path}/waive`, body }),
    changes: ['/items'],
    onDone: () => say.done('已写明不需要的原因'),
  });
  const isOpen = item.stage !== 'settled';
  return (
    <>
      <p>
        <strong>{demand.title}</strong>
      </p>
      <p>{standOf(demand)}</p>
      {demand.companionItemId === null ? null : (
        <p>
          <Link to={`/publishing/items/${demand.companionItemId}`}>{demand.companionTitle}</Link>
        </p>
      )}
      {name.error === null ? null : <RefusalNotice error={name.error} />}
      {isOpen && may('publishing.write', item.unitId) ? (
        <CompanionChoice
          item={item}
          demand={demand}
          isPending={name.isPending}
          onChoose={(companionItemId) => name.mutate({ companionItemId })}
        />
      ) : null}
      {isOpen && demand.waiverReason === null && may('publishing.waiveDemand', item.unitId) ? (
        <Button size="small" onClick={() => setWaiving(true)}>
          写明不需要
        </Button>
      ) : null}
      {isWaiving ? (
        <ReasonDialog
          verb="写明不需要"
          name={demand.title}
          consequence="这份信息可以单独发布，您的姓名和原因存档。"
          onClose={() => setWaiving(false)}
          onReason={(reason) => waive.mutateAsync({ reason })}
        />
      ) : null}
    </>
  );
}

/** Items of the same county that could go out beside it, found by title; interpretations first where one is asked for. */
function CompanionChoice(props: {
  readonly item: ItemDetail;
  readonly demand: Demand;
  readonly isPending: boolean;
  readonly onChoose: (companionItemId: string | null) => void;
}) {
  const { item, demand, isPending, onChoose } = props;
  const [text, setText] = useState('');
  const { data } = useApi<{ readonly rows: readonly ItemListRow[] }>(
    '/items',
    {
      limit: 20,
      ...(text === '' ? {} : { text }),
      ...(demand.kind === 'interpretation' ? { kind: 'interpretation' } : {}),
    },
    { keepsLast: true },
  );
  const options = (data?.rows ?? [])
    .filter(({ id, standing }) => id !== item.id && standing !== 'withdrawn')
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Select<string | null>
      className="item-companion"
      aria-label={`同步发布的${demand.title}`}
      placeholder={`选择同步发布的${demand.title}`}
      value={null}
      loading={isPending}
      options={options}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      notFoundContent="没有找到，请先起草"
      onChange={(chosen) => onChoose(chosen)}
    />
  );
}
