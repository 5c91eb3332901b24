/** One review or lawsuit: its clocks, what may be recorded, parties behind masks, papers, what happened. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Clock } from '#desk/components/clock/clock.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import { dayOf } from '#kernel/day.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { fenOf, showFen } from '#kernel/money.ts';
import type { DisputeClockView, DisputeDetail } from '../../contract/disputes.ts';
import type { DisputeEventKind } from '../../rules/disputes/shapes.ts';
import {
  disputeCapacityTitles,
  disputeEventTitle,
  disputeWayTitles,
  reviewProcedureTitles,
} from '../../words/disputes.ts';
import { markOfDispute } from './dispute-marks.ts';
import { Papers, Parties } from './dispute-parts.tsx';
import { type DisputeStepKind, StepDialog } from './step-dialog.tsx';
import './disputes.css';

const help = (
  <>
    <p>登记一步，期限随之改变；不能登记的按钮不出现。登记错了点“更正”，原登记留着，不再计算。</p>
    <p>“导出答复材料”把申请的案卷、文书和这里的材料按证据目录编号，打成一个压缩包。</p>
  </>
);

/** Kinds that have a place of their own on the page. */
const elsewhere: readonly DisputeEventKind[] = ['opened', 'documentAdded', 'annulled'];

function isStep(kind: DisputeEventKind): kind is DisputeStepKind {
  return !elsewhere.includes(kind);
}

function DisputeClock({ clock }: { readonly clock: DisputeClockView }) {
  const today = useToday();
  if (clock.due === null) {
    return (
      <p className="quiet">
        {clock.title}：{clock.because.join('')}
      </p>
    );
  }
  return (
    <Clock
      title={`${clock.title}${clock.owner === 'ours' ? '' : '（对方或者审理机关）'}`}
      due={dayOf(clock.due)}
      today={today}
      doneWord="完成"
      derivation={{
        rule: clock.says,
        article: clock.article,
        from: dayOf(clock.on),
        counted: clock.countedDays.map(dayOf),
        skipped: clock.skipped.map(({ day, reason }) => ({ day: dayOf(day), reason })),
        provisional: clock.provisional,
        because: clock.because.join('') || undefined,
      }}
      {...(clock.doneOn === null ? {} : { doneOn: dayOf(clock.doneOn) })}
      {...(clock.suspendedOn === null
        ? {}
        : { suspended: `${dayTextInWords(clock.suspendedOn)}起中止，中止的时间请人工核对` })}
    />
  );
}

function DisputeFacts({ dispute }: { readonly dispute: DisputeDetail }) {
  const isReview = dispute.way === 'review';
  return (
    <Facts
      facts={[
        ['阶段', <StandingChip key="state" {...markOfDispute(dispute)} />],
        [
          '针对',
          dispute.request === null ? (
            dispute.olderCase
          ) : (
            <Link key="request" to={`/requests/${dispute.request.id}`}>
              申请{dispute.request.number}　{dispute.request.subject}
            </Link>
          ),
        ],
        ['原答复依据', dispute.groundTitle],
        [isReview ? '复议机关' : '人民法院', dispute.authority],
        ['案号', dispute.caseNumber],
        ['程序', isReview ? reviewProcedureTitles[dispute.procedure] : `第${dispute.instance}审`],
        [isReview ? '被申请人' : '被告', dispute.unitName],
        ['承办', dispute.handlingUnitName],
        ['身份', disputeCapacityTitles[dispute.capacity]],
        [
          '前一件复议',
          dispute.review === null ? (
            ''
          ) : (
            <Link key="review" to={`/requests/disputes/${dispute.review.id}`}>
              {dispute.review.number}
            </Link>
          ),
        ],
        [
          '随后的诉讼',
          dispute.followedBy.length === 0
            ? ''
            : dispute.followedBy.map(({ id, number }) => (
                <Link key={id} to={`/requests/disputes/${id}`}>
                  {number}
                </Link>
              )),
        ],
        ['费用', dispute.costFen === 0 ? '' : showFen(fenOf(dispute.costFen))],
        ['登记人', dispute.createdByName],
      ]}
    />
  );
}

