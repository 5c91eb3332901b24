/** Columns of every task list on the desk, and the panel a task opens. */
import { Link } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DateWithDerivation } from '#desk/components/date-with-derivation/date-with-derivation.tsx';
import type { DayDerivation } from '#desk/components/date-with-derivation/derivation.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { type Day, parseDay } from '#kernel/day.ts';
import { longDay, shortDay } from '#kernel/day-words.ts';
import type { TaskDetail, TaskRow } from '../contract/tasks.ts';
import { standings } from '../rules/shapes.ts';
import { assignmentRoleTitles, standingTitles } from '../words/plans.ts';
import './ledger/ledger.css';

/** How the due day of a task came about, in the form the date component shows. */
export function derivationOfDue({ due }: Pick<TaskRow, 'due'>): DayDerivation {
  return {
    rule: due.because[0] ?? '',
    because: due.because.slice(1).join('；') || undefined,
    skipped: due.skipped.flatMap(({ day, reason }) => {
      const read = parseDay(day);
      return read === undefined ? [] : [{ day: read, reason }];
    }),
    provisional: due.provisional,
  };
}

const unitsOf = (row: TaskRow, role: TaskRow['assignments'][number]['role']) => row.printed[role].join('、');

/** What a list of tasks can be narrowed to. */
export interface TaskChoices {
  readonly sections: readonly string[];
  readonly units: readonly { readonly unitId: string; readonly unitName: string }[];
  /** The server narrows, and takes one of each. */
  readonly single?: boolean;
}

/** The sections and units these rows name. */
export function choicesOfTasks(rows: readonly TaskRow[]): TaskChoices {
  const units = new Map(rows.flatMap((row) => row.assignments.map((one) => [one.unitId, one] as const)));
  return {
    sections: [...new Set(rows.flatMap((row) => (row.section === null ? [] : [row.section])))],
    units: [...units.values()],
  };
}

/** The columns; with `ownUnitIds` the officer's role stands instead of all units. */
export function taskColumns(
  { sections, units, single = false }: TaskChoices,
  ownUnitIds?: readonly string[],
): readonly DataColumn<TaskRow>[] {
  const roleColumn: DataColumn<TaskRow> = {
    key: 'role',
    title: '本单位职责',
    width: 110,
    value: (row) =>
      [
        ...new Set(
          row.assignments
            .filter(({ unitId }) => ownUnitIds?.includes(unitId))
            .map(({ role }) => assignmentRoleTitles[role]),
        ),
      ].join('、'),
  };
  const unitColumn: DataColumn<TaskRow> = {
    key: 'units',
    title: '责任单位',
    width: 240,
    value: (row) =>
      [unitsOf(row, 'lead'), unitsOf(row, 'responsible'), unitsOf(row, 'cooperating')]
        .filter((part) => part !== '')
        .join('；'),
    render: (row) => <PrintedUnits row={row} />,
    filterValues: (row) => row.assignments.map(({ unitId }) => unitId),
    filter: {
      kind: 'choice',
      single,
      options: units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName })),
    },
  };
  return [
    {
      key: 'no',
      title: '序号',
      width: 72,
      align: 'right',
      sortable: true,
      value: (row) => row.no,
      card: 'none',
    },
    {
      key: 'requirement',
      title: '任务',
      value: (row) => [row.item, row.requirement].filter((part) => part !== null).join('：'),
      render: (row) => (
        <span className="task-words">
          {row.item === null ? null : <strong>{row.item}</strong>}
          {row.requirement}
        </span>
      ),
      card: 'title',
    },
    {
      key: 'section',
      title: '章节',
      width: 180,
      value: (row) => row.section,
      filter: {
        kind: 'choice',
        single,
        options: sections.map((section) => ({ value: section, label: section })),
      },
      hidden: true,
    },
    ownUnitIds === undefined ? unitColumn : roleColumn,
    {
      key: 'due',
      title: '最后一日',
      width: 150,
      sortable: true,
      value: (row) => row.due.due,
      filter: { kind: 'days' },
      render: (row) => (
        <DateWithDerivation
          day={row.due.due}
          derivation={derivationOfDue(row)}
          otherwise={row.deadlineText ?? '没有期限'}
        />
      ),
    },
    {
      key: 'lastEntryOn',
      title: '最近填报',
      width: 130,
      sortable: true,
      value: (row) => lastEntryDay(row, ownUnitIds) ?? '没有填报',
      render: (row) => <LastEntry row={row} ownUnitIds={ownUnitIds} />,
    },
    {
      key: 'deadlineText',
      title: '完成时限（原文）',
      width: 170,
      value: (row) => row.deadlineText,
      hidden: true,
    },
    {
      key: 'standing',
      title: '状态',
      width: 110,
      value: (row) => standingTitles[row.standing],
      filterValues: (row) => [row.standing],
      filter: {
        kind: 'choice',
        single,
        options: standings.map((value) => ({ value, label: standingTitles[value] })),
      },
      render: (row) => <StandingChip standing={row.standing} />,
    },
  ];
}

