/** The list of supervision orders: all of the county for the supervising office, the own ones for a unit. */
import { Badge, Button } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useMay, useMe } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { OrderRow } from '../../contract/supervision.ts';
import { supervisionLevels } from '../../rules/supervision/shapes.ts';
import { supervisionLevelMeanings, supervisionLevelTitles } from '../../words/supervision.ts';
import { orderColumns } from './order-columns.tsx';
import './supervision.css';

const help = (
  <>
    <p>一张督办单一个编号，可以发给几个单位；每个单位各自签收、反馈、办结。</p>
    {supervisionLevels.map((level) => (
      <p key={level}>
        <strong>{supervisionLevelTitles[level]}</strong>：{supervisionLevelMeanings[level]}。
      </p>
    ))}
    <p>反馈期限按工作日算，点日期看是怎样数的。期限已过仍未反馈的，列在“该升级”里，由人决定是否升级。</p>
  </>
);

const source: PagesSource = {
  kind: 'pages',
  path: '/supervision-orders',
  searchable: true,
  query: ({ text, filters }) => ({
    text,
    status: filters.status?.[0],
    level: filters.level?.[0],
    unitId: filters.unitId?.[0],
    late: filters.late?.[0],
  }),
};

function useUnitOptions(): readonly { value: string; label: string }[] {
  const me = useMe();
  const may = useMay();
  const oversees = may('plan.oversee');
  const tree = useApi<{ units: { id: string; shortName: string }[] }>(
    '/organisation/unit-tree',
    {},
    { enabled: oversees },
  );
  return useMemo(() => {
    if (!oversees) return me.units.map(({ id, shortName }) => ({ value: id, label: shortName }));
    return (tree.data?.units ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }));
  }, [oversees, me.units, tree.data]);
}

export function OrdersScreen() {
  const navigate = useNavigate();
  const may = useMay();
  const supervises = may('plan.supervise');
  const units = useUnitOptions();
  const columns = useMemo(() => orderColumns(units), [units]);
  const due = useApi<{ rows: OrderRow[] }>('/supervision-orders/to-escalate', {}, { enabled: supervises });
  const waiting = due.data?.rows.length ?? 0;
  return (
    <>
      <PageHeader
        title="督办"
        summary={supervises ? '发给各单位的督办单' : '发给本单位的督办单'}
        help={help}
        actions={
          supervises ? (
            <>
              <Badge count={waiting} size="small">
                <Button onClick={() => void navigate('/plan/orders/to-escalate')}>该升级</Button>
              </Badge>
              <Button type="primary" onClick={() => void navigate('/plan/orders/new')}>
                发督办单
              </Button>
            </>
          ) : undefined
        }
      />
      <DataTable
        title="督办单"
        screen="plan.orders"
        columns={columns}
        source={source}
        keyOf={(row: OrderRow) => row.id}
        onOpen={(row) => void navigate(`/plan/orders/${row.id}`)}
        empty={
          supervises
            ? {
                title: '还没有发过督办单',
                hint: '任务逾期、反馈不实或者有别的事要单位办，都可以发督办单。',
                action: <Link to="/plan/orders/new">发督办单</Link>,
              }
            : { title: '没有发给本单位的督办单', hint: '主管部门发出后会出现在这里，同时有通知。' }
        }
      />
    </>
  );
}
