/** What the checks find in the words of a letter, asked for when somebody wants to know. */
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { letterChecksSchema } from '../../contract/letters.ts';

const severityWords = { block: '▲ 不得发出', confirm: '◇ 请核对', hint: '○ 提示' } as const;

export function LetterChecks({ letterId, version }: { readonly letterId: string; readonly version: number }) {
  const [asked, setAsked] = useState<number>();
  const { data, error, isFetching } = useApi<z.infer<typeof letterChecksSchema>>(
    `/request-letters/${letterId}/checks`,
    { version },
    { enabled: asked === version },
  );
  return (
    <section aria-labelledby="letter-checks">
      <h2 id="letter-checks">检测</h2>
      <Button size="small" loading={isFetching} onClick={() => setAsked(version)}>
        检测用语、格式和敏感内容
      </Button>
      {error === null ? null : <RefusalNotice error={error} />}
      {data === undefined ? null : (
        <div role="status">
          {data.findings.length === 0 ? <p>没有发现问题。</p> : null}
          <ul className="request-findings">
            {data.findings.map(({ severity, text, reason, suggestion }, index) => (
              <li key={`${text}-${String(index)}`}>
                <strong>{severityWords[severity]}</strong> “{text}”：{reason}
                {suggestion === null ? '' : `，建议改为“${suggestion}”`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