/** Day of the last report: of the officer's own units, or of any. */
function lastEntryDay(row: TaskRow, ownUnitIds: readonly string[] | undefined): Day | null {
  if (ownUnitIds === undefined) return row.lastEntryOn;
  const days = row.assignments.flatMap(({ unitId, lastEntryOn }) =>
    lastEntryOn !== null && ownUnitIds.includes(unitId) ? [lastEntryOn] : [],
  );
  return days.sort().at(-1) ?? null;
}

function LastEntry({ row, ownUnitIds }: { row: TaskRow; ownUnitIds: readonly string[] | undefined }) {
  const day = lastEntryDay(row, ownUnitIds);
  const words = day === null ? '没有填报' : shortDay(day);
  if (ownUnitIds === undefined) return words;
  return (
    <>
      {words}
      <Link className="task-report-link" to={`/plan/tasks/${row.id}/report`}>
        填报
      </Link>
    </>
  );
}

export function PrintedUnits({ row }: { row: TaskRow }) {
  return (
    <>
      {(['lead', 'responsible', 'cooperating'] as const).map((role) =>
        row.printed[role].length === 0 ? null : (
          <div key={role}>
            <span className="plan-role">{assignmentRoleTitles[role]}</span>
            {unitsOf(row, role)}
          </div>
        ),
      )}
    </>
  );
}

/** The panel of a task that only its mark is at hand of: asks for the rest. */
export function MarkedTaskPanel({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const task = useApi<TaskDetail>(`/tasks/${taskId}`);
  if (task.data !== undefined) return <TaskPanel task={task.data} onClose={onClose} />;
  return (
    <SidePanel title="任务" onClose={onClose} width="wide" takesFocus={false}>
      {task.error === null ? (
        <Loading what="任务" lines={6} />
      ) : (
        <RefusalNotice error={task.error} onRetry={() => void task.refetch()} />
      )}
    </SidePanel>
  );
}

/** The facts of one task, for the side panel and the task's own screen. */
export function TaskFacts({ task }: { task: TaskRow }) {
  return (
    <dl className="task-facts">
      <dt>任务内容</dt>
      <dd className="task-requirement">{task.requirement}</dd>
      <dt>所在章节</dt>
      <dd>
        {[task.section, task.subsection, task.item].filter((part) => part !== null).join(' › ') ||
          '没有分章节'}
      </dd>
      <dt>完成时限</dt>
      <dd>
        {task.deadlineText === null ? '' : `原文“${task.deadlineText}”，`}
        <DateWithDerivation
          day={task.due.due}
          derivation={derivationOfDue(task)}
          weekday
          otherwise="没有截止日期"
        />
      </dd>
      {task.deadline.milestones.length < 2 ? null : (
        <>
          <dt>分步要求</dt>
          <dd>
            {task.deadline.milestones.map(({ date, text }) => (
              <div key={`${date}${text}`}>
                {longDay(date)} {text}
              </div>
            ))}
          </dd>
        </>
      )}
      {task.quotas.length === 0 ? null : (
        <>
          <dt>数量要求</dt>
          <dd>{task.quotas.map((quota) => quota.text).join('；')}</dd>
        </>
      )}
      <dt>状态</dt>
      <dd>
        <StandingChip standing={task.standing} /> {task.standingReason}
      </dd>
      <dt>责任单位</dt>
      <dd>
        <PrintedUnits row={task} />
      </dd>
      <dt>分到的单位（{task.assignments.length}个）</dt>
      <dd className="task-assignments">
        {task.assignments.map((one) => (
          <span key={one.unitId} title={one.through === null ? '文件点名' : `经由“${one.through}”`}>
            {one.unitName}·{assignmentRoleTitles[one.role]}
          </span>
        ))}
      </dd>
    </dl>
  );
}

export function TaskPanel({ task, onClose }: { task: TaskRow | undefined; onClose: () => void }) {
  const title =
    task === undefined ? '任务' : `${task.no === null ? '' : `第${task.no}项 `}${task.item ?? ''}`;
  return (
    <SidePanel
      title={title.trim() === '' ? '任务' : title}
      onClose={onClose}
      width="wide"
      takesFocus={false}
      footer={task === undefined ? undefined : <Link to={`/plan/tasks/${task.id}`}>打开任务页面</Link>}
    >
      {task === undefined ? <p>这项任务不在当前列表里。</p> : <TaskFacts task={task} />}
    </SidePanel>
  );
}
