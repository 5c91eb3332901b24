/** The plan's own data above its tasks: title, year, document number, issuer, day of issue. */
import { Input, InputNumber } from 'antd';
import { useEffect, useId, useState } from 'react';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { parseDay } from '#kernel/day.ts';
import type { DraftEdit, DraftHead } from '../../rules/shapes.ts';

interface HeadFormProps {
  readonly head: DraftHead;
  readonly edit: (...edits: DraftEdit[]) => void;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

export function HeadForm({ head, edit }: HeadFormProps) {
  const id = useId();
  const [typed, setTyped] = useState(head);
  useEffect(() => setTyped(head), [head]);
  const keep = (next: DraftHead) => {
    if (JSON.stringify(next) !== JSON.stringify(head)) edit({ op: 'setHead', head: next });
  };
  return (
    <div className="head-form">
      <div className="draft-field head-form-title">
        <label htmlFor={`${id}-title`}>名称</label>
        <Input
          id={`${id}-title`}
          value={typed.title}
          status={typed.title.trim() === '' ? 'error' : ''}
          onChange={(event) => setTyped({ ...typed, title: event.target.value })}
          onBlur={() => keep(typed)}
        />
      </div>
      <div className="draft-field">
        <label htmlFor={`${id}-year`}>年份</label>
        <InputNumber
          id={`${id}-year`}
          min={2000}
          max={2100}
          value={typed.year}
          status={typed.year === null ? 'error' : ''}
          onChange={(year) => setTyped({ ...typed, year })}
          onBlur={() => keep(typed)}
        />
      </div>
      <div className="draft-field">
        <label htmlFor={`${id}-number`}>发文字号</label>
        <Input
          id={`${id}-number`}
          value={typed.docNumber ?? ''}
          onChange={(event) => setTyped({ ...typed, docNumber: orNull(event.target.value) })}
          onBlur={() => keep(typed)}
        />
      </div>
      <div className="draft-field">
        <label htmlFor={`${id}-issuer`}>印发机关</label>
        <Input
          id={`${id}-issuer`}
          value={typed.issuer ?? ''}
          onChange={(event) => setTyped({ ...typed, issuer: orNull(event.target.value) })}
          onBlur={() => keep(typed)}
        />
      </div>
      <div className="draft-field">
        <label htmlFor={`${id}-issued`}>印发日期</label>
        <DayInput
          id={`${id}-issued`}
          value={typed.issuedOn ?? ''}
          onChange={(text) => {
            const next = { ...typed, issuedOn: parseDay(text) ?? null };
            setTyped(next);
            keep(next);
          }}
        />
      </div>
    </div>
  );
}
