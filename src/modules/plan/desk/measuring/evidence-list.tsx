/** The rows behind a figure, each a link to what it names. */
import { Button } from 'antd';
import { useState } from 'react';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { EvidencePage } from '../../contract/measuring.ts';
import { EvidenceLink } from './evidence-link.tsx';

/** As many rows as a person reads through before filtering by unit. */
const sizes = [10, 50, 200] as const;

export function EvidenceList({ bindingId, unitId }: { bindingId: string; unitId?: string | undefined }) {
  const [step, setStep] = useState(0);
  const limit = sizes[step] ?? 200;
  const page = useApi<EvidencePage>(
    `/bindings/${bindingId}/evidence`,
    { limit, unitId },
    { keepsLast: true },
  );
  if (page.error !== null) return <RefusalNotice error={page.error} onRetry={() => void page.refetch()} />;
  if (page.data === undefined) return <p className="plan-secondary">正在取回佐证…</p>;
  const { rows, next } = page.data;
  if (rows.length === 0) return <p className="plan-secondary">没有登记的佐证。</p>;
  return (
    <>
      <ul className="evidence-list">
        {rows.map((row) => (
          <li key={row.key}>
            <span className="evidence-day">{dayTextInWords(row.day)}</span>
            <EvidenceLink address={row.address}>{row.title}</EvidenceLink>
            {row.unitName === null ? null : <span className="plan-secondary">{row.unitName}</span>}
            {row.isPublic ? null : <span className="plan-secondary">不对外公开</span>}
          </li>
        ))}
      </ul>
      {next === null ? null : step < sizes.length - 1 ? (
        <Button size="small" onClick={() => setStep(step + 1)} loading={page.isFetching}>
          再显示一些
        </Button>
      ) : (
        <p className="plan-secondary">只显示最近{limit}条；按单位查看可以看到其余的。</p>
      )}
    </>
  );
}
