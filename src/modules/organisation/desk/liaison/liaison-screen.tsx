/** One unit's liaison: who it is, how the filing stands, the handover, and everybody before. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { DateWithDerivation } from '#desk/components/date-with-derivation/date-with-derivation.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { parseDay } from '#kernel/day.ts';
import { dayTextInWords, instantWords } from '#kernel/day-words.ts';
import type { AppointmentView, UnitLiaison } from '../../contract/liaison.ts';
import { filingEventTitles, filingStatusTitles, handoverStatusTitles } from '../../words/liaison.ts';
import { liaisonMark } from '../record-words.ts';
import { derivationOfLiaisonDue } from './due.ts';
import {
  AppointForm,
  ChangeLiaisonForm,
  EndLiaisonForm,
  StartHandoverForm,
  SubstituteForm,
} from './liaison-forms.tsx';
import '../records.css';

export function LiaisonScreen() {
  const { unitId = '' } = useParams();
  const { data: unit, error, refetch } = useApi<UnitLiaison>(`/organisation/units/${unitId}/liaison`);
  const may = useMay();
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (unit === undefined) return <Loading what="联络员" lines={6} />;
  const keeps = may('organisation.appointLiaison', unitId);
  const current = unit.appointments.find((appointment) => appointment.until === null);
  const former = unit.appointments.filter((appointment) => appointment.until !== null);
  return (
    <>
      <PageHeader
        title={`${unit.unitName}联络员`}
        summary={<Link to="/organisation/liaisons">返回联络员名册</Link>}
      />
      {current === undefined ? (
        <NoLiaison unitId={unitId} keeps={keeps} />
      ) : (
        <Current key={current.id} unitId={unitId} current={current} keeps={keeps} />
      )}
      <h2>历任联络员</h2>
      <Timeline
        entries={former.map((appointment) => ({
          key: appointment.id,
          when: `${dayTextInWords(appointment.from)}至${dayTextInWords(appointment.until)}`,
          what: `${appointment.liaison.name}${appointment.liaison.position === '' ? '' : `，${appointment.liaison.position}`}`,
          detail: filingStatusTitles[appointment.filing.status],
        }))}
        empty="还没有历任联络员"
      />
    </>
  );
}

function NoLiaison({ unitId, keeps }: { readonly unitId: string; readonly keeps: boolean }) {
  const [appointing, setAppointing] = useState(false);
  if (appointing) return <AppointForm unitId={unitId} onDone={() => setAppointing(false)} />;
  return (
    <EmptyState
      title="这个单位现在没有联络员"
      hint={keeps ? '指定一名本单位在岗人员，再向政府办公室报备。' : '由本单位的经办人或负责人指定。'}
      action={
        keeps ? (
          <Button type="primary" onClick={() => setAppointing(true)}>
            指定联络员
          </Button>
        ) : undefined
      }
    />
  );
}

type Doing = 'change' | 'substitute' | 'end' | 'handover';

function Current(props: {
  readonly unitId: string;
  readonly current: AppointmentView;
  readonly keeps: boolean;
}) {
  const { unitId, current, keeps } = props;
  const [doing, setDoing] = useState<Doing>();
  const navigate = useNavigate();
  const done = () => setDoing(undefined);
  const openHandover = (id: string) => void navigate(`/organisation/handovers/${id}`);
  switch (doing) {
    case 'change':
      return <ChangeLiaisonForm unitId={unitId} current={current} onGiveUp={done} onDone={openHandover} />;
    case 'substitute':
      return <SubstituteForm unitId={unitId} appointment={current} onDone={done} />;
    case 'end':
      return <EndLiaisonForm appointment={current} onDone={done} />;
    case 'handover':
      return <StartHandoverForm appointment={current} onGiveUp={done} onDone={openHandover} />;
    case undefined:
      break;
  }
  const { filing } = current;
  const missing = current.isChange && current.handover === null;
  return (
    <>
      <Facts
        facts={[
          ['联络员', `${current.liaison.name}，${current.liaison.position}`],
          ['备用联络员', current.substitute?.name],
          ['任职日期', dayTextInWords(current.from)],
          [
            '备案',
            <StandingChip
              key="filing"
              standing={liaisonMark({ standing: filing.status, late: filing.late, expected: true })}
              word={filingStatusTitles[filing.status]}
              {...(filing.late ? { figure: '逾期' } : {})}
            />,
          ],
          [
            '交接和报备期限',
            filing.due.due === null ? (
              ''
            ) : (
              <DateWithDerivation
                key="due"
                day={parseDay(filing.due.due) ?? null}
                derivation={derivationOfLiaisonDue(filing.due)}
                weekday
              />
            ),
          ],
          ['工作交接', <HandoverState key="handover" current={current} missing={missing} />],
        ]}
      />
      <FilingActions current={current} keeps={keeps} />
      {keeps ? (
        <p className="detail-actions">
          {missing ? <Button onClick={() => setDoing('handover')}>补办工作交接</Button> : null}
          <Button onClick={() => setDoing('change')}>变更联络员</Button>
          <Button onClick={() => setDoing('substitute')}>调整备用联络员</Button>
          <Button onClick={() => setDoing('end')}>不再担任，暂无接任人</Button>
        </p>
      ) : null}
      <h2>备案经过</h2>
      <Timeline
        entries={[...filing.events].reverse().map((event) => ({
          key: event.at + event.kind,
          when: instantWords(instantOf(event.at)),
          who: event.byName,
          what: filingEventTitles[event.kind],
          ...(event.text === '' ? {} : { detail: event.text }),
        }))}
        empty="还没有报备"
      />
    </>
  );
}

function HandoverState(props: { readonly current: AppointmentView; readonly missing: boolean }) {
  const { current, missing } = props;
  if (missing) return <StandingChip standing="failing" word="还没有办理" />;
  if (current.handover === null) return '首次指定，不需要交接';
  return (
    <Link to={`/organisation/handovers/${current.handover.id}`}>
      {handoverStatusTitles[current.handover.status]}，查看交接清单
    </Link>
  );
}

function FilingActions({ current, keeps }: { readonly current: AppointmentView; readonly keeps: boolean }) {
  const may = useMay();
  const say = useSay();
  const [returning, setReturning] = useState(false);
  const path = `/organisation/liaison-appointments/${current.id}`;
  const changes = ['/organisation', '/todos'];
  const file = useCommand<void>({
    call: () => ({ method: 'POST', path: `${path}/file`, body: { text: '' } }),
    changes,
    onDone: () => say.done('已报备，等政府办公室受理'),
  });
  const accept = useCommand<void>({
    call: () => ({ method: 'POST', path: `${path}/accept` }),
    changes,
    onDone: () => say.done('已受理备案'),
  });
  const giveBack = useCommand<string>({
    call: (reason) => ({ method: 'POST', path: `${path}/return`, body: { reason } }),
    changes,
    onDone: () => say.done('已退回，单位会收到通知'),
  });
  const { actions } = current.filing;
  const judges = may('organisation.acceptLiaison');
  const error = file.error ?? accept.error;
  return (
    <>
      {error === null ? null : <RefusalNotice error={error} takesFocus />}
      <p className="detail-actions">
        {keeps && actions.includes('file') ? (
          <Button type="primary" loading={file.isPending} onClick={() => file.mutate()}>
            向政府办公室报备
          </Button>
        ) : null}
        {judges && actions.includes('accept') ? (
          <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
            受理备案
          </Button>
        ) : null}
        {judges && actions.includes('return') ? (
          <Button onClick={() => setReturning(true)}>退回</Button>
        ) : null}
      </p>
      {returning ? (
        <ReasonDialog
          verb="退回"
          name={`${current.liaison.name}的报备`}
          consequence="退回后单位改正再报；期限不变。"
          onClose={() => setReturning(false)}
          onReason={(reason) => giveBack.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}
