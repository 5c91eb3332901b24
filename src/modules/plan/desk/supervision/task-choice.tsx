/** Chooses the tasks an order is about: the late ones by checking, any other by searching. */
import { Button, Checkbox, Select } from 'antd';
import { useMemo } from 'react';
import { useToday } from '#desk/data/today.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { TaskRow } from '../../contract/tasks.ts';

/** Units that answer for these tasks, each once; those that only cooperate when there is nobody else. */
export function ownersOf(tasks: readonly TaskRow[]): string[] {
  const units = tasks.flatMap(({ assignments }) => {
    const owners = assignments.filter(({ role }) => role !== 'cooperating');
    return (owners.length > 0 ? owners : assignments).map(({ unitId }) => unitId);
  });
  return [...new Set(units)];
}

const mostOfTitle = 60;

function titleOf({ no, requirement }: TaskRow): string {
  const words = requirement.length > mostOfTitle ? `${requirement.slice(0, mostOfTitle - 1)}…` : requirement;
  return `${no === null ? '' : `第${no}项 `}${words}`;
}

/** Proposed words of an order about these tasks. */
export function wordsForTasks(tasks: readonly TaskRow[]): { subject: string; requirement: string } {
  const [only] = tasks;
  if (only === undefined) return { subject: '', requirement: '' };
  const named = tasks.map(({ no }) => (no === null ? '' : `第${no}项`)).filter((words) => words !== '');
  const subject =
    named.length > 8
      ? `${named.slice(0, 8).join('、')}等${tasks.length}项任务未按期完成`
      : `${named.join('、')}任务未按期完成`;
  const lines = tasks.map((task) => {
    const due = task.due.due === null ? '' : `（${longDay(task.due.due)}到期）`;
    return `${titleOf(task)}${due}`;
  });
  return {
    subject,
    requirement: `请对照任务要求立即办理，在期限内反馈完成情况并附佐证：\n${lines.join('\n')}`.slice(0, 4000),
  };
}

/** Due and not shown to be done. */
export function isLateTask(task: TaskRow, today: Day): boolean {
  return task.due.due !== null && task.due.due < today && task.standing !== 'met';
}

export interface TaskChoiceProps {
  readonly tasks: readonly TaskRow[];
  readonly chosen: readonly string[];
  readonly onChange: (taskIds: string[]) => void;
}

export function TaskChoice({ tasks, chosen, onChange }: TaskChoiceProps) {
  const today = useToday();
  const late = useMemo(() => tasks.filter((task) => isLateTask(task, today)), [tasks, today]);
  const options = useMemo(
    () => tasks.map((task) => ({ value: task.id, label: titleOf(task), title: task.requirement })),
    [tasks],
  );
  const toggle = (taskId: string, on: boolean) =>
    onChange(on ? [...chosen, taskId] : chosen.filter((id) => id !== taskId));
  const allLate = late.length > 0 && late.every(({ id }) => chosen.includes(id));
  return (
    <section className="late-tasks" aria-label="关联任务">
      <h3>关联任务</h3>
      <p className="quiet">不关联任务也可以发。</p>
      <Select<string[]>
        mode="multiple"
        aria-label="查找任务"
        className="unit-picker"
        placeholder="输入任务里的字查找"
        options={options}
        optionFilterProp="title"
        value={[...chosen]}
        onChange={onChange}
      />
      <h3>
        逾期的任务{late.length}项
        {late.length < 2 ? null : (
          <Button
            type="link"
            size="small"
            onClick={() => onChange(allLate ? [] : [...new Set([...chosen, ...late.map(({ id }) => id)])])}
          >
            {allLate ? '全不选' : '全选'}
          </Button>
        )}
      </h3>
      {late.length === 0 ? (
        <p className="quiet">没有到期而未达标的任务。</p>
      ) : (
        <ul className="plain-list">
          {late.map((task) => (
            <li key={task.id}>
              <Checkbox
                checked={chosen.includes(task.id)}
                onChange={(event) => toggle(task.id, event.target.checked)}
              >
                {titleOf(task)}
                <br />
                <span className="quiet">
                  {task.due.due === null ? '' : `${longDay(task.due.due)}到期，`}
                  {task.assignments
                    .filter(({ role }) => role !== 'cooperating')
                    .slice(0, 4)
                    .map(({ unitName }) => unitName)
                    .join('、')}
                </span>
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
