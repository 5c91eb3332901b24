/** Text controls that hand their value, not an event: they take what a `FormField` gives. */
import { Input } from 'antd';

interface TextControlProps {
  readonly id?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly status?: 'error' | '';
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly 'aria-describedby'?: string;
  readonly 'aria-label'?: string;
}

export interface TextInputProps extends TextControlProps {
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'url';
}

export function TextInput({ onChange, ...rest }: TextInputProps) {
  return <Input autoComplete="off" {...rest} onChange={(event) => onChange(event.target.value)} />;
}

export interface TextAreaProps extends TextControlProps {
  readonly rows?: number;
}

export function TextArea({ onChange, rows = 4, ...rest }: TextAreaProps) {
  return (
    <Input.TextArea
      {...rest}
      rows={rows}
      className="text-area"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export interface PasswordInputProps extends TextControlProps {
  readonly autoComplete: 'current-password' | 'new-password';
}

export function PasswordInput({ onChange, ...rest }: PasswordInputProps) {
  return <Input.Password {...rest} onChange={(event) => onChange(event.target.value)} />;
}
