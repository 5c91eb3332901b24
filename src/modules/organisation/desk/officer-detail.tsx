/** One officer: unit, roles with who may grant and revoke them, and what was changed. */
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { officerRoleTitles } from '#kernel/actor.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { GrantView, OfficerDetail } from '../contract/register.ts';
import { OfficerEmailLine } from './officer-email.tsx';
import { ChangeOfficerForm, GrantRoleForm } from './officer-forms.tsx';

export function OfficerDetailView({ officerId }: { readonly officerId: string }) {
  const path = `/organisation/officers/${officerId}`;
  const { data: officer, error, refetch } = useApi<OfficerDetail>(path);
  const [changing, setChanging] = useState(false);
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (officer === undefined) return <Loading what="工作人员" />;
  if (changing) return <ChangeOfficerForm officer={officer} onDone={() => setChanging(false)} />;
  return (
    <>
      <Facts
        facts={[
          ['单位', officer.unitName],
          ['职务', officer.position],
          ['联络员', officer.liaison ? '本单位的政务公开联络员' : ''],
          [
            '状态',
            <StandingChip
              key="state"
              standing={officer.active ? 'met' : 'notYetDue'}
              word={officer.active ? '在岗' : '已停用'}
            />,
          ],
        ]}
      />
      <OfficerEmailLine officerId={officer.id} />
      <OfficerActions officer={officer} onChange={() => setChanging(true)} />
      <OfficerRoles officer={officer} />
      <h3>变更记录</h3>
      <Timeline
        entries={officer.history.map((entry) => ({
          key: String(entry.seq),
          when: instantWords(instantOf(entry.at)),
          who: entry.actorName,
          what: entry.summary,
        }))}
      />
    </>
  );
}

function OfficerActions(props: { readonly officer: OfficerDetail; readonly onChange: () => void }) {
  const { officer, onChange } = props;
  const may = useMay();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const path = `/organisation/officers/${officer.id}`;
  const deactivate = useCommand<string>({
    call: (reason) => ({ method: 'POST', path: `${path}/deactivate`, body: { reason } }),
    changes: ['/organisation', '/accounts'],
    onDone: () => say.done(`已停用${officer.name}`),
  });
  const activate = useCommand<void>({
    call: () => ({ method: 'POST', path: `${path}/activate` }),
    changes: ['/organisation', '/accounts'],
    onDone: () => say.done(`${officer.name}已恢复在岗`),
  });
  if (!may('organisation.manageOfficers')) return null;
  return (
    <>
      {activate.error === null ? null : <RefusalNotice error={activate.error} takesFocus />}
      <p className="detail-actions">
        <Button onClick={onChange}>修改</Button>
        {officer.active ? (
          <Button danger onClick={() => setAsking(true)}>
            停用
          </Button>
        ) : (
          <Button loading={activate.isPending} onClick={() => activate.mutate()}>
            恢复在岗
          </Button>
        )}
      </p>
      {asking ? (
        <ReasonDialog
          verb="停用"
          name={officer.name}
          consequence="停用后不能登录，也不再收到待办；做过的事都留在记录里，可以恢复。"
          onClose={() => setAsking(false)}
          onReason={(reason) => deactivate.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}

function OfficerRoles({ officer }: { readonly officer: OfficerDetail }) {
  const may = useMay();
  const [granting, setGranting] = useState(false);
  const mayGrant = may('organisation.grantRoles') && officer.active;
  return (
    <>
      <h3>角色</h3>
      {officer.grants.length === 0 ? (
        <p className="quiet">还没有角色，登录后只能查看公开的内容。由安全管理员授予。</p>
      ) : (
        <ul className="plain-list">
          {officer.grants.map((grant) => (
            <GrantLine key={grant.id} grant={grant} officer={officer} mayRevoke={mayGrant} />
          ))}
        </ul>
      )}
      {mayGrant && !granting ? <Button onClick={() => setGranting(true)}>授予角色</Button> : null}
      {granting ? <GrantRoleForm officer={officer} onDone={() => setGranting(false)} /> : null}
    </>
  );
}

function GrantLine(props: {
  readonly grant: GrantView;
  readonly officer: OfficerDetail;
  readonly mayRevoke: boolean;
}) {
  const { grant, officer, mayRevoke } = props;
  const [asking, setAsking] = useState(false);
  const say = useSay();
  const title = officerRoleTitles[grant.role];
  const revoke = useCommand<string>({
    call: (reason) => ({
      method: 'POST',
      path: `/organisation/grants/${grant.id}/revoke`,
      body: { reason },
    }),
    changes: ['/organisation'],
    onDone: () => say.done(`已收回${officer.name}的${title}`),
  });
  return (
    <li>
      {title}，{grant.unitName}
      <span className="quiet"> {instantWords(instantOf(grant.grantedAt))}授予</span>
      {mayRevoke ? (
        <Button type="link" size="small" danger onClick={() => setAsking(true)}>
          收回
        </Button>
      ) : null}
      {asking ? (
        <ReasonDialog
          verb="收回"
          name={`${officer.name}的${title}`}
          consequence={`收回后，${officer.name}不能再以${title}身份办理${grant.unitName}的事项，立即生效。`}
          onClose={() => setAsking(false)}
          onReason={(reason) => revoke.mutateAsync(reason)}
        />
      ) : null}
    </li>
  );
}
