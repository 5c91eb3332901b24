/** Supervision orders about one task, on the task's page. */
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { OrderRow } from '../../contract/supervision.ts';
import { orderStatusTitles } from '../../words/supervision.ts';
import { OrderTimingChip } from './timing-chip.tsx';

export function TaskOrders({ taskId, planId }: { readonly taskId: string; readonly planId: string }) {
  const navigate = useNavigate();
  const may = useMay();
  const supervises = may('plan.supervise');
  const orders = useApi<{ rows: OrderRow[] }>('/supervision-orders', { taskId });
  const rows = orders.data?.rows ?? [];
  if (rows.length === 0 && !supervises) return null;
  return (
    <section aria-label="督办">
      <h2>督办</h2>
      {rows.length === 0 ? <p className="quiet">没有就这项任务发过督办单。</p> : null}
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/plan/orders/${row.id}`}>
              {row.number} {row.unitName}
            </Link>
            　{orderStatusTitles[row.status]}　<OrderTimingChip row={row} />
          </li>
        ))}
      </ul>
      {supervises ? (
        <p className="detail-actions">
          <Button onClick={() => void navigate(`/plan/orders/new?plan=${planId}&task=${taskId}`)}>
            就这项任务督办
          </Button>
        </p>
      ) : null}
    </section>
  );
}
