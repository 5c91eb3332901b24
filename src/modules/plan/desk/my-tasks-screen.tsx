/** The tasks of the officer's own units: role, next due day, how it was computed. */
import { useMemo } from 'react';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useMe } from '#desk/data/me.ts';
import { useApi } from '#desk/data/use-api.ts';
import { longDay } from '#kernel/day-words.ts';
import type { TaskDetail } from '../contract/tasks.ts';
import { choicesOfTasks, TaskPanel, taskColumns } from './task-columns.tsx';
import './plan-desk.css';

const help = (
  <>
    <p>
      这里是任务分解表分给本单位的全部任务，最近到期的排在最前。点一行看全文、时限的算法和同一任务的其他单位。
    </p>
    <p>经由“各镇街”这类集合性名称分来的任务也在其中。</p>
  </>
);

export function MyTasksScreen() {
  const me = useMe();
  const tasks = useApi<{ year: number; rows: TaskDetail[] }>('/my-tasks');
  const rows = tasks.data?.rows;
  const unitIds = useMemo(() => me.units.map((unit) => unit.id), [me.units]);
  const columns = useMemo(() => taskColumns(choicesOfTasks(rows ?? []), unitIds), [rows, unitIds]);
  const next = rows?.find((row) => row.nextDue !== null)?.nextDue;
  const summary =
    rows === undefined
      ? undefined
      : `${tasks.data?.year ?? ''}年共${rows.length}项${next == null ? '' : `，最近一项${longDay(next)}到期`}`;
  return (
    <>
      <PageHeader title="本单位任务" summary={summary} help={help} />
      <DataTable
        title="任务"
        screen="plan.myTasks"
        columns={columns}
        source={{ kind: 'rows', rows, error: tasks.error, onRetry: () => void tasks.refetch() }}
        keyOf={(row) => row.id}
        panel={({ row, close }) => <TaskPanel task={row} onClose={close} />}
        empty={{
          title: '还没有分给本单位的任务',
          hint: '主管部门导入并确认任务分解表后，任务会自动出现在这里。',
        }}
      />
    </>
  );
}
