/** The check of text and attachments that a release stands on, and the reasons that let a finding pass. */
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { ItemCheck, ItemDetail } from '../contract/items.ts';

type CheckedRow = ItemCheck['rows'][number];

const severityWords = { block: '▲ 不得发布', confirm: '◆ 须说明理由', hint: '○ 提示' } as const;
/** Findings listed at once; the first are the gravest. */
const mostListed = 100;

const weights = { block: 0, confirm: 1, hint: 2 } as const;

function inOrder(rows: readonly CheckedRow[]): CheckedRow[] {
  return [...rows].sort((left, right) => weights[left.severity] - weights[right.severity]);
}

function summaryOf(rows: readonly CheckedRow[]): string {
  const open = rows.filter((row) => row.severity !== 'hint' && !row.hasReason).length;
  if (rows.length === 0) return '没有发现问题。';
  return open === 0
    ? `共${rows.length}处，都不妨碍发布。`
    : `共${rows.length}处，其中${open}处须修改或说明理由。`;
}

export function ItemCheckPanel({ item }: { readonly item: ItemDetail }) {
  const may = useMay();
  const [asked, setAsked] = useState<CheckedRow>();
  const check = useCommand<null, ItemCheck>({
    call: () => ({ method: 'POST', path: `/items/${item.id}/check` }),
    changes: [],
  });
  const override = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/checks/overrides', body }),
    changes: ['/checks/overrides'],
  });
  const run = () => check.mutateAsync(null).catch(() => undefined);
  if (!may('checking.check', item.unitId)) return null;
  const rows = check.data === undefined ? undefined : inOrder(check.data.rows);
  const mayAnswer = (row: CheckedRow) =>
    row.severity !== 'hint' &&
    !row.hasReason &&
    may(row.severity === 'block' ? 'checking.overrideBlock' : 'checking.override', item.unitId);
  return (
    <section aria-labelledby="item-check">
      <h2 id="item-check">发布前检测</h2>
      <p className="quiet">送审、审核和发布时都会自动检测正文和附件；也可以现在检测。</p>
      <Button loading={check.isPending} onClick={() => void run()}>
        检测正文和附件
      </Button>
      {check.error === null ? null : <RefusalNotice error={check.error} />}
      {rows === undefined ? null : <p role="status">{summaryOf(rows)}</p>}
      <ol className="item-findings">
        {(rows ?? []).slice(0, mostListed).map((row) => (
          <li key={`${row.part} ${row.code} ${row.start}`} className="item-finding">
            <span className={`rich-severity-${row.severity}`}>{severityWords[row.severity]}</span>{' '}
            <span className="quiet">{row.part}</span> <q>{row.text}</q> <span>{row.reason}</span>
            {row.hasReason ? <span className="quiet">已说明理由</span> : null}
            {mayAnswer(row) ? (
              <Button size="small" onClick={() => setAsked(row)}>
                说明理由
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {asked === undefined ? null : (
        <ReasonDialog
          verb="说明理由"
          name={asked.text}
          consequence="理由和您的姓名会存档，这一处不再妨碍发布；别处的同样文字要另外说明。"
          onClose={() => setAsked(undefined)}
          onReason={async (reason) => {
            const { code, severity, text, place, document } = asked;
            await override.mutateAsync({
              unitId: item.unitId,
              code,
              severity,
              span: text,
              place,
              document,
              documentName: item.title,
              reason,
            });
            setAsked(undefined);
            await run();
          }}
        />
      )}
    </section>
  );
}