export function DisputeScreen() {
  const { disputeId = '' } = useParams();
  const navigate = useNavigate();
  const may = useMay();
  const answer = useApi<DisputeDetail>(`/requests/disputes/${disputeId}`);
  const [step, setStep] = useState<{ readonly kind: DisputeStepKind; readonly position?: number }>();
  const { data: dispute } = answer;
  if (answer.error !== null) {
    return <RefusalNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (dispute === undefined) return <Loading what="复议诉讼" lines={10} />;
  const steps = dispute.actions.filter(isStep);
  const [first, ...others] = steps;
  const running = dispute.clocks.filter(({ doneOn }) => doneOn === null);
  const done = dispute.clocks.filter(({ doneOn }) => doneOn !== null);
  return (
    <>
      <PageHeader
        title={dispute.subject}
        summary={`${dispute.number}；${disputeWayTitles[dispute.way]}；${dispute.unitName}`}
        help={help}
        actions={<Button href={apiAddress(`/requests/disputes/${disputeId}/bundle`)}>导出答复材料</Button>}
      />
      <p className="detail-actions">
        {first === undefined ? null : (
          <Button type="primary" onClick={() => setStep({ kind: first })}>
            {disputeEventTitle(dispute.way, first)}
          </Button>
        )}
        {others.map((kind) => (
          <Button key={kind} onClick={() => setStep({ kind })}>
            {disputeEventTitle(dispute.way, kind)}
          </Button>
        ))}
        {may('requests.keepDisputes', dispute.unitId) ? (
          <Button
            onClick={() => void navigate(`/requests/rectifications?new=${dispute.id}&unit=${dispute.unitId}`)}
          >
            列为整改事项
          </Button>
        ) : null}
      </p>
      <div className="dispute-columns">
        <div>
          <h2>期限</h2>
          {dispute.clocks.length === 0 ? <p className="quiet">还没有起算的期限。</p> : null}
          <div className="dispute-clocks">
            {[...running, ...done].map((clock) => (
              <DisputeClock key={`${clock.rule} ${clock.on}`} clock={clock} />
            ))}
          </div>
          <h2>材料</h2>
          <Papers dispute={dispute} />
        </div>
        <div>
          <h2>情况</h2>
          <DisputeFacts dispute={dispute} />
          <h2>当事人</h2>
          <Parties dispute={dispute} />
          {dispute.rectifications.length === 0 ? null : (
            <>
              <h2>整改</h2>
              <ul className="plain-list">
                {dispute.rectifications.map((item) => (
                  <li key={item.id}>
                    <Link to={`/requests/rectifications/${item.id}`}>{item.title}</Link>
                    <span className="quiet">　{dayTextInWords(item.dueOn)}前</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2>经过</h2>
          <Timeline
            entries={dispute.events.toReversed().map((event) => ({
              key: String(event.position),
              when: dayTextInWords(event.day),
              who: event.byName,
              what: event.annulled ? (
                <s>{disputeEventTitle(dispute.way, event.kind)}</s>
              ) : (
                disputeEventTitle(dispute.way, event.kind)
              ),
              detail: (
                <>
                  {event.lines.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                  {event.annulled ? <p className="quiet">已更正，不再计算</p> : null}
                  {event.annulled || event.kind === 'opened' || event.kind === 'annulled' ? null : (
                    <Button
                      type="link"
                      size="small"
                      onClick={() => setStep({ kind: 'annulled', position: event.position })}
                    >
                      更正
                    </Button>
                  )}
                </>
              ),
            }))}
          />
        </div>
      </div>
      {step === undefined ? null : (
        <StepDialog
          key={`${step.kind} ${step.position ?? ''}`}
          dispute={dispute}
          kind={step.kind}
          {...(step.position === undefined ? {} : { position: step.position })}
          onClose={() => setStep(undefined)}
        />
      )}
    </>
  );
}
