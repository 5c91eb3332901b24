/** Orders whose clock ran out without a reply, the longest first: what the supervising office decides to raise. */
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { OrderRow } from '../../contract/supervision.ts';
import { nextLevelOf } from '../../rules/supervision/actions.ts';
import { supervisionLevelTitles } from '../../words/supervision.ts';
import { orderColumns } from './order-columns.tsx';

const help = (
  <p>
    反馈期限已过、单位仍未反馈的督办单。点一行打开，写明理由后升级：等级提高一级，送单位负责人，并给出新的期限。
    发单时选了“自动升级”的，平台在逾期的次一工作日自己升级。
  </p>
);

function levelWords(row: OrderRow): string {
  const next = nextLevelOf(row.level);
  return next === undefined
    ? supervisionLevelTitles[row.level]
    : `${supervisionLevelTitles[row.level]} → ${supervisionLevelTitles[next]}`;
}

export function ToEscalateScreen() {
  const navigate = useNavigate();
  const orders = useApi<{ rows: OrderRow[] }>('/supervision-orders/to-escalate');
  const columns = useMemo(
    () =>
      orderColumns([])
        .filter(({ key }) => key !== 'status' && key !== 'taskCount')
        .map(({ filter: _, ...column }) =>
          column.key === 'level' ? { ...column, title: '升级', width: 130, value: levelWords } : column,
        ),
    [],
  );
  const rows = orders.data?.rows;
  return (
    <>
      <PageHeader
        title="该升级的督办单"
        summary={rows === undefined ? undefined : `${rows.length}件期限已过，仍未反馈`}
        help={help}
        actions={<Link to="/plan/orders">全部督办单</Link>}
      />
      <DataTable
        title="该升级的督办单"
        columns={columns}
        source={{ kind: 'rows', rows, error: orders.error, onRetry: () => void orders.refetch() }}
        keyOf={(row) => row.id}
        onOpen={(row) => void navigate(`/plan/orders/${row.id}?do=escalate`)}
        empty={{ title: '没有该升级的督办单', hint: '期限已过仍未反馈的督办单会列在这里。' }}
      />
    </>
  );
}
