/** Recovery codes, shown once: to copy, to print, and to say that they are kept. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useOnceShown } from './use-once-shown.ts';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  useOnceShown();
  const [kept, setKept] = useState(false);
  const say = useSay();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    say.done('已复制');
  };
  return (
    <section>
      <h2>请保存恢复码</h2>
      <p>手机丢失或更换时，用恢复码登录。每个只能用一次，离开这一页就不再显示。</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="detail-actions">
        {'clipboard' in navigator ? <Button onClick={() => void copy()}>复制</Button> : null}
        <Button onClick={() => window.print()}>打印</Button>
      </p>
      <p>
        <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
          我已抄下或打印，存放在安全的地方
        </Checkbox>
      </p>
      <Button type="primary" disabled={!kept} onClick={onKept}>
        继续
      </Button>
    </section>
  );
}
