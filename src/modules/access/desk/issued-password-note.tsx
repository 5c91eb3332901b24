/** A one-time password, shown once to the administrator who hands it over. */
import { Button } from 'antd';
import { useSay } from '#desk/components/say/use-say.tsx';
import type { IssuedPassword } from '../contract.ts';
import { useOnceShown } from './use-once-shown.ts';

export interface IssuedPasswordNoteProps {
  readonly issued: readonly IssuedPassword[];
  readonly onKept: () => void;
}

export function IssuedPasswordNote({ issued, onKept }: IssuedPasswordNoteProps) {
  useOnceShown();
  const say = useSay();
  const copy = async () => {
    const text = issued.map((one) => `${one.loginName}\t${one.initialPassword}`).join('\n');
    await navigator.clipboard.writeText(text);
    say.done('已复制');
  };
  return (
    <section role="status">
      <p>请当面或用可靠的方式交给本人。只显示这一次；本人首次登录必须更换。</p>
      <ul className="plain-list">
        {issued.map((one) => (
          <li key={one.accountId}>
            账号名 <code className="secret-words">{one.loginName}</code>
            <br />
            初始密码 <code className="secret-words">{one.initialPassword}</code>
          </li>
        ))}
      </ul>
      <p className="detail-actions">
        <Button type="primary" onClick={onKept}>
          我已记下
        </Button>
        {'clipboard' in navigator ? <Button onClick={() => void copy()}>复制</Button> : null}
        <Button onClick={() => window.print()}>打印</Button>
      </p>
    </section>
  );
}
