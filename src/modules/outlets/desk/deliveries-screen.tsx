/** 投递记录: what was brought where and when, with what came of it; a row opens every attempt. */
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useMay } from '#desk/data/me.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { DeliveryView } from '../contract/outlets.ts';
import { deliveryStates } from '../rules/delivery-state.ts';
import { outletKindSpecs } from '../rules/outlet-kinds.ts';
import { deliveryActTitles, deliveryStateTitles } from '../words.ts';
import { DeliverDialog } from './deliver-dialog.tsx';

const columns: readonly DataColumn<DeliveryView>[] = [
  { key: 'title', title: '信息', value: (row) => row.title },
  {
    key: 'outlet',
    title: '渠道',
    value: (row) => row.outletTitle,
    width: 150,
  },
  {
    key: 'kind',
    title: '渠道类型',
    value: (row) => outletKindSpecs[row.outletKind].title,
    width: 120,
    hidden: true,
  },
  { key: 'act', title: '事项', value: (row) => deliveryActTitles[row.act], width: 80 },
  {
    key: 'state',
    title: '结果',
    value: (row) => deliveryStateTitles[row.state],
    filter: {
      kind: 'choice',
      single: true,
      options: deliveryStates.map((value) => ({ value, label: deliveryStateTitles[value] })),
    },
    width: 120,
  },
  { key: 'detail', title: '说明', value: (row) => row.detail, width: 200, hidden: true },
  { key: 'unit', title: '单位', value: (row) => row.unitName, width: 140 },
  { key: 'asked', title: '交付时间', value: (row) => instantWords(instantOf(row.askedAt)), width: 170 },
  {
    key: 'settled',
    title: '送达时间',
    value: (row) => (row.settledAt === null ? null : instantWords(instantOf(row.settledAt))),
    width: 170,
    hidden: true,
  },
  { key: 'by', title: '交付人', value: (row) => row.askedByName, width: 90, hidden: true },
];

export function DeliveriesScreen() {
  const go = useNavigate();
  const may = useMay();
  const [search] = useSearchParams();
  const [isAsking, setAsking] = useState(search.get('itemId') !== null);
  const outletId = search.get('outletId');
  return (
    <>
      <PageHeader
        title="投递记录"
        summary="哪条信息、什么时候、送到哪里、结果如何。"
        help={
          <>
            <p>投递失败、结果不明和待人工办理的，会列在经办人的“今天”。</p>
            <p>
              “结果不明”是已经发出、对方没有答复：请先到对方后台看一看，有的登记为已办，没有的再投递一次。
            </p>
          </>
        }
        actions={
          may('outlets.deliver') ? (
            <Button type="primary" onClick={() => setAsking(true)}>
              投递一条信息
            </Button>
          ) : null
        }
      />
      <DataTable
        title="投递记录"
        screen="outlets.deliveries"
        columns={columns}
        source={{
          kind: 'pages',
          path: '/outlets/deliveries',
          query: ({ filters }) => ({
            state: filters.state?.[0],
            ...(outletId === null ? {} : { outletId }),
          }),
        }}
        keyOf={(row) => row.id}
        onOpen={(row) => void go(`/outlets/deliveries/${row.id}`)}
        empty={{ title: '还没有投递', hint: '信息发布后，可以在这里送到公众号、公告栏等渠道。' }}
      />
      {isAsking ? <DeliverDialog itemId={search.get('itemId')} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
