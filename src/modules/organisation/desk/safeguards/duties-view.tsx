/** Leader in charge, office and staff of every unit, with the days of change. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import {
  type DutyHolder,
  endDutySchema,
  nameDutyHolderSchema,
  type UnitDutyRow,
} from '../../contract/safeguards.ts';
import { type UnitDuty, unitDuties } from '../../rules/safeguards.ts';
import { unitDutyTitles } from '../../words/safeguards.ts';
import { OfficerPicker } from '../officer-picker.tsx';

const changes = ['/organisation'];
const withPosition = ({ name, position }: DutyHolder) => (position === '' ? name : `${name}（${position}）`);

const columns: readonly DataColumn<UnitDutyRow>[] = [
  { key: 'unit', title: '单位', value: (row) => row.unitName, card: 'title' },
  {
    key: 'leader',
    title: '分管领导',
    width: 220,
    value: (row) => (row.leader === null ? '没有登记' : withPosition(row.leader)),
    render: (row) =>
      row.leader === null ? <StandingChip standing="cannotTell" word="没有登记" /> : withPosition(row.leader),
    filter: {
      kind: 'choice',
      single: true,
      options: [
        { value: 'false', label: '没有登记' },
        { value: 'true', label: '已登记' },
      ],
    },
  },
  { key: 'office', title: '工作机构', width: 180, value: (row) => row.office?.name ?? '' },
  {
    key: 'staff',
    title: '工作人员',
    width: 220,
    value: (row) => row.staff.map((one) => one.name).join('、'),
  },
];

const source: PagesSource = {
  kind: 'pages',
  path: '/organisation/unit-duties',
  searchable: true,
  query: ({ text, filters }) => ({ text, hasLeader: filters.leader?.[0] }),
};

export function DutiesView() {
  return (
    <DataTable<UnitDutyRow>
      title="单位"
      columns={columns}
      source={source}
      keyOf={(row) => row.unitId}
      panel={({ row, close }) => (
        <SidePanel title={row?.unitName ?? '单位'} width="wide" onClose={close}>
          {row === undefined ? <p>这个单位不在列表里。</p> : <UnitDuties key={row.unitId} unit={row} />}
        </SidePanel>
      )}
      empty={{ title: '这里会列出各单位的分管领导、工作机构和人员', hint: '由各单位自己登记。' }}
    />
  );
}

function UnitDuties({ unit }: { readonly unit: UnitDutyRow }) {
  const may = useMay();
  const [naming, setNaming] = useState(false);
  const [ending, setEnding] = useState<string>();
  const keeps = may('organisation.keepSafeguards', unit.unitId);
  const current = [unit.leader, unit.office, ...unit.staff].filter((one) => one !== null);
  return (
    <>
      {current.length === 0 ? <p className="quiet">还没有登记。</p> : null}
      <ul className="plain-list">
        {current.map((holder) => (
          <li key={holder.id}>
            <div className="record-line">
              <span>
                {unitDutyTitles[holder.duty]}：{withPosition(holder)}
                <span className="quiet"> {dayTextInWords(holder.from)}起</span>
              </span>
              {keeps && ending !== holder.id ? (
                <Button
                  size="small"
                  aria-label={`${holder.name}不再担任`}
                  onClick={() => setEnding(holder.id)}
                >
                  不再担任
                </Button>
              ) : null}
            </div>
            {ending === holder.id ? <EndForm holder={holder} onDone={() => setEnding(undefined)} /> : null}
          </li>
        ))}
      </ul>
      {keeps && !naming ? <Button onClick={() => setNaming(true)}>登记</Button> : null}
      {naming ? <NameForm unitId={unit.unitId} onDone={() => setNaming(false)} /> : null}
      <h3>以前</h3>
      <Timeline
        entries={unit.former.map((holder) => ({
          key: holder.id,
          when: `${dayTextInWords(holder.from)}至${dayTextInWords(holder.until)}`,
          what: `${unitDutyTitles[holder.duty]}：${withPosition(holder)}`,
        }))}
        empty="没有变动过"
      />
    </>
  );
}

function NameForm({ unitId, onDone }: { readonly unitId: string; readonly onDone: () => void }) {
  const say = useSay();
  const today = useToday();
  const name = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/organisation/unit-duties', body }),
    changes,
  });
  const initial: {
    unitId: string;
    duty: UnitDuty;
    officerId: string | null;
    name: string;
    position: string;
    from: string;
  } = { unitId, duty: 'leader', officerId: null, name: '', position: '', from: today };
  const form = useContractForm({
    contract: nameDutyHolderSchema,
    initial,
    submit: async (value) => {
      await name.mutateAsync(value);
      say.done(`已登记${unitDutyTitles[value.duty]}`);
      onDone();
    },
  });
  const isOffice = form.values.duty === 'office';
  const asksName = isOffice || form.values.officerId === null;
  return (
    <FormFrame form={form} verb="登记" actions={<Button onClick={onDone}>先不登记</Button>}>
      <FormField
        form={form}
        name="duty"
        label="登记什么"
        hint="分管领导和工作机构只有一个，登记新的，原来的自动结束。"
      >
        {(control) => (
          <Select<UnitDuty>
            {...control}
            onChange={(duty) => form.set({ duty, officerId: null })}
            options={unitDuties.map((duty) => ({ value: duty, label: unitDutyTitles[duty] }))}
          />
        )}
      </FormField>
      {isOffice ? null : (
        <FormField form={form} name="officerId" label="已登记的工作人员" optional>
          {(control) => <OfficerPicker {...control} unitId={unitId} />}
        </FormField>
      )}
      {asksName ? (
        <FormField form={form} name="name" label={isOffice ? '科室名称' : '姓名'}>
          {(control) => <TextInput {...control} maxLength={100} />}
        </FormField>
      ) : null}
      {isOffice ? null : (
        <FormField form={form} name="position" label="职务" optional>
          {(control) => <TextInput {...control} maxLength={100} />}
        </FormField>
      )}
      <FormField form={form} name="from" label="从哪一天起">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}

function EndForm({ holder, onDone }: { readonly holder: DutyHolder; readonly onDone: () => void }) {
  const say = useSay();
  const today = useToday();
  const end = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/unit-duties/${holder.id}/end`, body }),
    changes,
  });
  const initial: { until: string } = { until: today };
  const form = useContractForm({
    contract: endDutySchema,
    initial,
    submit: async (value) => {
      await end.mutateAsync(value);
      say.done(`${holder.name}不再担任`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="不再担任" actions={<Button onClick={onDone}>先不</Button>}>
      <FormField form={form} name="until" label="从哪一天起">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}
