/** Who of the members came, one line each; used when a meeting is recorded as held and when that is corrected. */
import { Select } from 'antd';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import type { MeetingDetail } from '../../contract/meetings.ts';
import { type AttendanceState, attendanceStates } from '../../rules/meetings.ts';
import { attendanceTitles, groupRoleTitles } from '../../words/meetings.ts';

export interface AttendedMember {
  readonly memberId: string;
  readonly state: AttendanceState;
  readonly substituteName: string;
}

/** What stands in the fields at first: everybody came, unless something else is known. */
export function attendanceFieldsOf(meeting: MeetingDetail): AttendedMember[] {
  return meeting.attendance.map(({ memberId, state, substituteName }) => ({
    memberId,
    state: state ?? 'present',
    substituteName,
  }));
}

export function AttendanceControl(props: {
  readonly id: string;
  readonly meeting: MeetingDetail;
  readonly value: readonly AttendedMember[];
  readonly onChange: (rows: AttendedMember[]) => void;
}) {
  const { id, meeting, value, onChange } = props;
  const change = (memberId: string, next: Partial<AttendedMember>) =>
    onChange(value.map((row) => (row.memberId === memberId ? { ...row, ...next } : row)));
  return (
    <ul id={id} className="plain-list" tabIndex={-1}>
      {meeting.attendance.map((member) => {
        const row = value.find((one) => one.memberId === member.memberId);
        return (
          <li key={member.memberId} className="record-line">
            <span>
              {member.name}
              <span className="quiet">
                {' '}
                {groupRoleTitles[member.role]}
                {member.position === '' ? '' : `，${member.position}`}
              </span>
            </span>
            <Select<AttendanceState>
              aria-label={`${member.name}的出席情况`}
              value={row?.state ?? 'present'}
              onChange={(state) => change(member.memberId, { state })}
              options={attendanceStates.map((state) => ({ value: state, label: attendanceTitles[state] }))}
            />
            {row?.state === 'substitute' ? (
              <TextInput
                aria-label={`${member.name}委托的人`}
                placeholder="委托谁参加"
                value={row.substituteName}
                onChange={(substituteName) => change(member.memberId, { substituteName })}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
