/** The tasks of a plan as a list that the server narrows, sorts and gives page by page. */
import { useMemo } from 'react';
import type { PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { readDayRange, type TableState } from '#desk/components/data-table/table-state.ts';
import type { ApiQuery } from '#desk/data/call-api.ts';
import { addDays, parseDay } from '#kernel/day.ts';
import { type TaskRow, taskSorts } from '../../contract/tasks.ts';
import { MarkedTaskPanel, TaskPanel, taskColumns } from '../task-columns.tsx';
import { usePlanMarks } from './use-plan-marks.ts';

function taskPagesQuery({ text, filters, sort }: TableState): ApiQuery {
  const { from, through } = readDayRange(filters.due?.[0]);
  const last = parseDay(through);
  const sortedBy = taskSorts.find((key) => key === sort?.key);
  return {
    text: text === '' ? undefined : text,
    section: filters.section?.[0],
    unitId: filters.units?.[0],
    standing: filters.standing?.[0],
    dueFrom: from === '' ? undefined : from,
    dueUntil: last === undefined ? undefined : addDays(last, 1),
    sort: sortedBy,
    descending: sortedBy !== undefined && sort?.descending === true ? 'true' : undefined,
  };
}

export function TaskPages({ planId }: { readonly planId: string }) {
  const { data } = usePlanMarks(planId);
  const columns = useMemo(
    () =>
      taskColumns({
        sections: (data?.sections ?? []).flatMap(({ section }) => section ?? []),
        units: data?.units ?? [],
        single: true,
      }),
    [data],
  );
  const source: PagesSource = {
    kind: 'pages',
    path: `/plans/${planId}/tasks`,
    query: taskPagesQuery,
    searchable: true,
  };
  return (
    <DataTable<TaskRow>
      title="任务"
      screen="plan.board"
      columns={columns}
      source={source}
      keyOf={(row) => row.id}
      panel={({ key, row, close }) =>
        row === undefined ? (
          <MarkedTaskPanel taskId={key} onClose={close} />
        ) : (
          <TaskPanel task={row} onClose={close} />
        )
      }
      empty={{ title: '这份计划没有任务' }}
    />
  );
}
