/** One meeting: its plan and agenda, who came, minutes, and what was decided with its follow-up. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { dayTextInWords, instantWords } from '#kernel/day-words.ts';
import type { MeetingDetail } from '../../contract/meetings.ts';
import type { MeetingAction } from '../../rules/meetings.ts';
import { meetingStatusTitles } from '../../words/meetings.ts';
import { gatheringMarks } from '../record-words.ts';
import { AgendaSection } from './agenda-section.tsx';
import { AttendanceTable } from './attendance-table.tsx';
import { DecisionsSection } from './decisions-section.tsx';
import { ChangeMeetingForm, HoldMeetingForm } from './meeting-forms.tsx';
import { MinutesSection } from './minutes-section.tsx';
import '../records.css';

export function MeetingScreen() {
  const { meetingId = '' } = useParams();
  const { data: meeting, error, refetch } = useApi<MeetingDetail>(`/organisation/meetings/${meetingId}`);
  const may = useMay();
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (meeting === undefined) return <Loading what="会议" lines={8} />;
  const keeps = may('organisation.holdMeetings', meeting.officeUnitId);
  const can = (action: MeetingAction) => keeps && meeting.actions.includes(action);
  return (
    <>
      <PageHeader
        title={meeting.title}
        summary={
          <>
            <Link to="/organisation/meetings">领导小组与会议</Link> › {meeting.groupName}
          </>
        }
      />
      <MeetingHead meeting={meeting} can={can} />
      <h2>议程</h2>
      <AgendaSection meeting={meeting} mayRecord={can('recordHearings')} />
      {meeting.status === 'held' ? (
        <>
          <h2>出席</h2>
          <AttendanceTable meeting={meeting} mayCorrect={can('recordAttendance')} />
          <h2>会议纪要</h2>
          <MinutesSection meeting={meeting} mayRecord={can('recordMinutes')} />
          <h2>议定事项</h2>
          <DecisionsSection meeting={meeting} mayAdd={can('addDecision')} />
        </>
      ) : null}
    </>
  );
}

function MeetingHead(props: {
  readonly meeting: MeetingDetail;
  readonly can: (action: MeetingAction) => boolean;
}) {
  const { meeting, can } = props;
  const [doing, setDoing] = useState<'change' | 'hold' | 'cancel'>();
  const say = useSay();
  const path = `/organisation/meetings/${meeting.id}`;
  const changes = ['/organisation', '/todos'];
  const invite = useCommand<void, { told: number }>({
    call: () => ({ method: 'POST', path: `${path}/invite` }),
    changes,
    onDone: ({ told }) => say.done(`已通知${told}人`),
  });
  const cancel = useCommand<string>({
    call: (reason) => ({ method: 'POST', path: `${path}/cancel`, body: { reason } }),
    changes,
    onDone: () => say.done('已取消，不再计数'),
  });
  const done = () => setDoing(undefined);
  if (doing === 'change') return <ChangeMeetingForm meeting={meeting} onDone={done} />;
  if (doing === 'hold') return <HoldMeetingForm meeting={meeting} onDone={done} />;
  return (
    <>
      <Facts
        facts={[
          [
            '状态',
            <StandingChip
              key="status"
              standing={gatheringMarks[meeting.status]}
              word={meetingStatusTitles[meeting.status]}
              {...(meeting.cancelReason === null ? {} : { figure: meeting.cancelReason })}
            />,
          ],
          ['计划日期', meeting.heldOn === null ? dayTextInWords(meeting.plannedFor) : ''],
          ['召开日期', dayTextInWords(meeting.heldOn)],
          ['地点', meeting.place],
          ['会议通知', meeting.invitedAt === null ? '' : `${instantWords(instantOf(meeting.invitedAt))}发出`],
          ['登记人', meeting.createdByName],
        ]}
      />
      {invite.error === null ? null : <RefusalNotice error={invite.error} takesFocus />}
      <p className="detail-actions">
        {can('hold') ? (
          <Button type="primary" onClick={() => setDoing('hold')}>
            登记召开
          </Button>
        ) : null}
        {can('invite') ? (
          <Button loading={invite.isPending} onClick={() => invite.mutate()}>
            {meeting.invitedAt === null ? '发出会议通知' : '再发一次通知'}
          </Button>
        ) : null}
        {can('change') ? <Button onClick={() => setDoing('change')}>修改</Button> : null}
        {can('cancel') ? (
          <Button danger onClick={() => setDoing('cancel')}>
            取消会议
          </Button>
        ) : null}
      </p>
      {doing === 'cancel' ? (
        <ReasonDialog
          verb="取消"
          name={meeting.title}
          consequence="取消后不再计入任何任务和年度要求，议定事项也不再督办；记录和原因都保留，不能恢复。"
          onClose={done}
          onReason={(reason) => cancel.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}
