/** What the three record screens share: export menu, task choice, unit choice of the officer, a day that may be empty. */
import { DownOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { Link } from 'react-router';
import { ActionMenu } from '#desk/components/action-menu/action-menu.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { type ApiQuery, apiAddress } from '#desk/data/call-api.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { PlanSummary } from '../../contract/tasks.ts';
import { usePlanMarks } from '../board/use-plan-marks.ts';

/** Downloads a list as its filters stand. */
export function RecordExport({ path, query }: { readonly path: string; readonly query: ApiQuery }) {
  const download = (format: 'xlsx' | 'csv') => window.location.assign(apiAddress(path, { ...query, format }));
  return (
    <ActionMenu
      sections={[
        {
          actions: [
            { key: 'xlsx', label: 'Excel 表格（.xlsx）', run: () => download('xlsx') },
            { key: 'csv', label: '纯文本表格（.csv）', run: () => download('csv') },
          ],
        },
      ]}
    >
      导出全部 <DownOutlined />
    </ActionMenu>
  );
}

interface TasksChoiceProps {
  readonly id: string;
  readonly value: string[];
  readonly onChange: (taskIds: string[]) => void;
}

/** Chooses tasks of the newest plan. */
export function TasksChoice({ id, value, onChange }: TasksChoiceProps) {
  const plans = useApi<{ rows: PlanSummary[] }>('/plans');
  const planId = plans.data?.rows[0]?.id;
  const board = usePlanMarks(planId);
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      value={value}
      onChange={onChange}
      placeholder="查找任务"
      optionFilterProp="label"
      options={(board.data?.tasks ?? []).map((task) => ({
        value: task.id,
        label: `${task.no === null ? '' : `第${task.no}项 `}${task.item ?? ''} ${task.words}`,
      }))}
    />
  );
}

/** Links to the tasks a record is tied to. */
export function TaskLinks({ tasks }: { readonly tasks: readonly { id: string; title: string }[] }) {
  return (
    <>
      {tasks.map((task) => (
        <div key={task.id}>
          <Link to={`/plan/tasks/${task.id}`}>{task.title}</Link>
        </div>
      ))}
    </>
  );
}

/** The unit in whose name the officer works. */
export function useOwnUnitId(): string {
  const [unit] = useActingUnit();
  return unit?.id ?? '';
}

/** An empty text stands for nothing. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
