/** Leading groups with those who belong to them and belonged to them. */
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import {
  appointMemberSchema,
  endMembershipSchema,
  establishGroupSchema,
  type GroupMember,
  type LeadingGroupView,
} from '../../contract/meetings.ts';
import { type GroupRole, groupRoles } from '../../rules/meetings.ts';
import { groupRoleTitles } from '../../words/meetings.ts';
import { OfficerPicker } from '../officer-picker.tsx';
import '../records.css';

const changes = ['/organisation'];

export function GroupsView() {
  const { data, error, refetch } = useApi<{ rows: LeadingGroupView[] }>('/organisation/leading-groups');
  const may = useMay();
  const [adding, setAdding] = useState(false);
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="领导小组" lines={6} />;
  const mayEstablish = may('organisation.establishGroups');
  return (
    <>
      {data.rows.length === 0 && !adding ? (
        <EmptyState
          title="这里会列出政务公开领导小组和成员"
          hint="由主管部门登记领导小组，办公室所在单位登记成员。"
        />
      ) : null}
      {data.rows.map((group) => (
        <GroupCard key={group.id} group={group} />
      ))}
      {mayEstablish && !adding ? (
        <p className="detail-actions">
          <Button onClick={() => setAdding(true)}>登记领导小组</Button>
        </p>
      ) : null}
      {adding ? <EstablishForm onDone={() => setAdding(false)} /> : null}
    </>
  );
}

function GroupCard({ group }: { readonly group: LeadingGroupView }) {
  const may = useMay();
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<GroupMember>();
  const keeps = may('organisation.holdMeetings', group.officeUnitId);
  const current = group.members.filter((member) => member.until === null);
  const former = group.members.filter((member) => member.until !== null);
  return (
    <section aria-label={group.name}>
      <h2>{group.name}</h2>
      <p className="quiet">
        {group.ofJurisdiction ? '本级政府的领导小组，' : `${group.unitName}的领导小组，`}办公室设在
        {group.officeUnitName}
      </p>
      <MemberList title="现任成员" members={current} onEnd={keeps ? setEnding : undefined} />
      {former.length === 0 ? null : (
        <details>
          <summary>以前的成员（{former.length}人）</summary>
          <MemberList title="以前的成员" members={former} onEnd={undefined} />
        </details>
      )}
      {ending === undefined ? null : (
        <EndMembershipForm key={ending.id} member={ending} onDone={() => setEnding(undefined)} />
      )}
      {keeps && !appointing ? (
        <p className="detail-actions">
          <Button onClick={() => setAppointing(true)}>增加成员</Button>
        </p>
      ) : null}
      {appointing ? <AppointForm groupId={group.id} onDone={() => setAppointing(false)} /> : null}
    </section>
  );
}

function MemberList(props: {
  readonly title: string;
  readonly members: readonly GroupMember[];
  readonly onEnd: ((member: GroupMember) => void) | undefined;
}) {
  const { title, members, onEnd } = props;
  if (members.length === 0) return <p className="quiet">还没有成员。</p>;
  return (
    <ul className="plain-list" aria-label={title}>
      {members.map((member) => (
        <li key={member.id} className="record-line">
          <span>
            {groupRoleTitles[member.role]}　<strong>{member.name}</strong>
            <span className="quiet">
              {' '}
              {[member.unitName ?? '', member.position].filter((part) => part !== '').join('，')}
            </span>
          </span>
          <span className="quiet">
            {dayTextInWords(member.from)}起
            {member.until === null ? '' : `，至${dayTextInWords(member.until)}`}
          </span>
          {onEnd === undefined ? null : (
            <Button size="small" aria-label={`${member.name}不再担任`} onClick={() => onEnd(member)}>
              不再担任
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function EstablishForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const establish = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/organisation/leading-groups', body }),
    changes,
  });
  const initial: {
    name: string;
    unitId: string | null;
    officeUnitId: string | null;
    ofJurisdiction: boolean;
  } = { name: '', unitId: null, officeUnitId: null, ofJurisdiction: false };
  const form = useContractForm({
    contract: establishGroupSchema,
    initial,
    submit: async (value) => {
      await establish.mutateAsync(value);
      say.done(`已登记“${value.name}”，接着登记成员`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记" actions={<Button onClick={onDone}>先不登记</Button>}>
      <FormField form={form} name="name" label="名称">
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
      <FormField
        form={form}
        name="unitId"
        label="所属单位"
        hint="单位名录里有这个领导小组的选它，没有的选所属单位。"
      >
        {(control) => <UnitPicker {...control} />}
      </FormField>
      <FormField form={form} name="officeUnitId" label="办公室设在" hint="这个单位登记成员和会议。">
        {(control) => <UnitPicker {...control} />}
      </FormField>
      <FormField form={form} name="ofJurisdiction" label="级别">
        {({ id, value, onChange }) => (
          <Checkbox id={id} checked={value} onChange={(event) => onChange(event.target.checked)}>
            本级政府的领导小组
          </Checkbox>
        )}
      </FormField>
    </FormFrame>
  );
}

function AppointForm({ groupId, onDone }: { readonly groupId: string; readonly onDone: () => void }) {
  const say = useSay();
  const today = useToday();
  const appoint = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/leading-groups/${groupId}/members`, body }),
    changes,
  });
  const initial: {
    role: GroupRole;
    officerId: string | null;
    name: string;
    position: string;
    unitId: string | null;
    from: string;
  } = { role: 'member', officerId: null, name: '', position: '', unitId: null, from: today };
  const form = useContractForm({
    contract: appointMemberSchema,
    initial,
    submit: async (value) => {
      await appoint.mutateAsync(value);
      say.done('已增加成员');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="增加成员" actions={<Button onClick={onDone}>先不增加</Button>}>
      <FormField form={form} name="role" label="职责">
        {(control) => (
          <Select<GroupRole>
            {...control}
            options={groupRoles.map((role) => ({ value: role, label: groupRoleTitles[role] }))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="officerId"
        label="已登记的工作人员"
        optional
        hint="选了人，会议通知就能送到；没有登记的，在下面写姓名。"
      >
        {(control) => <OfficerPicker {...control} />}
      </FormField>
      {form.values.officerId === null ? (
        <>
          <FormField form={form} name="name" label="姓名">
            {(control) => <TextInput {...control} maxLength={50} />}
          </FormField>
          <FormField form={form} name="unitId" label="单位" optional>
            {(control) => <UnitPicker {...control} />}
          </FormField>
        </>
      ) : null}
      <FormField form={form} name="position" label="职务" optional>
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
      <FormField form={form} name="from" label="任职日期">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}

function EndMembershipForm({
  member,
  onDone,
}: {
  readonly member: GroupMember;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const today = useToday();
  const end = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/group-members/${member.id}/end`, body }),
    changes,
  });
  const initial: { until: string } = { until: today };
  const form = useContractForm({
    contract: endMembershipSchema,
    initial,
    submit: async (value) => {
      await end.mutateAsync(value);
      say.done(`${member.name}不再担任${groupRoleTitles[member.role]}`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb={`${member.name}不再担任`} actions={<Button onClick={onDone}>先不</Button>}>
      <FormField form={form} name="until" label="从哪一天起">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}
