/** What a meeting decided: entering decisions, reports of the unit with proof, return and end by the group's office. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { addDecisionSchema, type DecisionView, type MeetingDetail } from '../../contract/meetings.ts';
import { decisionEventTitles, decisionTimingTitles } from '../../words/meetings.ts';
import { decisionMarks } from '../record-words.ts';
import { ReportDecisionForm } from './report-decision-form.tsx';

const changes = ['/organisation', '/todos'];

export function DecisionsSection(props: { readonly meeting: MeetingDetail; readonly mayAdd: boolean }) {
  const { meeting, mayAdd } = props;
  const [adding, setAdding] = useState(false);
  return (
    <>
      {meeting.decisions.length === 0 ? <p className="quiet">没有登记议定事项。</p> : null}
      {meeting.decisions.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} />
      ))}
      {mayAdd && !adding ? (
        <p className="detail-actions">
          <Button onClick={() => setAdding(true)}>登记议定事项</Button>
        </p>
      ) : null}
      {adding ? <AddDecisionForm meetingId={meeting.id} onDone={() => setAdding(false)} /> : null}
    </>
  );
}

function DecisionCard({ decision }: { readonly decision: DecisionView }) {
  const may = useMay();
  const say = useSay();
  const [doing, setDoing] = useState<'report' | 'return' | 'drop'>();
  const path = `/organisation/decisions/${decision.id}`;
  const settle = useCommand<{ act: 'return' | 'drop'; reason: string }>({
    call: ({ act, reason }) => ({ method: 'POST', path: `${path}/${act}`, body: { reason } }),
    changes,
    onDone: (_, { act }) => say.done(act === 'return' ? '已退回续办' : '已终止办理'),
  });
  const office = may('organisation.holdMeetings', decision.officeUnitId);
  const follows = may('organisation.followDecisions', decision.unitId);
  const done = () => setDoing(undefined);
  return (
    <article className="record-card" aria-label={decision.content}>
      <p className="record-card-title">{decision.content}</p>
      <p>
        <StandingChip
          standing={decisionMarks[decision.timing]}
          word={decisionTimingTitles[decision.timing]}
          {...(decision.doneOn === null ? {} : { figure: `${dayTextInWords(decision.doneOn)}办结` })}
        />
        <span className="quiet">
          {' '}
          {decision.unitName}，{dayTextInWords(decision.dueOn)}前办结
        </span>
      </p>
      {decision.events.length === 0 ? null : (
        <Timeline
          entries={[...decision.events].reverse().map((event) => ({
            key: event.id,
            when: dayTextInWords(event.day),
            who: event.byName,
            what: `${decisionEventTitles[event.kind]}：${event.text}`,
            detail:
              event.fileName !== null ? (
                <a href={apiAddress(`/organisation/decision-events/${event.id}/file`)}>{event.fileName}</a>
              ) : event.link === '' ? undefined : event.link.startsWith('/') ? (
                <Link to={event.link}>在工作台查看</Link>
              ) : (
                <a href={event.link} target="_blank" rel="noreferrer">
                  {event.link}
                </a>
              ),
          }))}
        />
      )}
      {doing === 'report' ? <ReportDecisionForm decision={decision} onDone={done} /> : null}
      {doing === undefined ? (
        <p className="detail-actions">
          {follows && decision.actions.includes('report') ? (
            <Button type="primary" onClick={() => setDoing('report')}>
              报送办理情况
            </Button>
          ) : null}
          {office && decision.actions.includes('return') ? (
            <Button onClick={() => setDoing('return')}>退回续办</Button>
          ) : null}
          {office && decision.actions.includes('drop') ? (
            <Button onClick={() => setDoing('drop')}>终止办理</Button>
          ) : null}
        </p>
      ) : null}
      {doing === 'return' || doing === 'drop' ? (
        <ReasonDialog
          verb={doing === 'return' ? '退回' : '终止'}
          name={decision.content.slice(0, 40)}
          consequence={
            doing === 'return'
              ? '退回后重新算作在办，办理单位会收到通知。'
              : '终止后不再督办，也不计入按期办结率；原因留在记录里，不能恢复。'
          }
          onClose={done}
          onReason={(reason) => settle.mutateAsync({ act: doing, reason })}
        />
      ) : null}
    </article>
  );
}

function AddDecisionForm({ meetingId, onDone }: { readonly meetingId: string; readonly onDone: () => void }) {
  const say = useSay();
  const add = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/meetings/${meetingId}/decisions`, body }),
    changes,
  });
  const initial: { content: string; unitId: string | null; dueOn: string } = {
    content: '',
    unitId: null,
    dueOn: '',
  };
  const form = useContractForm({
    contract: addDecisionSchema,
    initial,
    submit: async (value) => {
      await add.mutateAsync(value);
      say.done('已登记，办理单位会收到通知');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记议定事项" actions={<Button onClick={onDone}>先不登记</Button>}>
      <FormField form={form} name="content" label="议定了什么">
        {(control) => <TextArea {...control} rows={3} maxLength={2000} />}
      </FormField>
      <FormField form={form} name="unitId" label="办理单位">
        {(control) => <UnitPicker {...control} />}
      </FormField>
      <FormField form={form} name="dueOn" label="办结期限">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}
