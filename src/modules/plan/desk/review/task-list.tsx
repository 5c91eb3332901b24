/** The tasks of a draft as a list to walk through: number, first words, marks of doubt. */
import { Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DraftTask } from '../../rules/shapes.ts';

const openFlagsOf = (task: DraftTask) => task.flags.filter((flag) => !flag.settled).length;

interface TaskListProps {
  readonly tasks: readonly DraftTask[];
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly onAdd: () => void;
}

export function TaskList({ tasks, selected, onSelect, onAdd }: TaskListProps) {
  const [only, setOnly] = useState<'all' | 'open'>('all');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (selected === undefined) return;
    const rows = list.current;
    const row = rows?.querySelector(`[data-key="${selected}"]`);
    if (rows == null || row == null) return;
    const top = row.getBoundingClientRect().top - rows.getBoundingClientRect().top;
    if (top < 0) rows.scrollTop += top;
    else if (top + row.clientHeight > rows.clientHeight)
      rows.scrollTop += top + row.clientHeight - rows.clientHeight;
  }, [selected]);
  const doubtful = tasks.filter((task) => openFlagsOf(task) > 0);
  const shown = only === 'open' ? doubtful : tasks;
  return (
    <section className="draft-list" aria-label="任务">
      <div className="draft-list-bar">
        <Segmented
          size="small"
          value={only}
          onChange={setOnly}
          options={[
            { value: 'all', label: `全部 ${tasks.length}` },
            { value: 'open', label: `存疑 ${doubtful.length}` },
          ]}
        />
        <Button size="small" onClick={onAdd}>
          添加任务
        </Button>
      </div>
      {shown.length === 0 ? <p className="plan-secondary">没有存疑的任务了，可以去对应单位。</p> : null}
      <ol ref={list}>
        {shown.map((task) => (
          <li key={task.key} data-key={task.key}>
            <button
              type="button"
              aria-current={task.key === selected}
              className={task.key === selected ? 'draft-row draft-row-selected' : 'draft-row'}
              onClick={() => onSelect(task.key)}
            >
              <span className="draft-row-no">{task.no ?? '—'}</span>
              <span className="draft-row-text">{task.item ?? task.requirement}</span>
              {openFlagsOf(task) === 0 ? null : (
                <span className="draft-row-doubt" title="存疑">
                  ◇{openFlagsOf(task)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
