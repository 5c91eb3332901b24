/** What this officer may do with a report now: correct, withdraw, show to the public or not. */
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { LedgerItem, LedgerVersion } from '../../contract/ledger.ts';
import { isLedgerActionAllowed, type LedgerAction } from '../../rules/ledger/entry.ts';
import { ledgerActionTitles, releaseReviewWords } from '../../words/ledger.ts';
import { CorrectionForm } from './entry-form.tsx';

const changed = ['/tasks', '/plans', '/my-tasks', '/units', '/todos', '/ledger'];

const consequences: Readonly<Record<'withdraw' | 'decline' | 'hide', string>> = {
  withdraw: '撤回后不再算作填报和佐证，内容保留并划去，不能恢复；如果还要填报，请另写一条。',
  decline: '只在内部查看。以后还可以改为公开。',
  hide: '公开页面、搜索和附件下载立即停止，内部仍可查看。',
};

export function EntryActions({
  item,
  newest,
}: {
  readonly item: LedgerItem;
  readonly newest: LedgerVersion;
}) {
  const may = useMay();
  const say = useSay();
  const [asking, setAsking] = useState<LedgerAction>();
  const mayWrite = may('plan.writeLedger', item.unitId);
  const mayRelease = may('plan.releaseEvidence', item.unitId);
  const mayTakeDown = may('plan.takeDownEvidence');
  const offered = (['correct', 'withdraw', 'release', 'decline', 'hide'] as const).filter(
    (action) =>
      isLedgerActionAllowed(item.state, action) &&
      (action === 'correct' || action === 'withdraw'
        ? mayWrite
        : action === 'hide'
          ? mayRelease || mayTakeDown
          : mayRelease && (action === 'release' || newest.proposesPublic)),
  );
  const close = () => setAsking(undefined);
  const recheck = useCommand<void>({
    call: () => ({ method: 'POST', path: `/ledger/${newest.id}/link-checks` }),
    changes: changed,
    onDone: () => say.done('已开始检查网址，稍候刷新可见结果'),
  });
  const mayRecheck = newest.links.length > 0 && mayWrite && isLedgerActionAllowed(item.state, 'correct');
  if (offered.length === 0) return null;
  return (
    <div className="ledger-actions">
      {offered.map((action) => (
        <Button key={action} size="small" onClick={() => setAsking(action)}>
          {ledgerActionTitles[action]}
        </Button>
      ))}
      {mayRecheck ? (
        <Button size="small" loading={recheck.isPending} onClick={() => recheck.mutate()}>
          检查网址
        </Button>
      ) : null}
      {recheck.error === null ? null : <RefusalNotice error={recheck.error} />}
      {asking === 'correct' ? (
        <SidePanel title="更正台账" width="wide" onClose={close}>
          <CorrectionForm version={newest} onDone={close} />
        </SidePanel>
      ) : null}
      {asking === 'release' ? <ReleaseDialog entryId={newest.id} onClose={close} /> : null}
      {asking === 'withdraw' || asking === 'decline' || asking === 'hide' ? (
        <ReasonStep item={item} newest={newest} action={asking} ownUnit={mayRelease} onClose={close} />
      ) : null}
    </div>
  );
}

const steps = { withdraw: 'withdrawal', decline: 'decline', hide: 'hide' } as const;

function ReasonStep(props: {
  readonly item: LedgerItem;
  readonly newest: LedgerVersion;
  readonly action: 'withdraw' | 'decline' | 'hide';
  readonly ownUnit: boolean;
  readonly onClose: () => void;
}) {
  const { item, newest, action, ownUnit, onClose } = props;
  const say = useSay();
  const step = action === 'hide' && !ownUnit ? 'take-down' : steps[action];
  const command = useCommand<string>({
    call: (reason) => ({ method: 'POST', path: `/ledger/${newest.id}/${step}`, body: { reason } }),
    changes: changed,
    onDone: () => say.done(`已${ledgerActionTitles[action]}`),
  });
  return (
    <ReasonDialog
      verb={ledgerActionTitles[action]}
      name={`${item.unitName}的这条台账`}
      consequence={consequences[action]}
      onClose={onClose}
      onReason={(reason) => command.mutateAsync(reason)}
    />
  );
}

function ReleaseDialog({ entryId, onClose }: { readonly entryId: string; readonly onClose: () => void }) {
  const say = useSay();
  const [reviewed, setReviewed] = useState(false);
  const release = useCommand<void>({
    call: () => ({ method: 'POST', path: `/ledger/${entryId}/release`, body: { reviewed } }),
    changes: changed,
    onDone: () => {
      say.done('已公开');
      onClose();
    },
  });
  return (
    <Modal
      open
      title="公开这条台账"
      okText="公开"
      cancelText="先不"
      okButtonProps={{ disabled: !reviewed, loading: release.isPending }}
      onOk={() => release.mutate()}
      onCancel={onClose}
    >
      {release.error === null ? null : <RefusalNotice error={release.error} takesFocus />}
      <p>内容、数据、网址和附件都会出现在计划的公开页面上，人人可以下载。以后更正或撤回时自动停止公开。</p>
      <Checkbox checked={reviewed} onChange={(event) => setReviewed(event.target.checked)}>
        {releaseReviewWords.statement}
      </Checkbox>
      <p className="plan-secondary">依据：{releaseReviewWords.article}</p>
    </Modal>
  );
}
