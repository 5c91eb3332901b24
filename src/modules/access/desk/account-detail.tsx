/** One account and what an administrator may do with it. */
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay, useMe } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { AccountRow, IssuedPassword } from '../contract.ts';
import { accountStateTitles } from '../words.ts';
import { IssuedPasswordNote } from './issued-password-note.tsx';

interface AccountStep {
  readonly verb: string;
  /** Last part of the address. */
  readonly path: string;
  readonly permission: string;
  readonly consequence: string;
  /** Asks for a reason that is written down; the others are only confirmed. */
  readonly asksReason?: true;
  readonly offered: (account: AccountRow) => boolean;
}

const steps: readonly AccountStep[] = [
  {
    verb: '重置密码',
    path: 'reset-password',
    permission: 'access.manageAccounts',
    consequence: '原密码作废，所有登录退出；会得到一个只显示一次的初始密码。',
    offered: (account) => account.state !== 'closed',
  },
  {
    verb: '锁定',
    path: 'lock',
    asksReason: true,
    permission: 'access.lockAccounts',
    consequence: '锁定后不能登录，已有的登录立即退出。',
    offered: (account) => account.state === 'active' || account.state === 'noPassword',
  },
  {
    verb: '解锁',
    path: 'unlock',
    permission: 'access.lockAccounts',
    consequence: '解锁后可以用原来的密码登录。',
    offered: (account) => account.state === 'locked' || account.blockedUntil !== null,
  },
  {
    verb: '结束全部登录',
    path: 'revoke-sessions',
    permission: 'access.revokeSessions',
    consequence: '这个账号在所有设备上的登录立即退出。',
    offered: (account) => account.sessionCount > 0,
  },
  {
    verb: '重置动态口令',
    path: 'reset-second-factor',
    permission: 'access.resetSecondFactor',
    consequence: '原来的动态口令和恢复码作废，本人下次登录时重新设置。',
    offered: (account) => account.secondFactorEnrolled,
  },
];

export function AccountDetailView({ accountId }: { readonly accountId: string }) {
  const { data: account, error, refetch } = useApi<AccountRow>(`/accounts/${accountId}`);
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (account === undefined) return <Loading what="账号" />;
  const at = (instant: string | null) => (instant === null ? '' : instantWords(instantOf(instant)));
  return (
    <>
      <Facts
        facts={[
          ['姓名', account.officerName],
          ['单位', account.unitName],
          ['状态', accountStateTitles[account.state]],
          ['暂缓登录至', at(account.blockedUntil)],
          ['密码', account.mustChangePassword ? '初始密码，等待本人更换' : '本人设置'],
          ['动态口令', account.secondFactorEnrolled ? '已设置' : '没有设置'],
          ['最近登录', at(account.lastSignedInAt) || '还没有登录过'],
          ['开设时间', at(account.createdAt)],
        ]}
      />
      <AccountSteps account={account} />
    </>
  );
}

function AccountSteps({ account }: { readonly account: AccountRow }) {
  const may = useMay();
  const me = useMe();
  const say = useSay();
  const [asking, setAsking] = useState<AccountStep>();
  const [issued, setIssued] = useState<IssuedPassword>();
  const confirm = useConfirm();
  const command = useCommand<{ step: AccountStep; reason?: string }, IssuedPassword | null>({
    call: ({ step, reason }) => ({
      method: 'POST',
      path: `/accounts/${account.id}/${step.path}`,
      ...(reason === undefined ? {} : { body: { reason } }),
    }),
    changes: ['/accounts'],
    onDone: (reply, { step }) => {
      if (step.path === 'reset-password' && reply !== null) setIssued(reply);
      else say.done(`已${step.verb}`);
    },
  });
  if (issued !== undefined) {
    return <IssuedPasswordNote issued={[issued]} onKept={() => setIssued(undefined)} />;
  }
  if (account.officerId === me.officer.id) {
    return <p className="quiet">这是您自己的账号：修改密码和动态口令请到“我的账号”。</p>;
  }
  const name = `${account.officerName}的账号 ${account.loginName}`;
  const begin = async (step: AccountStep) => {
    if (step.asksReason) setAsking(step);
    else if (await confirm({ verb: step.verb, name, consequence: step.consequence }))
      command.mutate({ step });
  };
  const offered = steps.filter((step) => may(step.permission) && step.offered(account));
  return (
    <>
      {command.error === null || asking !== undefined ? null : (
        <RefusalNotice error={command.error} takesFocus />
      )}
      <p className="detail-actions">
        {offered.map((step) => (
          <Button key={step.path} onClick={() => void begin(step)}>
            {step.verb}
          </Button>
        ))}
      </p>
      {asking === undefined ? null : (
        <ReasonDialog
          verb={asking.verb}
          name={name}
          consequence={asking.consequence}
          onClose={() => setAsking(undefined)}
          onReason={(reason) => command.mutateAsync({ step: asking, reason })}
        />
      )}
    </>
  );
}
