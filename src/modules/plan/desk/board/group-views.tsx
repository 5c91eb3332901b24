/** A plan's tasks as marks, by section and by unit; each mark opens its task. */
import { Input } from 'antd';
import { useState } from 'react';
import type { PlanBoard, TaskRow } from '../../contract/tasks.ts';
import { assignmentRoleTitles, standingTitles } from '../../words/plans.ts';

interface ViewProps {
  readonly board: PlanBoard;
  readonly onOpen: (taskId: string) => void;
}

const marks = { met: '●', failing: '▲', notYetDue: '○', cannotTell: '◇' } as const;

function TaskMark({ task, onOpen }: { task: TaskRow; onOpen: (taskId: string) => void }) {
  const name = `${task.no === null ? '' : `第${task.no}项 `}${task.item ?? task.requirement.slice(0, 40)}，${standingTitles[task.standing]}`;
  return (
    <button
      type="button"
      className={`task-mark task-mark-${task.standing}`}
      title={name}
      aria-label={name}
      onClick={() => onOpen(task.id)}
    >
      <span aria-hidden="true">{marks[task.standing]}</span>
      {task.no ?? ''}
    </button>
  );
}

function countStandings(rows: readonly TaskRow[]): string {
  const counts = new Map<TaskRow['standing'], number>();
  for (const row of rows) counts.set(row.standing, (counts.get(row.standing) ?? 0) + 1);
  return [...counts].map(([standing, total]) => `${standingTitles[standing]}${total}`).join('，');
}

export function SectionView({ board, onOpen }: ViewProps) {
  const byId = new Map(board.tasks.map((task) => [task.id, task]));
  return (
    <div className="board-sections">
      {board.sections.map(({ section, taskIds }) => {
        const rows = taskIds.flatMap((id) => byId.get(id) ?? []);
        return (
          <section key={section ?? ''} className="board-section">
            <h2>{section ?? '没有分章节'}</h2>
            <p className="plan-secondary">
              {rows.length}项：{countStandings(rows)}
            </p>
            <ol>
              {rows.map((task) => (
                <li key={task.id}>
                  <TaskMark task={task} onOpen={onOpen} />
                  <button type="button" className="board-task" onClick={() => onOpen(task.id)}>
                    {task.item === null ? null : <strong>{task.item}</strong>}
                    {task.requirement}
                  </button>
                  <span className="board-due">{task.due.due ?? task.deadlineText ?? '没有期限'}</span>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

export function UnitView({ board, onOpen }: ViewProps) {
  const [text, setText] = useState('');
  const byId = new Map(board.tasks.map((task) => [task.id, task]));
  const shown = board.units.filter((unit) => unit.unitName.includes(text.trim()));
  return (
    <div className="board-units">
      <Input.Search
        allowClear
        placeholder="查找单位"
        aria-label="查找单位"
        className="board-search"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {shown.length === 0 ? <p className="plan-secondary">没有名称含“{text}”的单位。</p> : null}
      <table className="board-unit-table">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">牵头</th>
            <th scope="col">责任</th>
            <th scope="col">配合</th>
            <th scope="col">任务（点标记看详情）</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <tr key={unit.unitId}>
              <th scope="row">{unit.unitName}</th>
              {(['lead', 'responsible', 'cooperating'] as const).map((role) => (
                <td key={role} className="board-count" data-title={assignmentRoleTitles[role]}>
                  {unit.tasks.filter((task) => task.role === role).length}
                </td>
              ))}
              <td className="board-marks">
                {unit.tasks.map(({ taskId }) => {
                  const task = byId.get(taskId);
                  return task === undefined ? null : <TaskMark key={taskId} task={task} onOpen={onOpen} />;
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
