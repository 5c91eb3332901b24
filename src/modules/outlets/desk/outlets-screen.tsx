/** 发布渠道: every outlet with what it takes; a row opens its settings. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { OutletView } from '../contract/outlets.ts';
import { outletKindSpecs, outletKinds } from '../rules/outlet-kinds.ts';
import { OutletForm } from './outlet-form.tsx';
import { OutletPanel } from './outlet-panel.tsx';

const columns: readonly DataColumn<OutletView>[] = [
  { key: 'title', title: '渠道', value: (row) => row.title },
  {
    key: 'kind',
    title: '类型',
    value: (row) => outletKindSpecs[row.kind].title,
    filterValues: (row) => [row.kind],
    filter: {
      kind: 'choice',
      options: outletKinds.map((kind) => ({ value: kind, label: outletKindSpecs[kind].title })),
    },
    width: 130,
  },
  { key: 'unit', title: '责任单位', value: (row) => row.unitName, width: 180 },
  {
    key: 'way',
    title: '投递',
    value: (row) => (row.isAutomatic ? '发布后自动投递' : '人工选择投递'),
    width: 140,
  },
  { key: 'opened', title: '开通日期', value: (row) => row.openedOn, width: 120 },
  {
    key: 'state',
    title: '状态',
    value: (row) => (row.closedOn === null ? '使用中' : '已停用'),
    filterValues: (row) => [row.closedOn === null ? 'open' : 'closed'],
    filter: {
      kind: 'choice',
      options: [
        { value: 'open', label: '使用中' },
        { value: 'closed', label: '已停用' },
      ],
    },
    width: 100,
  },
];

export function OutletsScreen() {
  const may = useMay();
  const [isOpening, setOpening] = useState(false);
  const { data, error, refetch } = useApi<{ readonly rows: readonly OutletView[] }>('/outlets');
  return (
    <>
      <PageHeader
        title="发布渠道"
        summary="同一条信息发布后，还送到哪些地方。"
        help={
          <>
            <p>
              网站和订阅地址随发布即时更新，不用设置。这里设置的是其他渠道：公众号、微博、邮件、公告栏和上级平台。
            </p>
            <p>
              自动投递的渠道在信息发布时接收符合条件的信息；信息撤回时，平台在能撤的渠道一并撤下，不能撤的列为待办。
            </p>
          </>
        }
        actions={
          may('outlets.arrange') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
              开通渠道
            </Button>
          ) : null
        }
      />
      <DataTable
        title="发布渠道"
        screen="outlets.list"
        columns={columns}
        source={{ kind: 'rows', rows: data?.rows, error, onRetry: () => void refetch() }}
        keyOf={(row) => row.id}
        panel={({ row, close }) =>
          row === undefined ? null : (
            <OutletPanel key={`${row.id}${row.version}`} outlet={row} onClose={close} />
          )
        }
        empty={{ title: '还没有其他渠道', hint: '网站和订阅地址始终可用；需要时开通公众号、公告栏等渠道。' }}
      />
      {isOpening ? (
        <SidePanel title="开通渠道" width="wide" onClose={() => setOpening(false)}>
          <OutletForm onDone={() => setOpening(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}
