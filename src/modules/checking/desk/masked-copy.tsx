/** The text with personal data covered, to be copied; nothing of it is kept. */
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { type ApiNo, noOf } from '#desk/data/answer.ts';
import { callApi } from '#desk/data/call-api.ts';

export function MaskedCopy(props: { readonly text: string; readonly isPublishedList: boolean }) {
  const { text, isPublishedList } = props;
  const say = useSay();
  const [masked, setMasked] = useState<string>();
  const [error, setError] = useState<ApiNo>();
  useEffect(() => {
    const controller = new AbortController();
    callApi<{ readonly text: string }>({
      method: 'POST',
      path: '/checks/masked',
      body: { text, isPublishedList },
      signal: controller.signal,
    }).then(
      (reply) => setMasked(reply.text),
      (problem: unknown) => {
        if (!controller.signal.aborted) setError(noOf(problem));
      },
    );
    return () => controller.abort();
  }, [text, isPublishedList]);
  if (error !== undefined) return <RefusalNotice error={error} />;
  if (masked === undefined) return <Loading what="脱敏副本" lines={4} />;
  return (
    <div className="check-masked">
      <p>
        {masked === text
          ? '没有需要脱敏的个人信息。'
          : '证件号、电话、卡号等已按默认规则遮盖；姓名、住址等请自行判断。'}
      </p>
      <Input.TextArea aria-label="脱敏后的文字" readOnly value={masked} rows={14} />
      <Button
        type="primary"
        onClick={() => void navigator.clipboard.writeText(masked).then(() => say.done('已复制脱敏后的文字'))}
      >
        复制
      </Button>
    </div>
  );
}
