/** The frame of a form: error summary with focus, restored draft, fields, and the one button that sends it. */
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import { RefusalNotice } from '../refusal-notice/refusal-notice.tsx';
import type { ContractForm } from './use-contract-form.ts';
import './form-frame.css';

export interface FormFrameProps<Values extends object> {
  readonly form: ContractForm<Values>;
  /** The verb on the button: “保存”, “登录”. */
  readonly verb: string;
  readonly children: ReactNode;
  /** Further buttons beside it. */
  readonly actions?: ReactNode;
  readonly danger?: boolean;
}

export function FormFrame<Values extends object>({
  form,
  verb,
  children,
  actions,
  danger = false,
}: FormFrameProps<Values>) {
  return (
    <form
      className="form-frame"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      {form.error === undefined ? null : <RefusalNotice error={form.error} takesFocus />}
      <FaultSummary form={form} />
      {form.draft.restoredAt === undefined ? null : (
        <p className="form-draft" role="status">
          已恢复{instantWords(instantOf(form.draft.restoredAt))}未提交的内容。
          <Button type="link" size="small" onClick={() => form.reset()}>
            丢弃，从头填写
          </Button>
        </p>
      )}
      {children}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={form.sending} danger={danger}>
          {verb}
        </Button>
        {actions}
        {form.draft.keptAt === undefined ? null : <span className="form-kept">草稿已自动保存</span>}
      </div>
    </form>
  );
}

/** Lists every fault with a link to its field; takes the focus after each try that found some. */
function FaultSummary<Values extends object>({ form }: { readonly form: ContractForm<Values> }) {
  const box = useRef<HTMLDivElement>(null);
  const places = [...form.fields.keys()];
  const placeOf = (path: string) => places.findIndex((one) => path === one || path.startsWith(`${one}.`));
  const paths = Object.keys(form.faults).sort((a, b) => placeOf(a) - placeOf(b));
  const { tries, error } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every try moves the focus, also when it finds the same faults
  useEffect(() => {
    if (error === undefined) box.current?.focus();
  }, [tries]);
  if (paths.length === 0 || error !== undefined) return null;
  return (
    <div ref={box} className="fault-summary" role="alert" tabIndex={-1}>
      <p>还有{paths.length}处需要您改一下：</p>
      <ul>
        {paths.map((path) => {
          const field = fieldOf(form, path);
          return (
            <li key={path}>
              <button type="button" onClick={() => document.getElementById(field?.id ?? '')?.focus()}>
                {field?.label ?? '填写内容'}：{form.faults[path]}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The field a fault belongs to: that of its path, or of the nearest part of the path. */
function fieldOf<Values extends object>({ fields }: ContractForm<Values>, path: string) {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const field = fields.get(parts.slice(0, length).join('.'));
    if (field !== undefined) return field;
  }
  return undefined;
}
