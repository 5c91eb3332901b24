/** One field of a form: label, hint, fault, and the wiring that readers and the error summary need. */
import { type ReactNode, useEffect } from 'react';
import type { ContractForm } from './use-contract-form.ts';

/** What a control is given; text controls, pickers and choices all take these. */
export interface FieldControl<Value> {
  readonly id: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly status: 'error' | '';
  readonly 'aria-describedby': string;
}

export interface FormFieldProps<Values extends object, Name extends keyof Values & string> {
  readonly form: ContractForm<Values>;
  readonly name: Name;
  /** Where the contract's input holds it, when `toInput` moves it: `jurisdiction.name`. */
  readonly at?: string;
  /** Tells several controls of one value apart; the control says which part it changes. */
  readonly part?: string;
  readonly label: string;
  /** Why it is asked or how it is written. */
  readonly hint?: ReactNode;
  /** Marks a field that may stay empty. */
  readonly optional?: boolean;
  readonly children: (control: FieldControl<Values[Name]>) => ReactNode;
}

export function FormField<Values extends object, Name extends keyof Values & string>({
  form,
  name,
  at = name,
  part,
  label,
  hint,
  optional = false,
  children,
}: FormFieldProps<Values, Name>) {
  const id = part === undefined ? `${form.id}-${name}` : `${form.id}-${name}-${part}`;
  const fault = faultAt(form, at);
  useEffect(() => {
    form.fields.set(at, { id, label });
    return () => {
      form.fields.delete(at);
    };
  }, [form.fields, at, id, label]);
  return (
    <div className={fault === undefined ? 'form-field' : 'form-field form-field-faulty'}>
      <label className="form-label" htmlFor={id}>
        {label}
        {optional ? <span className="form-optional">（可不填）</span> : null}
      </label>
      {children({
        id,
        value: form.values[name],
        onChange: (value) => form.setField(name, value),
        status: fault === undefined ? '' : 'error',
        'aria-describedby': `${id}-note`,
      })}
      <div id={`${id}-note`} className="form-note">
        {fault === undefined ? null : <span className="form-fault">▲ {fault}</span>}
        {hint === undefined ? null : <span>{hint}</span>}
      </div>
    </div>
  );
}

function faultAt<Values extends object>(form: ContractForm<Values>, at: string): string | undefined {
  const path = Object.keys(form.faults).find((one) => one === at || one.startsWith(`${at}.`));
  return path === undefined ? undefined : form.faults[path];
}
