/** The control for one parameter of a measure, by its kind. */
import { Checkbox, InputNumber, Select } from 'antd';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import type { MeasureParameter } from '../../contract/measuring.ts';

export type ParameterValue = string | number | boolean;

export function ParameterControl(props: {
  parameter: MeasureParameter;
  value: ParameterValue | undefined;
  onChange: (value: ParameterValue) => void;
}) {
  const { parameter, value, onChange } = props;
  const label = parameter.title;
  switch (parameter.kind) {
    case 'flag':
      return (
        <Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {label}
        </Checkbox>
      );
    case 'choice':
      return (
        <Select
          aria-label={label}
          value={String(value ?? '')}
          options={parameter.choices.map((choice) => ({ ...choice }))}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <InputNumber
          aria-label={label}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onChange(next ?? 0)}
        />
      );
    case 'text':
      return <TextInput aria-label={label} value={String(value ?? '')} onChange={onChange} />;
  }
}
