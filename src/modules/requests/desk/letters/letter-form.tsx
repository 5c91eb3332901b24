/** The entries of a letter, prefilled from the case; what is lacking is marked at its field. */
import { Button, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { holdUnsaved } from '#desk/data/unsaved.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { LetterDetail, LetterFieldView } from '../../contract/letters.ts';

interface FieldProps {
  readonly field: LetterFieldView;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

function EntryControl({
  field,
  value,
  disabled,
  onChange,
  id,
  hintId,
}: FieldProps & { id: string; hintId: string }) {
  const shared = { id, value, disabled, onChange, 'aria-describedby': hintId };
  switch (field.shape.kind) {
    case 'day':
      return <DayInput {...shared} />;
    case 'choice':
      return (
        <Select<string>
          {...shared}
          value={value === '' ? null : value}
          allowClear
          onChange={(next) => onChange(next ?? '')}
          options={Object.entries(field.shape.options).map(([option, label]) => ({ value: option, label }))}
        />
      );
    case 'text':
      return (
        <TextArea {...shared} rows={value.length > 60 || value.includes('\n') ? 4 : 2} maxLength={5000} />
      );
  }
}

function Entry(props: FieldProps) {
  const id = useId();
  const hintId = useId();
  const { field, value } = props;
  const lacks = field.missing && value.trim() === '';
  return (
    <div className="form-field">
      <label className="form-label" htmlFor={id}>
        {field.label}
        {lacks ? <span className="form-fault">　◇ 待填写</span> : null}
      </label>
      <EntryControl {...props} id={id} hintId={hintId} />
      <p className="form-note" id={hintId}>
        {field.hint}
      </p>
    </div>
  );
}

export function LetterForm({
  letter,
  onDirty,
}: {
  readonly letter: LetterDetail;
  readonly onDirty: (dirty: boolean) => void;
}) {
  const say = useSay();
  const [entered, setEntered] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(letter.fields.map(({ name, value }) => [name, value])),
  );
  const isDirty = letter.fields.some(({ name, value }) => entered[name] !== value);
  const mayEdit = letter.actions.includes('edit');
  const save = useCommand<{ version: number; entered: Readonly<Record<string, string>> }>({
    call: (body) => ({ method: 'PUT', path: `/request-letters/${letter.id}`, body }),
    changes: ['/request-letters', '/requests'],
    onDone: () => say.done('已保存'),
  });
  useEffect(() => {
    onDirty(isDirty);
    return isDirty ? holdUnsaved(() => true) : undefined;
  }, [isDirty, onDirty]);
  if (letter.fields.length === 0) return <p className="quiet">这种文书没有需要填写的内容。</p>;
  return (
    <form
      className="request-entries"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ version: letter.version, entered });
      }}
    >
      {letter.fields.map((field) => (
        <Entry
          key={field.name}
          field={field}
          value={entered[field.name] ?? ''}
          disabled={!mayEdit}
          onChange={(value) => setEntered((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {save.error === null ? null : <RefusalNotice error={save.error} takesFocus />}
      {mayEdit ? (
        <Button htmlType="submit" loading={save.isPending} disabled={!isDirty}>
          保存并更新预览
        </Button>
      ) : null}
    </form>
  );
}
