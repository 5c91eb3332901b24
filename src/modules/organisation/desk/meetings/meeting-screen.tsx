/** One meeting: its plan and agenda, who came, minutes, and what was decided with its follow-up. */
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { MeetingDetail } from '../../contract/meetings.ts';
import type { MeetingAction } from '../../rules/meetings.ts';
import { meetingStatusTitles } from '../../words/meetings.ts';
import { GatheringHead } from '../gathering-head.tsx';
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
  const say = useSay();
  const path = `/organisation/meetings/${meeting.id}`;
  const invite = useCommand<void, { told: number }>({
    call: () => ({ method: 'POST', path: `${path}/invite` }),
    changes: ['/organisation', '/todos'],
    onDone: ({ told }) => say.done(`已通知${told}人`),
  });
  return (
    <>
      <GatheringHead
        gathering={meeting}
        path={path}
        name={meeting.title}
        noun="会议"
        verb="召开"
        statusTitle={meetingStatusTitles[meeting.status]}
        facts={[
          ['地点', meeting.place],
          ['会议通知', meeting.invitedAt === null ? '' : `${instantWords(instantOf(meeting.invitedAt))}发出`],
        ]}
        can={can}
        changeForm={(done) => <ChangeMeetingForm meeting={meeting} onDone={done} />}
        holdForm={(done) => <HoldMeetingForm meeting={meeting} onDone={done} />}
        cancelConsequence="取消后不再计入任何任务和年度要求，议定事项也不再督办；记录和原因都保留，不能恢复。"
      >
        {can('invite') ? (
          <Button loading={invite.isPending} onClick={() => invite.mutate()}>
            {meeting.invitedAt === null ? '发出会议通知' : '再发一次通知'}
          </Button>
        ) : null}
      </GatheringHead>
      {invite.error === null ? null : <RefusalNotice error={invite.error} takesFocus />}
    </>
  );
}
