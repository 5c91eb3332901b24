/** A refusal, a fault or a broken connection as people read it: what happened, why, what to do, and the article behind it. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { type ApiNo, noOf } from '../../data/answer.ts';
import './refusal-notice.css';

export interface RefusalNoticeProps {
  /** Anything thrown; what is no `ApiNo` is shown as a fault without its own words. */
  readonly error: unknown;
  /** Offers the button “再试一次”. */
  readonly onRetry?: () => void;
  /** Moves the focus here when it appears: after a button was pressed. */
  readonly takesFocus?: boolean;
}

export function RefusalNotice({ error, onRetry, takesFocus = false }: RefusalNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  const no = noOf(error);
  useEffect(() => {
    if (takesFocus && error !== undefined) box.current?.focus();
  }, [error, takesFocus]);
  return (
    <div ref={box} className={`refusal-notice refusal-${no.kind}`} role="alert" tabIndex={-1}>
      <p className="refusal-what">
        <span aria-hidden="true">{no.kind === 'refused' ? '▲' : '◇'}</span> {no.sentence.what}
      </p>
      <RefusalReasons no={no} />
      {onRetry === undefined ? null : (
        <Button size="small" onClick={onRetry}>
          再试一次
        </Button>
      )}
    </div>
  );
}

function RefusalReasons({ no }: { readonly no: ApiNo }) {
  const { why, todo } = no.sentence;
  return (
    <dl>
      {why === undefined ? null : (
        <>
          <dt>原因</dt>
          <dd>{why}</dd>
        </>
      )}
      {no.article === undefined ? null : (
        <>
          <dt>依据</dt>
          <dd>{no.article}</dd>
        </>
      )}
      {todo === '' ? null : (
        <>
          <dt>怎么办</dt>
          <dd>{todo}</dd>
        </>
      )}
      {no.fields.length === 0 ? null : (
        <>
          <dt>请检查</dt>
          <dd>
            <ul>
              {no.fields.map((field) => (
                <li key={field.path}>{field.message}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
