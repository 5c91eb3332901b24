/** Planning and changing a meeting, and recording that it was held and who came. */
import { Button, Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { type ContractForm, useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import {
  changeMeetingSchema,
  holdMeetingSchema,
  type LeadingGroupView,
  type MeetingDetail,
  planMeetingSchema,
} from '../../contract/meetings.ts';
import { AgendaControl, type AgendaFields } from './agenda-control.tsx';
import { AttendanceControl, attendanceFieldsOf } from './attendance-control.tsx';

interface MeetingFields {
  groupId: string | null;
  title: string;
  plannedFor: string;
  place: string;
  agenda: AgendaFields[];
}

export function PlanMeetingForm(props: {
  readonly groups: readonly LeadingGroupView[];
  readonly onDone: (meetingId: string) => void;
}) {
  const { groups, onDone } = props;
  const say = useSay();
  const plan = useCommand<object, { id: string }>({
    call: (body) => ({ method: 'POST', path: '/organisation/meetings', body }),
    changes: ['/organisation'],
  });
  const initial: MeetingFields = {
    groupId: groups[0]?.id ?? null,
    title: '',
    plannedFor: '',
    place: '',
    agenda: [],
  };
  const form = useContractForm({
    contract: planMeetingSchema,
    initial,
    submit: async (value) => {
      const { id } = await plan.mutateAsync(value);
      say.done('会议已列入计划，可以发出通知');
      onDone(id);
    },
  });
  return (
    <FormFrame form={form} verb="列入计划">
      <FormField form={form} name="groupId" label="领导小组">
        {(control) => (
          <Select<string | null>
            {...control}
            options={groups.map((group) => ({ value: group.id, label: group.name }))}
          />
        )}
      </FormField>
      <MeetingFieldset form={form} />
    </FormFrame>
  );
}

export function ChangeMeetingForm(props: { readonly meeting: MeetingDetail; readonly onDone: () => void }) {
  const { meeting, onDone } = props;
  const say = useSay();
  const change = useCommand<object>({
    call: (body) => ({ method: 'PATCH', path: `/organisation/meetings/${meeting.id}`, body }),
    changes: ['/organisation'],
  });
  const initial: MeetingFields = {
    groupId: meeting.groupId,
    title: meeting.title,
    plannedFor: meeting.plannedFor,
    place: meeting.place,
    agenda: meeting.agenda.map(({ kind, title, unitId }) => ({ kind, title, unitId })),
  };
  const form = useContractForm({
    contract: changeMeetingSchema,
    initial,
    toInput: ({ groupId: _group, ...input }) => input,
    submit: async (value) => {
      await change.mutateAsync(value);
      say.done('已保存修改');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="保存" actions={<Button onClick={onDone}>不改了</Button>}>
      <MeetingFieldset form={form} />
    </FormFrame>
  );
}

function MeetingFieldset({ form }: { readonly form: ContractForm<MeetingFields> }) {
  return (
    <>
      <FormField form={form} name="title" label="会议名称">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="plannedFor" label="计划日期">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="place" label="地点" optional>
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="agenda" label="议程" optional hint="听取汇报的，写明由哪个单位汇报。">
        {(control) => <AgendaControl id={control.id} value={control.value} onChange={control.onChange} />}
      </FormField>
    </>
  );
}

export function HoldMeetingForm(props: { readonly meeting: MeetingDetail; readonly onDone: () => void }) {
  const { meeting, onDone } = props;
  const say = useSay();
  const today = useToday();
  const hold = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/meetings/${meeting.id}/hold`, body }),
    changes: ['/organisation', '/todos'],
  });
  const form = useContractForm({
    contract: holdMeetingSchema,
    initial: {
      heldOn: meeting.plannedFor <= today ? meeting.plannedFor : today,
      attendance: attendanceFieldsOf(meeting),
    },
    submit: async (value) => {
      await hold.mutateAsync(value);
      say.done('已登记召开，接着登记纪要和议定事项');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记召开" actions={<Button onClick={onDone}>先不登记</Button>}>
      <FormField form={form} name="heldOn" label="召开日期" hint="实际开会的那一天，不能晚于今天。">
        {(control) => <DayInput {...control} />}
      </FormField>
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
