/** Chooses the tasks an order is about: the late ones by checking, any other by searching. */
import { Button, Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { PlanMarks, TaskMark } from '../../contract/marks.ts';
import type { TaskRow } from '../../contract/tasks.ts';

/** A task an order can be about, with the units that answer for it; those that only cooperate where nobody else does. */
export interface ChoosableTask extends TaskMark {
  readonly owners: readonly { readonly unitId: string; readonly unitName: string }[];
}

/** The tasks of a plan with their owners. */
export function choosableTasks({ tasks, units }: PlanMarks): ChoosableTask[] {
  const owners = new Map<number, ChoosableTask['owners']>();
  const add = (positions: readonly number[], unit: ChoosableTask['owners'][number]) => {
    for (const at of positions) owners.set(at, [...(owners.get(at) ?? []), unit]);
  };
  for (const unit of units) add([...unit.lead, ...unit.responsible], unit);
  const owned = new Set(owners.keys());
  for (const unit of units) {
    add(
      unit.cooperating.filter((at) => !owned.has(at)),
      unit,
    );
  }
  return tasks.map((task, at) => ({ ...task, owners: owners.get(at) ?? [] }));
}

/** Units that answer for these tasks, each once. */
export function ownersOf(tasks: readonly ChoosableTask[]): string[] {
  return [...new Set(tasks.flatMap(({ owners }) => owners.map(({ unitId }) => unitId)))];
}

function titleOf({ no, words }: ChoosableTask): string {
  return `${no === null ? '' : `第${no}项 `}${words}`;
}

/** Proposed words of an order about these tasks. */
export function wordsForTasks(tasks: readonly ChoosableTask[]): { subject: string; requirement: string } {
  const [only] = tasks;
  if (only === undefined) return { subject: '', requirement: '' };
  const named = tasks.map(({ no }) => (no === null ? '' : `第${no}项`)).filter((words) => words !== '');
  const subject =
    named.length > 8
      ? `${named.slice(0, 8).join('、')}等${tasks.length}项任务未按期完成`
      : `${named.join('、')}任务未按期完成`;
  const lines = tasks.map((task) => {
    const due = task.due === null ? '' : `（${longDay(task.due)}到期）`;
    return `${titleOf(task)}${due}`;
  });
  return {
    subject,
    requirement: `请对照任务要求立即办理，在期限内反馈完成情况并附佐证：\n${lines.join('\n')}`.slice(0, 4000),
  };
}

/** Due and not shown to be done. */
export function isLateTask(task: ChoosableTask, today: Day): boolean {
  return task.due !== null && task.due < today && task.standing !== 'met';
}

/** Ids of tasks with these words anywhere in them: the marks hold only the beginning. */
function useTasksWithWords(planId: string | undefined, typed: string): ReadonlySet<string> {
  const text = typed.trim();
  const found = useApi<{ rows: TaskRow[] }>(
    `/plans/${planId ?? ''}/tasks`,
    { text, limit: 50 },
    { enabled: planId !== undefined && text.length > 1, keepsLast: true },
  );
  return useMemo(() => new Set(found.data?.rows.map(({ id }) => id)), [found.data]);
}

export interface TaskChoiceProps {
  readonly planId: string | undefined;
  readonly tasks: readonly ChoosableTask[];
  readonly chosen: readonly string[];
  readonly onChange: (taskIds: string[]) => void;
}

export function TaskChoice({ planId, tasks, chosen, onChange }: TaskChoiceProps) {
  const [typed, setTyped] = useState('');
  const found = useTasksWithWords(planId, typed);
  const today = useToday();
  const late = useMemo(() => tasks.filter((task) => isLateTask(task, today)), [tasks, today]);
  const options = useMemo(
    () => tasks.map((task) => ({ value: task.id, label: titleOf(task), title: task.item ?? task.words })),
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
        onSearch={setTyped}
        filterOption={(text, option) =>
          String(option?.label).includes(text) || found.has(String(option?.value))
        }
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
                  {task.due === null ? '' : `${longDay(task.due)}到期，`}
                  {task.owners
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
