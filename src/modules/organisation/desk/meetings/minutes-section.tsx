/** The minutes of a meeting: a text, a file, or both. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { refreshBelow, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { type MeetingDetail, recordMinutesSchema } from '../../contract/meetings.ts';

const endings = ['.docx', '.doc', '.pdf', '.ofd'];
const limit = 30 * 1024 * 1024;

export function MinutesSection(props: { readonly meeting: MeetingDetail; readonly mayRecord: boolean }) {
  const { meeting, mayRecord } = props;
  const [writing, setWriting] = useState(false);
  const client = useQueryClient();
  const filePath = `/organisation/meetings/${meeting.id}/minutes-file`;
  if (writing) return <MinutesForm meeting={meeting} onDone={() => setWriting(false)} />;
  return (
    <>
      {meeting.minutesOn === null ? (
        <p>
          <StandingChip standing="failing" word="还没有纪要" />
        </p>
      ) : (
        <p className="quiet">{dayTextInWords(meeting.minutesOn)}登记</p>
      )}
      {meeting.minutesText === null ? null : <p className="record-text">{meeting.minutesText}</p>}
      {meeting.minutesFileName === null ? null : (
        <p>
          <a href={apiAddress(filePath)}>{meeting.minutesFileName}</a>
        </p>
      )}
      {mayRecord ? (
        <>
          <p className="detail-actions">
            <Button onClick={() => setWriting(true)}>
              {meeting.minutesText === null ? '填写纪要' : '修改纪要'}
            </Button>
          </p>
          <FileDrop
            title={meeting.minutesFileName === null ? '或把纪要文件拖到这里' : '换一份纪要文件'}
            accepts={endings}
            limit={limit}
            path={filePath}
            onDone={() => void refreshBelow(client, ['/organisation/meetings', '/todos'])}
          />
        </>
      ) : null}
    </>
  );
}

function MinutesForm({ meeting, onDone }: { readonly meeting: MeetingDetail; readonly onDone: () => void }) {
  const say = useSay();
  const record = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: `/organisation/meetings/${meeting.id}/minutes`, body }),
    changes: ['/organisation/meetings', '/todos'],
  });
  const form = useContractForm({
    contract: recordMinutesSchema,
    initial: { text: meeting.minutesText ?? '' },
    submit: async (value) => {
      await record.mutateAsync(value);
      say.done('已登记纪要');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="保存纪要" actions={<Button onClick={onDone}>不改了</Button>}>
      <FormField form={form} name="text" label="纪要内容">
        {(control) => <TextArea {...control} rows={12} maxLength={50_000} />}
      </FormField>
    </FormFrame>
  );
}
