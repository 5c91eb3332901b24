/** Who came to a meeting that was held, and correcting it. */
import { Button } from 'antd';
import { useState } from 'react';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { type MeetingDetail, meetingAttendanceSchema } from '../../contract/meetings.ts';
import { attendanceTitles, groupRoleTitles } from '../../words/meetings.ts';
import { AttendanceControl, attendanceFieldsOf } from './attendance-control.tsx';

export function AttendanceTable(props: { readonly meeting: MeetingDetail; readonly mayCorrect: boolean }) {
  const { meeting, mayCorrect } = props;
  const [correcting, setCorrecting] = useState(false);
  if (correcting) return <CorrectionForm meeting={meeting} onDone={() => setCorrecting(false)} />;
  return (
    <>
      <table className="plain-table">
        <caption className="visually-hidden">出席情况</caption>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">职责</th>
            <th scope="col">职务</th>
            <th scope="col">出席</th>
          </tr>
        </thead>
        <tbody>
          {meeting.attendance.map((member) => (
            <tr key={member.memberId}>
              <td>{member.name}</td>
              <td>{groupRoleTitles[member.role]}</td>
              <td>{member.position}</td>
              <td>
                {member.state === null ? '没有登记' : attendanceTitles[member.state]}
                {member.substituteName === '' ? '' : `：${member.substituteName}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayCorrect ? (
        <p className="detail-actions">
          <Button onClick={() => setCorrecting(true)}>更正出席情况</Button>
        </p>
      ) : null}
    </>
  );
}

function CorrectionForm({
  meeting,
  onDone,
}: {
  readonly meeting: MeetingDetail;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const correct = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: `/organisation/meetings/${meeting.id}/attendance`, body }),
    changes: ['/organisation/meetings'],
  });
  const form = useContractForm({
    contract: meetingAttendanceSchema,
    initial: { attendance: attendanceFieldsOf(meeting) },
    submit: async (value) => {
      await correct.mutateAsync(value);
      say.done('已更正出席情况');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="保存" actions={<Button onClick={onDone}>不改了</Button>}>
      <FormField form={form} name="attendance" label="出席情况">
        {(control) => (
          <AttendanceControl
            id={control.id}
            meeting={meeting}
            value={control.value}
            onChange={control.onChange}
          />
        )}
      </FormField>
    </FormFrame>
  );
}
