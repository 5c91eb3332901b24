/** Bindings of a task as cards: proposals to decide about, bindings in force with their result, and what was not taken. */
import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { BindingView } from '../../contract/measuring.ts';
import { canDoWithBinding } from '../../rules/measuring/actions.ts';
import { valueInWords } from '../../rules/measuring/verdict.ts';
import { BindingTrend } from './binding-trend.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { FigureList, TargetBar } from './figure-list.tsx';

const stale = ['/tasks', '/plans', '/bindings', '/measures'];

export interface SeenBindings {
  readonly bindings: readonly { readonly bindingId: string; readonly version: number }[];
}

/** Confirming and rejecting, single ones and many at once. */
export function useBindingDecisions() {
  const say = useSay();
  const confirm = useCommand<SeenBindings, { decided: number }>({
    call: (body) => ({ method: 'POST', path: '/bindings/confirmations', body }),
    changes: stale,
    onDone: ({ decided }) => say.done(`已采用${decided}条，正在核对`),
  });
  const reject = useCommand<SeenBindings, { decided: number }>({
    call: ({ bindings }) => ({
      method: 'POST',
      path: '/bindings/rejections',
      body: { bindings, reason: '' },
    }),
    changes: stale,
    onDone: ({ decided }) => say.done(`已标为不采用：${decided}条`),
  });
  return { confirm, reject };
}

export const seenOf = ({ id, version }: { id: string; version: number }) => ({ bindingId: id, version });

interface CardProps {
  readonly binding: BindingView;
  readonly onChange: (binding: BindingView) => void;
}

export function ProposalCard({ binding, onChange }: CardProps) {
  const may = useMay()('plan.bind');
  const { confirm, reject } = useBindingDecisions();
  const seen = { bindings: [seenOf(binding)] };
  const onKey = (event: KeyboardEvent) => {
    if (!may || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key === 'a') confirm.mutate(seen);
    else if (event.key === 'e') onChange(binding);
    else if (event.key === 'x') reject.mutate(seen);
    else return;
    event.preventDefault();
  };
  return (
    <article
      className="binding-card binding-proposed"
      tabIndex={may ? 0 : -1}
      aria-label={`建议：${binding.title}`}
      onKeyDown={onKey}
    >
      {confirm.error === null ? null : <RefusalNotice error={confirm.error} />}
      {reject.error === null ? null : <RefusalNotice error={reject.error} />}
      <header>
        <h4>{binding.title}</h4>
        <span>{binding.demand}</span>
      </header>
      <p>{binding.reason}</p>
      <p className="plan-secondary">{binding.terms}</p>
      {may ? (
        <p className="standing-actions">
          <Button
            type="primary"
            size="small"
            loading={confirm.isPending}
            onClick={() => confirm.mutate(seen)}
          >
            采用
          </Button>
          <Button size="small" onClick={() => onChange(binding)}>
            调整
          </Button>
          <Button size="small" loading={reject.isPending} onClick={() => reject.mutate(seen)}>
            不采用
          </Button>
          <span className="plan-secondary key-hint">选中后可按 A 采用、E 调整、X 不采用</span>
        </p>
      ) : null}
    </article>
  );
}

function ResultOfBinding({ binding }: { binding: BindingView }) {
  const [open, setOpen] = useState(false);
  const { result } = binding;
  if (result === null) return <p className="plan-secondary">还没有核对，稍候即可看到结果。</p>;
  const [only] = result.figures;
  const isSingle = result.figures.length === 1 && only !== undefined;
  return (
    <>
      <p>{result.reason}</p>
      {isSingle && only.value !== null ? (
        <p className="single-figure">
          <strong>{valueInWords(only.value, binding.valueUnit)}</strong>
          <TargetBar value={only.value} target={binding.target} standing={only.standing} />
          <span className="plan-secondary">{binding.demand}</span>
        </p>
      ) : null}
      {isSingle || result.figures.length === 0 ? null : <FigureList binding={binding} />}
      {result.evidenceCount === 0 ? null : (
        <>
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起佐证' : `佐证${result.evidenceCount}条`}
          </Button>
          {open ? <EvidenceList bindingId={binding.id} /> : null}
        </>
      )}
    </>
  );
}

export function BindingCard({ binding, onChange }: CardProps) {
  const [removing, setRemoving] = useState(false);
  const may = useMay()('plan.bind');
  const say = useSay();
  const remove = useCommand<string>({
    call: (reason) => ({
      method: 'POST',
      path: `/bindings/${binding.id}/removal`,
      body: { version: binding.version, reason },
    }),
    changes: stale,
    onDone: () => say.done(`已停用“${binding.title}”`),
  });
  const { result } = binding;
  return (
    <article className="binding-card" aria-label={binding.title}>
      <header>
        <h4>{binding.title}</h4>
        {result === null ? null : (
          <StandingChip
            standing={result.standing}
            {...(result.total > 1 ? { figure: `${result.reached}/${result.total}` } : {})}
          />
        )}
      </header>
      <ResultOfBinding binding={binding} />
      {binding.isOffered ? <BindingTrend binding={binding} /> : null}
      <p className="plan-secondary">
        {binding.terms}
        {binding.decidedBy === null || binding.decidedAt === null
          ? ''
          : `；${binding.decidedBy}于${instantWords(instantOf(binding.decidedAt))}确认`}
        {binding.isOffered ? '' : '；平台现在不提供这项度量'}
      </p>
      {may && canDoWithBinding(binding.status, 'remove') ? (
        <p className="standing-actions">
          <Button size="small" disabled={!binding.isOffered} onClick={() => onChange(binding)}>
            调整
          </Button>
          <Button size="small" onClick={() => setRemoving(true)}>
            停用
          </Button>
        </p>
      ) : null}
      {removing ? (
        <ReasonDialog
          verb="停用"
          name={binding.title}
          consequence="停用后这项任务不再用它核对；已经记下的状态变化保留。"
          onClose={() => setRemoving(false)}
          onReason={(reason) => remove.mutateAsync(reason)}
        />
      ) : null}
    </article>
  );
}

export function RejectedBindings({ bindings }: { bindings: readonly BindingView[] }) {
  const may = useMay()('plan.bind');
  const { confirm } = useBindingDecisions();
  if (bindings.length === 0) return null;
  return (
    <details className="rejected-bindings">
      <summary>{`不采用和已停用的${bindings.length}条`}</summary>
      {confirm.error === null ? null : <RefusalNotice error={confirm.error} />}
      <ul>
        {bindings.map((binding) => (
          <li key={binding.id}>
            {`${binding.title}，${binding.demand}`}
            <span className="plan-secondary">{binding.decisionReason ?? ''}</span>
            {may && binding.isOffered ? (
              <Button
                type="link"
                size="small"
                aria-label={`重新采用“${binding.title}”`}
                onClick={() => confirm.mutate({ bindings: [seenOf(binding)] })}
              >
                重新采用
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
