/** The fields a kind of item declares, drawn from its schema: a new kind needs no form of its own. */
import { Button, Input, InputNumber, Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import type { FieldValue } from '../rules/content.ts';
import type { FieldSpec, ItemKind } from '../rules/kinds/item-kind.ts';

type Values = Readonly<Record<string, FieldValue>>;

export function KindFields(props: {
  readonly kind: ItemKind;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}) {
  const { kind, values, onChange } = props;
  if (kind.fields.length === 0) return null;
  return (
    <fieldset className="item-kind-fields">
      <legend>{kind.title}的要素</legend>
      {kind.fields.map((field) => (
        <KindField
          key={field.key}
          field={field}
          value={values[field.key] ?? null}
          onChange={(value) => onChange({ ...values, [field.key]: value })}
        />
      ))}
    </fieldset>
  );
}

interface FieldProps {
  readonly field: FieldSpec;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
}

function KindField({ field, value, onChange }: FieldProps) {
  const id = `item-field-${field.key}`;
  const label = (
    <>
      {field.title}
      {field.isRequired === true ? null : <span className="form-optional">（可不填）</span>}
    </>
  );
  if (field.type === 'rows')
    return (
      <div className="form-field item-field-wide">
        <p className="form-label" id={id}>
          {label}
        </p>
        <RowsField field={field} labelId={id} value={value} onChange={onChange} />
        <p className="form-note">{field.hint}</p>
      </div>
    );
  return (
    <div className={field.type === 'longText' ? 'form-field item-field-wide' : 'form-field'}>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <OneField id={id} field={field} value={value} onChange={onChange} />
      <p id={`${id}-note`} className="form-note">
        {field.hint}
      </p>
    </div>
  );
}

const textOf = (value: FieldValue) => (typeof value === 'string' ? value : '');

function OneField({ id, field, value, onChange }: FieldProps & { readonly id: string }) {
  const text = { id, value: textOf(value), 'aria-describedby': `${id}-note` };
  const setText = (typed: string) => onChange(typed === '' ? null : typed);
  switch (field.type) {
    case 'day':
      return <DayInput {...text} onChange={setText} />;
    case 'longText':
      return <TextArea {...text} onChange={setText} />;
    case 'phone':
      return <TextInput {...text} inputMode="tel" onChange={setText} />;
    case 'number':
    case 'money': {
      // Money is kept in fen and typed in yuan.
      const unit = field.type === 'money' ? 100 : 1;
      return (
        <InputNumber<number>
          id={id}
          aria-describedby={`${id}-note`}
          value={typeof value === 'number' ? value / unit : null}
          {...(field.type === 'money' ? { precision: 2, suffix: '元' } : {})}
          onChange={(typed) => onChange(typed === null ? null : Math.round(typed * unit * 1e6) / 1e6)}
        />
      );
    }
    case 'choice':
      return (
        <Select<string>
          id={id}
          allowClear
          aria-describedby={`${id}-note`}
          value={textOf(value) === '' ? null : textOf(value)}
          onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
          options={field.choices.map((choice) => ({ value: choice.value, label: choice.title }))}
        />
      );
    case 'text':
    case 'address':
      return <TextInput {...text} onChange={setText} />;
    case 'rows':
      return null;
  }
}

type Row = Readonly<Record<string, string>>;

/** A small table: one line for each row, added and taken away one by one. */
function RowsField(props: {
  readonly field: FieldSpec & { readonly type: 'rows' };
  readonly labelId: string;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
}) {
  const { field, labelId, value, onChange } = props;
  const rows: readonly Row[] = typeof value === 'object' && value !== null ? value : [];
  return (
    <div className="item-rows">
      <table aria-labelledby={labelId}>
        <thead>
          <tr>
            {field.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.title}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
            <tr key={index}>
              {field.columns.map((column) => (
                <td key={column.key}>
                  <Input
                    aria-label={`${column.title}，第${index + 1}行`}
                    value={row[column.key] ?? ''}
                    onChange={(event) =>
                      onChange(
                        rows.map((one, at) =>
                          at === index ? { ...one, [column.key]: event.target.value } : one,
                        ),
                      )
                    }
                  />
                </td>
              ))}
              <td>
                <Button
                  size="small"
                  aria-label={`删去第${index + 1}行`}
                  onClick={() => onChange(rows.filter((_, at) => at !== index))}
                >
                  删去
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" onClick={() => onChange([...rows, {}])}>
        加一行
      </Button>
    </div>
  );
}
