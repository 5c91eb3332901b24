/** One unit: what it is, every name it goes by, its people, and what was changed. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
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
import { dayTextInWords, instantWords } from '#kernel/day-words.ts';
import type { UnitDetail } from '../contract/register.ts';
import { unitKindTitles } from '../words/register.ts';
import { ChangeUnitForm } from './unit-forms.tsx';
import { UnitIssuingCodes } from './unit-issuing-codes.tsx';
import { UnitNames } from './unit-names.tsx';

export function UnitDetailView({ unitId }: { readonly unitId: string }) {
  const { data: unit, error, refetch } = useApi<UnitDetail>(`/organisation/units/${unitId}`);
  const [changing, setChanging] = useState(false);
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (unit === undefined) return <Loading what="单位" />;
  if (changing) {
    return (
      <ChangeUnitForm unit={unit} onDone={() => setChanging(false)} onGiveUp={() => setChanging(false)} />
    );
  }
  return (
    <div className="unit-detail">
      <Facts
        facts={[
          ['简称', unit.shortName],
          ['类型', unitKindTitles[unit.kind]],
          ['隶属', <UnitPath key="path" path={unit.path} />],
          ['代码', <code key="code">{unit.code}</code>],
          ['状态', <UnitState key="state" unit={unit} />],
          ['所属集合', unit.collectives.map(({ phrase }) => phrase).join('、')],
        ]}
      />
      <UnitActions unit={unit} onChange={() => setChanging(true)} />
      <UnitNames unit={unit} />
      <UnitIssuingCodes unit={unit} />
      <UnitOfficers unit={unit} />
      <h3>变更记录</h3>
      <Timeline
        entries={unit.history.map((entry) => ({
          key: String(entry.seq),
          when: instantWords(instantOf(entry.at)),
          who: entry.actorName,
          what: entry.summary,
        }))}
      />
    </div>
  );
}

function UnitPath({ path }: { readonly path: UnitDetail['path'] }) {
  if (path.length === 0) return '最上级单位';
  return path.map((parent, at) => (
    <span key={parent.id}>
      {at === 0 ? '' : ' › '}
      <Link to={`/organisation/units/${parent.id}`}>{parent.shortName}</Link>
    </span>
  ));
}

function UnitState({ unit }: { readonly unit: UnitDetail }) {
  const since = dayTextInWords(unit.activeFrom);
  const until = dayTextInWords(unit.activeUntil);
  if (unit.active) return <StandingChip standing="met" word="在用" figure={since && `${since}起`} />;
  return <StandingChip standing="notYetDue" word="已停用" figure={until && `${until}起`} />;
}

function UnitActions({ unit, onChange }: { readonly unit: UnitDetail; readonly onChange: () => void }) {
  const may = useMay();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const changes = ['/organisation'];
  const deactivate = useCommand<string>({
    call: (reason) => ({
      method: 'POST',
      path: `/organisation/units/${unit.id}/deactivate`,
      body: { reason },
    }),
    changes,
    onDone: () => say.done(`已停用${unit.shortName}`, () => activate.mutate()),
  });
  const activate = useCommand<void>({
    call: () => ({ method: 'POST', path: `/organisation/units/${unit.id}/activate` }),
    changes,
    onDone: () => say.done(`${unit.shortName}已恢复在用`),
  });
  if (!may('organisation.changeUnit')) return null;
  return (
    <>
      {activate.error === null ? null : <RefusalNotice error={activate.error} takesFocus />}
      <p className="detail-actions">
        <Button onClick={onChange}>修改</Button>
        {unit.active ? (
          <Button danger onClick={() => setAsking(true)}>
            停用
          </Button>
        ) : (
          <Button loading={activate.isPending} onClick={() => activate.mutate()}>
            恢复在用
          </Button>
        )}
      </p>
      {asking ? (
        <ReasonDialog
          verb="停用"
          name={unit.name}
          consequence="停用后不再分配新的任务；历史文件中的名称仍可识别，可以随时恢复。"
          onClose={() => setAsking(false)}
          onReason={(reason) => deactivate.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}

function UnitOfficers({ unit }: { readonly unit: UnitDetail }) {
  return (
    <>
      <h3>工作人员</h3>
      {unit.officers.length === 0 ? (
        <p className="quiet">还没有登记工作人员。由系统管理员在“工作人员与角色”中登记。</p>
      ) : (
        <ul className="plain-list">
          {unit.officers.map((officer) => (
            <li key={officer.id}>
              {officer.name}
              {officer.position === '' ? '' : `，${officer.position}`}
              {officer.liaison ? '，政务公开联络员' : ''}
              <span className="quiet">
                {' '}
                {officer.grants.map((grant) => officerRoleTitles[grant.role]).join('、')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
