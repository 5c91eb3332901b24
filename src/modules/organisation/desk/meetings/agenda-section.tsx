/** The agenda of a meeting, and what was said to each of its items. */
import { Button } from 'antd';
import { useState } from 'react';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import type { MeetingDetail, RecordHearingsInput } from '../../contract/meetings.ts';
import { agendaKindTitles } from '../../words/meetings.ts';

export function AgendaSection(props: { readonly meeting: MeetingDetail; readonly mayRecord: boolean }) {
  const { meeting, mayRecord } = props;
  const [editing, setEditing] = useState(false);
  if (meeting.agenda.length === 0) return <p className="quiet">没有列议程。</p>;
  if (editing) return <HearingsEditor meeting={meeting} onDone={() => setEditing(false)} />;
  return (
    <>
      <ol className="record-agenda">
        {meeting.agenda.map((item) => (
          <li key={`${item.kind}${item.title}`}>
            {agendaKindTitles[item.kind]}：{item.title}
            {item.unitName === null ? '' : `（${item.unitName}汇报）`}
            {item.heard === '' ? null : <p className="quiet record-text">{item.heard}</p>}
          </li>
        ))}
      </ol>
      {mayRecord ? (
        <p className="detail-actions">
          <Button onClick={() => setEditing(true)}>登记听取和审议情况</Button>
        </p>
      ) : null}
    </>
  );
}

function HearingsEditor({
  meeting,
  onDone,
}: {
  readonly meeting: MeetingDetail;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const [heard, setHeard] = useState(meeting.agenda.map((item) => item.heard));
  const record = useCommand<RecordHearingsInput>({
    call: (body) => ({ method: 'PUT', path: `/organisation/meetings/${meeting.id}/hearings`, body }),
    changes: ['/organisation/meetings'],
    onDone: () => {
      say.done('已登记');
      onDone();
    },
  });
  return (
    <section aria-label="登记听取和审议情况">
      {record.error === null ? null : <RefusalNotice error={record.error} takesFocus />}
      {meeting.agenda.map((item, at) => (
        <div key={`${item.kind}${item.title}`} className="form-field">
          <p className="form-label">
            {agendaKindTitles[item.kind]}：{item.title}
          </p>
          <TextArea
            aria-label={`${item.title}：会议意见`}
            rows={2}
            maxLength={5000}
            value={heard[at] ?? ''}
            onChange={(text) => setHeard(heard.map((one, index) => (index === at ? text : one)))}
          />
        </div>
      ))}
      <p className="detail-actions">
        <Button
          type="primary"
          loading={record.isPending}
          onClick={() => record.mutate({ heard: heard.map((text, position) => ({ position, heard: text })) })}
        >
          保存
        </Button>
        <Button onClick={onDone}>不改了</Button>
      </p>
    </section>
  );
}
