/** Asks for a line or two of words: what a picture shows, how a table is called. */
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';

export interface AskedWords {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly most: number;
}

export function WordsDialog(props: {
  readonly title: string;
  readonly verb: string;
  readonly asked: readonly AskedWords[];
  readonly onDone: (values: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
}) {
  const { asked } = props;
  const [values, setValues] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(asked.map(({ name, value }) => [name, value])),
  );
  const [isTried, setTried] = useState(false);
  const lacks = ({ name, isRequired }: AskedWords) => isRequired && (values[name] ?? '').trim() === '';
  return (
    <Modal open title={props.title} footer={null} onCancel={props.onClose} width={480} destroyOnHidden>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setTried(true);
          if (!asked.some(lacks)) props.onDone(values);
        }}
      >
        {asked.map((one, index) => (
          <div key={one.name} className="form-field">
            <label className="form-label" htmlFor={`rich-words-${one.name}`}>
              {one.label}
              {one.isRequired ? null : <span className="form-optional">（可不填）</span>}
            </label>
            <Input
              id={`rich-words-${one.name}`}
              autoFocus={index === 0}
              value={values[one.name] ?? ''}
              maxLength={one.most}
              status={isTried && lacks(one) ? 'error' : ''}
              aria-describedby={`rich-words-${one.name}-note`}
              onChange={(event) => setValues({ ...values, [one.name]: event.target.value })}
            />
            <p id={`rich-words-${one.name}-note`} className="form-note">
              {isTried && lacks(one) ? <span className="form-fault">▲ 请填写。</span> : null}
              {one.hint}
            </p>
          </div>
        ))}
        <Button type="primary" htmlType="submit">
          {props.verb}
        </Button>
      </form>
    </Modal>
  );
}
