/** One task under correction: every field editable in place, doubts with their reason beside the field. */
import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { longDay } from '#kernel/day-words.ts';
import type { AssignmentRole, DraftEdit, DraftTask } from '../../rules/shapes.ts';

type TextField = 'section' | 'subsection' | 'item' | 'requirement' | 'deadlineText';
type FlaggedField = DraftTask['flags'][number]['field'];

const textTitles: Readonly<Record<TextField, string>> = {
  section: '章节',
  subsection: '小节',
  item: '事项',
  requirement: '任务内容',
  deadlineText: '完成时限',
};

const roleTitles: Readonly<Record<AssignmentRole, string>> = {
  lead: '牵头单位',
  responsible: '责任单位',
  cooperating: '配合单位',
};

interface FieldProps {
  readonly task: DraftTask;
  readonly edit: (...edits: DraftEdit[]) => void;
}

/** A labelled field with its doubts; “无误” says that a person has looked. */
function FlaggedField({
  task,
  edit,
  field,
  title,
  children,
}: FieldProps & { field: FlaggedField; title: string; children: (id: string) => ReactNode }) {
  const id = useId();
  const flags = task.flags.filter((flag) => flag.field === field);
  const open = flags.some((flag) => !flag.settled);
  return (
    <div className={open ? 'draft-field draft-field-doubtful' : 'draft-field'} data-field={field}>
      <label htmlFor={id}>
        {title}
        {task.inherited.includes(field) ? (
          <span className="draft-inherited">取自上方合并单元格或标题</span>
        ) : null}
      </label>
      {children(id)}
      {flags.length === 0 ? null : (
        <p className="draft-doubt">
          <span aria-hidden="true">{open ? '◇' : '●'}</span>
          {[...new Set(flags.map((flag) => flag.reason))].join('；')}
          <Button
            size="small"
            type="link"
            onClick={() => edit({ op: 'settleFlag', key: task.key, field, settled: open })}
          >
            {open ? '核对无误' : '重新标为存疑'}
          </Button>
        </p>
      )}
    </div>
  );
}

/** About what a line of the editor holds; antd's own growing measures with inline styles, which the CSP forbids. */
const charactersPerLine = 20;

/** Keeps what is typed until the field is left, so that a correction is one step and one undo. */
function LeavingInput({
  id,
  value,
  rows,
  onLeave,
}: {
  id: string;
  value: string | null;
  rows: number;
  onLeave: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const leave = () => {
    if (typed !== (value ?? '')) onLeave(typed);
  };
  return rows === 1 ? (
    <Input
      id={id}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  ) : (
    <Input.TextArea
      id={id}
      className="draft-textarea"
      rows={Math.max(rows, Math.min(14, Math.ceil(typed.length / charactersPerLine)))}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
    />
  );
}

function TextFields({ task, edit, fields }: FieldProps & { fields: readonly TextField[] }) {
  return fields.map((field) => (
    <FlaggedField
      key={field}
      task={task}
      edit={edit}
      field={field === 'deadlineText' ? 'deadline' : field}
      title={textTitles[field]}
    >
      {(id) => (
        <LeavingInput
          id={id}
          value={task[field]}
          rows={field === 'requirement' ? 3 : 1}
          onLeave={(value) =>
            edit({ op: 'setText', key: task.key, field, value: value.trim() === '' ? null : value.trim() })
          }
        />
      )}
    </FlaggedField>
  ));
}

function deadlineWords({ deadline }: DraftTask): string {
  const day = deadline.date === null ? '' : longDay(deadline.date);
  const milestones = deadline.milestones.map((milestone) => `${longDay(milestone.date)}${milestone.text}`);
  const after = deadline.thenOngoing ? '，此后长期坚持' : '';
  switch (deadline.kind) {
    case 'date':
      return milestones.length > 1 ? `分步完成：${milestones.join('；')}${after}` : `${day}前完成${after}`;
    case 'allYear':
      return `全年，最后一日${day}`;
    case 'ongoing':
      return '持续推进，没有截止日期';
    case 'relative':
      return `${deadline.from ?? '从某件事'}起${deadline.days ?? '？'}${deadline.dayUnit === 'working' ? '个工作日' : '日'}内`;
    case 'none':
      return '没有读出期限';
  }
}

export function TaskEditor({ task, edit }: FieldProps) {
  const confirm = useConfirm();
  const name = task.no === null ? '这项任务' : `第${task.no}项任务`;
  const remove = async () => {
    const agreed = await confirm({ verb: '删除', name, consequence: '从草稿中删除，可以用“撤销”找回。' });
    if (agreed) edit({ op: 'removeTask', key: task.key });
  };
  return (
    <div className="draft-editor">
      <FlaggedField task={task} edit={edit} field="no" title="序号">
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={99_999}
            value={task.no}
            onBlur={(event) => {
              const value = event.target.value === '' ? null : Number(event.target.value);
              if (value !== task.no && !Number.isNaN(value)) edit({ op: 'setNo', key: task.key, value });
            }}
          />
        )}
      </FlaggedField>
      <TextFields task={task} edit={edit} fields={['section', 'subsection', 'item', 'requirement']} />
      {(['lead', 'responsible', 'cooperating'] as const).map((role) => (
        <FlaggedField key={role} task={task} edit={edit} field={role} title={roleTitles[role]}>
          {(id) => (
            <Select<string[]>
              id={id}
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={['、', '，', ',', '；']}
              value={task[role]}
              placeholder="输入单位名称后按回车，可一次粘贴多个"
              onChange={(names) => edit({ op: 'setUnits', key: task.key, role, names })}
            />
          )}
        </FlaggedField>
      ))}
      <TextFields task={task} edit={edit} fields={['deadlineText']} />
      <p className="draft-deadline">读作：{deadlineWords(task)}</p>
      {task.quotas.length === 0 ? null : (
        <p className="draft-deadline">数量要求：{task.quotas.map((quota) => quota.text).join('；')}</p>
      )}
      <Button danger size="small" onClick={() => void remove()}>
        删除{name}
      </Button>
    </div>
  );
}
