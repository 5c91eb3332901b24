/** The items of an agenda while a meeting is planned: kind, title, and for a hearing the unit that reports. */
import { Button, Select } from 'antd';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { type AgendaKind, agendaKinds } from '../../rules/meetings.ts';
import { agendaKindTitles } from '../../words/meetings.ts';

export interface AgendaFields {
  readonly kind: AgendaKind;
  readonly title: string;
  readonly unitId: string | null;
}

export function AgendaControl(props: {
  readonly id: string;
  readonly value: readonly AgendaFields[];
  readonly onChange: (items: AgendaFields[]) => void;
}) {
  const { id, value, onChange } = props;
  const change = (at: number, next: Partial<AgendaFields>) =>
    onChange(value.map((item, index) => (index === at ? { ...item, ...next } : item)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: the label outside names it, a legend would say it twice
    <div id={id} role="group" aria-label="议程" tabIndex={-1}>
      <ol className="record-agenda">
        {value.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place in the agenda
          <li key={at}>
            <Select<AgendaKind>
              aria-label={`第${at + 1}项的类别`}
              value={item.kind}
              onChange={(kind) => change(at, { kind })}
              options={agendaKinds.map((kind) => ({ value: kind, label: agendaKindTitles[kind] }))}
            />
            <TextInput
              aria-label={`第${at + 1}项议题`}
              placeholder="议题"
              value={item.title}
              maxLength={300}
              onChange={(title) => change(at, { title })}
            />
            {item.kind === 'hearing' ? (
              <UnitPicker
                aria-label={`第${at + 1}项的汇报单位`}
                placeholder="汇报单位"
                value={item.unitId}
                onChange={(unitId) => change(at, { unitId })}
              />
            ) : null}
            <Button
              size="small"
              aria-label={`删去第${at + 1}项`}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              删去
            </Button>
          </li>
        ))}
      </ol>
      <Button onClick={() => onChange([...value, { kind: 'hearing', title: '', unitId: null }])}>
        添加议题
      </Button>
    </div>
  );
}
