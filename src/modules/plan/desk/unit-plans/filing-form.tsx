/** A unit files its plan: a file, or lines that can be drawn up from its tasks at once. Kept on the server while typed. */
import { Button, Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import type { KeptLedgerFile } from '../../contract/ledger.ts';
import type { TaskRow } from '../../contract/tasks.ts';
import { fileUnitPlanSchema, mostUnitPlanLines, type UnitPlanView } from '../../contract/unit-plans.ts';
import { EvidenceFiles } from '../ledger/evidence-files.tsx';
import { RowsControl } from '../ledger/rows-control.tsx';

interface LineFields {
  body: string;
  owner: string;
  dueOn: string;
  taskId: string | null;
}

interface FilingFields {
  note: string;
  files: KeptLedgerFile[];
  lines: LineFields[];
}

const emptyLine: LineFields = { body: '', owner: '', dueOn: '', taskId: null };

function linesOfTasks(tasks: readonly TaskRow[]): LineFields[] {
  return tasks.slice(0, mostUnitPlanLines).map((task) => ({
    body: task.requirement.slice(0, 300),
    owner: '',
    dueOn: task.due.due ?? '',
    taskId: task.id,
  }));
}

export function FilingForm(props: {
  readonly planId: string;
  readonly unitId: string;
  /** The filing before, from which the next one begins. */
  readonly former: UnitPlanView | undefined;
  readonly onDone: () => void;
}) {
  const { planId, unitId, former, onDone } = props;
  const say = useSay();
  const own = useApi<{ rows: TaskRow[] }>(`/plans/${planId}/tasks`, { unitId, limit: mostUnitPlanLines });
  const tasks = own.data?.rows ?? [];
  const file = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/plans/${planId}/unit-plans`, body }),
    changes: ['/plans', '/todos'],
  });
  const initial: FilingFields = {
    note: former?.note ?? '',
    files: former?.file == null ? [] : [former.file],
    lines: (former?.lines ?? []).map((line) => ({ ...line, dueOn: line.dueOn ?? '' })),
  };
  const form = useContractForm({
    contract: fileUnitPlanSchema,
    initial,
    draft: serverDraft<FilingFields>('plan.unitPlan', `${planId}.${unitId}`),
    toInput: ({ note, files, lines }) => ({
      unitId,
      note: note.trim() === '' ? null : note,
      fileId: files[0]?.fileId ?? null,
      lines: lines
        .filter((line) => line.body.trim() !== '')
        .map(({ body, owner, dueOn, taskId }) => ({
          body,
          owner,
          dueOn: dueOn === '' ? null : dueOn,
          taskId,
        })),
    }),
    submit: async (value) => {
      await file.mutateAsync(value);
      say.done('已报送，主管部门确认后会通知您');
      onDone();
    },
  });
  const taskOptions = tasks.map((task) => ({
    value: task.id,
    label: `${task.no === null ? '' : `第${task.no}项 `}${task.item ?? task.requirement.slice(0, 24)}`,
  }));
  return (
    <FormFrame form={form} verb="报送">
      <FormField
        form={form}
        name="files"
        at="fileId"
        label="方案或清单文件"
        optional
        hint="盖章的扫描件或 Word、PDF 原件。"
      >
        {({ id, value, onChange, 'aria-describedby': note }) => (
          <EvidenceFiles id={id} value={value} onChange={onChange} most={1} aria-describedby={note} />
        )}
      </FormField>
      <FormField form={form} name="lines" label="逐条任务" optional hint="做什么、谁负责、哪天完成。">
        {({ id, value, onChange }) => (
          <>
            {value.length > 0 || tasks.length === 0 ? null : (
              <Button className="unit-plan-draw-up" onClick={() => onChange(linesOfTasks(tasks))}>
                按本单位的{tasks.length}项任务生成，再补责任人
              </Button>
            )}
            <RowsControl
              id={id}
              rows={value}
              onChange={onChange}
              empty={emptyLine}
              most={mostUnitPlanLines}
              what="一条"
            >
              {(line, change, index) => (
                <div className="unit-plan-line">
                  <TextArea
                    value={line.body}
                    rows={2}
                    onChange={(body) => change({ body })}
                    placeholder="做什么"
                    aria-label={`第${index + 1}条做什么`}
                  />
                  <TextInput
                    value={line.owner}
                    onChange={(owner) => change({ owner })}
                    placeholder="责任人或科室"
                    aria-label={`第${index + 1}条责任人`}
                  />
                  <DayInput
                    value={line.dueOn}
                    onChange={(dueOn) => change({ dueOn })}
                    aria-label={`第${index + 1}条完成日期`}
                  />
                  <Select
                    value={line.taskId}
                    allowClear
                    placeholder="对应上级任务"
                    aria-label={`第${index + 1}条对应的上级任务`}
                    options={taskOptions}
                    onChange={(taskId: string | undefined) => change({ taskId: taskId ?? null })}
                  />
                </div>
              )}
            </RowsControl>
          </>
        )}
      </FormField>
      <FormField form={form} name="note" label="说明" optional>
        {(control) => <TextArea {...control} rows={2} maxLength={1000} />}
      </FormField>
    </FormFrame>
  );
}
