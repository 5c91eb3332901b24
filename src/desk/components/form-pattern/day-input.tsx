/** Types or picks a day; the browser's own control, so that it works with the keyboard, a reader and a phone. */
import { Input } from 'antd';

export interface DayInputProps {
  readonly id?: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly disabled?: boolean;
  readonly status?: 'error' | '';
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

export function DayInput({ onChange, ...rest }: DayInputProps) {
  return (
    <Input
      {...rest}
      type="date"
      className="day-input"
      max="2200-12-31"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
