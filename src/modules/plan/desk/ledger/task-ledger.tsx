/** The ledger of one task, below its facts: who reported what, the newest first, and the way to report. */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import { longDay } from '#kernel/day-words.ts';
import type { LedgerPage } from '../../contract/ledger.ts';
import type { TaskRow } from '../../contract/tasks.ts';
import type { ReportingUnit } from './entry-form.tsx';
import { EntryView } from './entry-view.tsx';
import './ledger.css';

/** The assigned units in whose name the officer may report. */
export function useReportingUnits(
  task: Pick<TaskRow, 'assignments' | 'withdrawn'> | undefined,
): ReportingUnit[] {
  const may = useMay();
  return useMemo(
    () =>
      task === undefined || task.withdrawn
        ? []
        : task.assignments.filter(({ unitId }) => may('plan.writeLedger', unitId)),
    [task, may],
  );
}

const shownAtOnce = 20;

export function TaskLedger({ task }: { readonly task: TaskRow }) {
  const may = useMay();
  const [limit, setLimit] = useState(shownAtOnce);
  const units = useReportingUnits(task);
  const ledger = useApi<LedgerPage>(
    `/tasks/${task.id}/ledger`,
    { limit },
    { keepsLast: true, enabled: may('plan.readLedger') },
  );
  if (!may('plan.readLedger')) return null;
  const silent = task.assignments.filter((one) => one.lastEntryOn === null);
  return (
    <section aria-labelledby="task-ledger">
      <div className="ledger-heading">
        <h2 id="task-ledger" className="plan-heading">
          台账
        </h2>
        {units.length === 0 ? null : (
          <Link to={`/plan/tasks/${task.id}/report`}>
            <Button type="primary">填报</Button>
          </Link>
        )}
      </div>
      <p className="plan-secondary">
        {task.lastEntryOn === null ? '还没有单位填报。' : `最近一次填报：${longDay(task.lastEntryOn)}。`}
      </p>
      {silent.length === 0 || task.lastEntryOn === null ? null : (
        <details className="plan-secondary">
          <summary>{silent.length}个单位没有填报过</summary>
          {silent.map((one) => one.unitName).join('、')}
        </details>
      )}
      {ledger.error === null ? null : (
        <RefusalNotice error={ledger.error} onRetry={() => void ledger.refetch()} />
      )}
      {ledger.data === undefined && ledger.error === null ? <Loading what="台账" lines={4} /> : null}
      {ledger.data?.rows.length === 0 ? (
        <EmptyState
          title="这里会列出各单位填报的进展、数据和佐证"
          hint="每月至少填一次；写一句话、拍一张照片就可以。"
        />
      ) : null}
      {ledger.data?.rows.map((item) => (
        <EntryView key={item.id} item={item} namesTask={false} />
      ))}
      {ledger.data?.next == null ? null : (
        <Button onClick={() => setLimit(Math.min(limit + shownAtOnce, 200))}>再显示一些</Button>
      )}
    </section>
  );
}
