/** By when the units file: the period with the day it leads to, proposed from the plan's own words. */
import { Checkbox, InputNumber, Segmented } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { setDemandSchema, type UnitPlanOverview } from '../../contract/unit-plans.ts';

interface DemandFields {
  days: number | null;
  dayUnit: 'calendar' | 'working';
  fromDay: string;
  basis: string;
  exemptUnitIds: string[];
  includesVillages: boolean;
}

export function DemandForm(props: { readonly overview: UnitPlanOverview; readonly onDone: () => void }) {
  const { overview, onDone } = props;
  const { demand, proposal } = overview;
  const say = useSay();
  const set = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: `/plans/${overview.planId}/unit-plan-demand`, body }),
    changes: ['/plans', '/todos'],
  });
  const initial: DemandFields = {
    days: demand?.days ?? proposal?.days ?? 30,
    dayUnit: demand?.dayUnit ?? proposal?.dayUnit ?? 'calendar',
    fromDay: demand?.fromDay ?? overview.issuedOn ?? '',
    basis: demand?.basis ?? proposal?.basis ?? '',
    exemptUnitIds: demand?.exemptUnitIds ?? [],
    includesVillages: demand?.includesVillages ?? false,
  };
  const form = useContractForm({
    contract: setDemandSchema,
    initial,
    toInput: ({ basis, ...rest }) => ({ ...rest, basis: basis === '' ? null : basis }),
    submit: async (value) => {
      await set.mutateAsync(value);
      say.done('已规定报送期限，各单位的“今天”会列出这项待办');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="规定">
      {demand !== null || proposal === null ? null : (
        <p role="status">◇ 按文件拟定，请核对：{proposal.because}。</p>
      )}
      <FormField form={form} name="fromDay" label="从哪一天起算" hint="一般是文件印发之日，当日不计。">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="days" label="多少日内报送">
        {({ id, value, onChange, status }) => (
          <InputNumber id={id} min={1} max={365} value={value} onChange={onChange} status={status} />
        )}
      </FormField>
      <FormField form={form} name="dayUnit" label="日的算法">
        {({ id, value, onChange }) => (
          <Segmented<'calendar' | 'working'>
            id={id}
            value={value}
            onChange={onChange}
            options={[
              { value: 'calendar', label: '自然日' },
              { value: 'working', label: '工作日' },
            ]}
          />
        )}
      </FormField>
      <FormField form={form} name="basis" label="依据" optional hint="文件里怎么写的，各单位报送时能看到。">
        {(control) => <TextArea {...control} rows={3} maxLength={600} />}
      </FormField>
      <FormField
        form={form}
        name="exemptUnitIds"
        label="不必报送的单位"
        optional
        hint="如主管部门自己、领导小组。其余分到任务的单位都要报。"
      >
        {(control) => <UnitsPicker {...control} />}
      </FormField>
      <FormField form={form} name="includesVillages" label="村、社区">
        {({ id, value, onChange }) => (
          <Checkbox id={id} checked={value} onChange={(event) => onChange(event.target.checked)}>
            分到任务的村、社区也各自报送（一般由镇、街道统一报送）
          </Checkbox>
        )}
      </FormField>
    </FormFrame>
  );
}
