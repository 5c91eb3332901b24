/** The handover sheet: every item ticked by giver and receiver, signed by both and by the witness. Made for a phone too. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { DateWithDerivation } from '#desk/components/date-with-derivation/date-with-derivation.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { parseDay } from '#kernel/day.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { HandoverDetail } from '../../contract/liaison.ts';
import { handoverStatusTitles } from '../../words/liaison.ts';
import { derivationOfLiaisonDue } from './due.ts';
import { HandoverItems } from './handover-items.tsx';
import { HandoverSignatures } from './handover-signatures.tsx';
import { WitnessForm } from './witness-form.tsx';
import '../records.css';

const help = (
  <>
    <p>
      移交人逐项确认移交，接收人逐项确认接收。清单由平台按移交人在办的任务和事项列出，缺的可以补，没有的可以删。
    </p>
    <p>全部确认后双方签字，监交人最后签字，交接即告完毕。签字后清单不能再改；要改的，签字人先撤回签字。</p>
  </>
);

function personWords({ name, position }: HandoverDetail['giver']): string {
  return position === '' ? name : `${name}，${position}`;
}

export function HandoverScreen() {
  const { handoverId = '' } = useParams();
  const { data, error, refetch } = useApi<HandoverDetail>(`/organisation/handovers/${handoverId}`);
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="交接清单" lines={8} />;
  const taken = data.items.filter((item) => item.takenOn !== null).length;
  return (
    <>
      <PageHeader
        title="联络员工作交接清单"
        summary={
          <>
            <Link to={`/organisation/liaisons/${data.unitId}`}>{data.unitName}联络员</Link> ›{' '}
            {`已接收${taken}/${data.items.length}项`}
          </>
        }
        help={help}
      />
      <Facts
        facts={[
          [
            '办理情况',
            <StandingChip
              key="status"
              standing={data.late ? 'failing' : data.status === 'completed' ? 'met' : 'notYetDue'}
              word={handoverStatusTitles[data.status]}
              {...(data.late ? { figure: '逾期' } : {})}
            />,
          ],
          ['移交人', personWords(data.giver)],
          ['接收人', personWords(data.receiver)],
          ['监交人', personWords(data.witness)],
          ['变动原因', data.reason],
          [
            '交接期限',
            data.due.due === null ? (
              ''
            ) : (
              <DateWithDerivation
                key="due"
                day={parseDay(data.due.due) ?? null}
                derivation={derivationOfLiaisonDue(data.due)}
                weekday
              />
            ),
          ],
          ['交接完毕', dayTextInWords(data.completedOn)],
          ['撤销原因', data.cancelReason],
          [
            '移交人不能到场',
            data.giverAbsentReason === null ? '' : `${data.giverAbsentReason}，由监交人代办`,
          ],
        ]}
      />
      <SheetActions handover={data} />
      <h2>交接内容</h2>
      <HandoverItems handover={data} />
      <h2>签字</h2>
      <HandoverSignatures handover={data} />
    </>
  );
}

function SheetActions({ handover }: { readonly handover: HandoverDetail }) {
  const may = useMay();
  const say = useSay();
  const [doing, setDoing] = useState<'absent' | 'cancel' | 'witness'>();
  const path = `/organisation/handovers/${handover.id}`;
  const act = useCommand<{ what: 'giver-absent' | 'cancel'; reason: string }>({
    call: ({ what, reason }) => ({ method: 'POST', path: `${path}/${what}`, body: { reason } }),
    changes: ['/organisation', '/todos'],
    onDone: (_, { what }) => say.done(what === 'cancel' ? '已撤销这份清单' : '已登记，由监交人代办'),
  });
  const keeps = may('organisation.appointLiaison', handover.unitId) && handover.status === 'open';
  const done = () => setDoing(undefined);
  return (
    <>
      <p className="detail-actions">
        <Button href={apiAddress(`${path}/sheet`)}>下载清单（.docx）</Button>
        <Button onClick={() => window.print()}>打印</Button>
        {keeps ? (
          <>
            {handover.giverAbsentReason === null ? (
              <Button onClick={() => setDoing('absent')}>移交人不能到场</Button>
            ) : null}
            {handover.signatures.length === 0 ? (
              <Button onClick={() => setDoing('witness')}>更换监交人</Button>
            ) : null}
            <Button danger onClick={() => setDoing('cancel')}>
              撤销清单
            </Button>
          </>
        ) : null}
      </p>
      {doing === 'witness' ? <WitnessForm handover={handover} onDone={done} /> : null}
      {doing === 'absent' ? (
        <ReasonDialog
          verb="登记"
          name="移交人不能到场"
          consequence={`登记后由监交人${handover.witness.name}代${handover.giver.name}确认和签字，清单上会写明是代办。`}
          onClose={done}
          onReason={(reason) => act.mutateAsync({ what: 'giver-absent', reason })}
        />
      ) : null}
      {doing === 'cancel' ? (
        <ReasonDialog
          verb="撤销"
          name="这份交接清单"
          consequence="撤销后清单不再有效；变动仍要交接，请在联络员页面补办。"
          onClose={done}
          onReason={(reason) => act.mutateAsync({ what: 'cancel', reason })}
        />
      ) : null}
    </>
  );
}
