/** A plan's tasks as marks, by section and by unit; each mark opens its task. */
import { Input } from 'antd';
import { useState } from 'react';
import type { PlanMarks, TaskMark } from '../../contract/marks.ts';
import { assignmentRoles } from '../../rules/shapes.ts';
import { assignmentRoleTitles, standingTitles } from '../../words/plans.ts';

interface ViewProps {
  readonly board: PlanMarks;
  readonly onOpen: (taskId: string) => void;
}

const marks = { met: '●', failing: '▲', notYetDue: '○', cannotTell: '◇' } as const;

function MarkButton({ task, onOpen }: { task: TaskMark; onOpen: (taskId: string) => void }) {
  const name = `${task.no === null ? '' : `第${task.no}项 `}${task.item ?? task.words}，${standingTitles[task.standing]}`;
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

function countStandings(rows: readonly TaskMark[]): string {
  const counts = new Map<TaskMark['standing'], number>();
  for (const row of rows) counts.set(row.standing, (counts.get(row.standing) ?? 0) + 1);
  return [...counts].map(([standing, total]) => `${standingTitles[standing]}${total}`).join('，');
}

export function SectionView({ board, onOpen }: ViewProps) {
  return (
    <div className="board-sections">
      {board.sections.map(({ section, tasks }) => {
        const rows = tasks.flatMap((at) => board.tasks[at] ?? []);
        return (
          <section key={section ?? ''} className="board-section">
            <h2>{section ?? '没有分章节'}</h2>
            <p className="plan-secondary">
              {rows.length}项：{countStandings(rows)}
            </p>
            <ol>
              {rows.map((task) => (
                <li key={task.id}>
                  <MarkButton task={task} onOpen={onOpen} />
                  <button type="button" className="board-task" onClick={() => onOpen(task.id)}>
                    {task.item === null ? null : <strong>{task.item}</strong>}
                    {task.words}
                  </button>
                  <span className="board-due">{task.due ?? task.openBecause}</span>
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
              {assignmentRoles.map((role) => (
                <td key={role} className="board-count" data-title={assignmentRoleTitles[role]}>
                  {unit[role].length}
                </td>
              ))}
              <td className="board-marks">
                {assignmentRoles
                  .flatMap((role) => unit[role].flatMap((at) => board.tasks[at] ?? []))
                  .map((task) => (
                    <MarkButton key={task.id} task={task} onOpen={onOpen} />
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
