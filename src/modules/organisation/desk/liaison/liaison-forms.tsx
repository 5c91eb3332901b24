/** Naming a liaison, changing the person, the substitute, ending without a successor, and the county's figure. */
import { Button, InputNumber } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import {
  type AppointmentView,
  appointLiaisonSchema,
  changeLiaisonSchema,
  changeSubstituteSchema,
  endLiaisonSchema,
  liaisonFigureSchema,
  startHandoverSchema,
} from '../../contract/liaison.ts';
import { OfficerPicker } from '../officer-picker.tsx';

const changes = ['/organisation', '/todos'];
const giveUp = (onDone: () => void) => <Button onClick={onDone}>先不办</Button>;

export function AppointForm(props: { readonly unitId: string; readonly onDone: () => void }) {
  const { unitId, onDone } = props;
  const say = useSay();
  const today = useToday();
  const appoint = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/organisation/liaisons', body }),
    changes,
  });
  const initial: { unitId: string; officerId: string | null; substituteId: string | null; from: string } = {
    unitId,
    officerId: null,
    substituteId: null,
    from: today,
  };
  const form = useContractForm({
    contract: appointLiaisonSchema,
    initial,
    submit: async (value) => {
      await appoint.mutateAsync(value);
      say.done('已指定联络员，接着向政府办公室报备');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="指定联络员" actions={giveUp(onDone)}>
      <FormField form={form} name="officerId" label="联络员" hint="本单位在岗人员。">
        {(control) => <OfficerPicker {...control} unitId={unitId} except={[form.values.substituteId]} />}
      </FormField>
      <FormField form={form} name="substituteId" label="备用联络员" optional>
        {(control) => <OfficerPicker {...control} unitId={unitId} except={[form.values.officerId]} />}
      </FormField>
      <FormField form={form} name="from" label="任职日期">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}

interface ChangeFields {
  unitId: string;
  officerId: string | null;
  substituteId: string | null;
  from: string;
  witnessId: string | null;
  reason: string;
}

export function ChangeLiaisonForm(props: {
  readonly unitId: string;
  readonly current: AppointmentView;
  readonly onGiveUp: () => void;
  readonly onDone: (handoverId: string) => void;
}) {
  const { unitId, current, onGiveUp, onDone } = props;
  const say = useSay();
  const today = useToday();
  const change = useCommand<object, { handoverId: string }>({
    call: (body) => ({ method: 'POST', path: '/organisation/liaison-changes', body }),
    changes,
  });
  const initial: ChangeFields = {
    unitId,
    officerId: null,
    substituteId: null,
    from: today,
    witnessId: null,
    reason: '',
  };
  const form = useContractForm({
    contract: changeLiaisonSchema,
    initial,
    submit: async (value) => {
      const { handoverId } = await change.mutateAsync(value);
      say.done('已变更联络员，交接清单已列出');
      onDone(handoverId);
    },
  });
  const { officerId, witnessId, substituteId } = form.values;
  const leaver = current.liaison.officerId;
  return (
    <FormFrame form={form} verb="变更并列出交接清单" actions={giveUp(onGiveUp)}>
      <p>
        现任{current.liaison.name}移交。平台会列出其在办的任务、事项和账号，双方逐项确认，监交人最后签字。
      </p>
      <FormField form={form} name="officerId" label="接任联络员">
        {(control) => (
          <OfficerPicker {...control} unitId={unitId} except={[leaver, witnessId, substituteId]} />
        )}
      </FormField>
      <FormField form={form} name="substituteId" label="备用联络员" optional>
        {(control) => <OfficerPicker {...control} unitId={unitId} except={[officerId]} />}
      </FormField>
      <FormField form={form} name="from" label="接任日期">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="witnessId" label="监交人" hint="一般由单位负责人或科室负责人担任。">
        {(control) => <OfficerPicker {...control} except={[leaver, officerId]} />}
      </FormField>
      <FormField form={form} name="reason" label="变动原因">
        {(control) => <TextInput {...control} maxLength={500} />}
      </FormField>
    </FormFrame>
  );
}

export function StartHandoverForm(props: {
  readonly appointment: AppointmentView;
  readonly onGiveUp: () => void;
  readonly onDone: (handoverId: string) => void;
}) {
  const { appointment, onGiveUp, onDone } = props;
  const start = useCommand<object, { id: string }>({
    call: (body) => ({
      method: 'POST',
      path: `/organisation/liaison-appointments/${appointment.id}/handover`,
      body,
    }),
    changes,
  });
  const initial: { witnessId: string | null; reason: string } = { witnessId: null, reason: '' };
  const form = useContractForm({
    contract: startHandoverSchema,
    initial,
    submit: async (value) => onDone((await start.mutateAsync(value)).id),
  });
  return (
    <FormFrame form={form} verb="列出交接清单" actions={giveUp(onGiveUp)}>
      <FormField form={form} name="witnessId" label="监交人" hint="不能是移交人或接收人。">
        {(control) => <OfficerPicker {...control} except={[appointment.liaison.officerId]} />}
      </FormField>
      <FormField form={form} name="reason" label="变动原因">
        {(control) => <TextInput {...control} maxLength={500} />}
      </FormField>
    </FormFrame>
  );
}

export function SubstituteForm(props: {
  readonly unitId: string;
  readonly appointment: AppointmentView;
  readonly onDone: () => void;
}) {
  const { unitId, appointment, onDone } = props;
  const say = useSay();
  const change = useCommand<object>({
    call: (body) => ({
      method: 'PUT',
      path: `/organisation/liaison-appointments/${appointment.id}/substitute`,
      body,
    }),
    changes,
  });
  const form = useContractForm({
    contract: changeSubstituteSchema,
    initial: { substituteId: appointment.substitute?.officerId ?? null },
    submit: async (value) => {
      await change.mutateAsync(value);
      say.done(value.substituteId === null ? '现在没有备用联络员' : '已调整备用联络员');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="保存" actions={giveUp(onDone)}>
      <FormField form={form} name="substituteId" label="备用联络员" optional>
        {(control) => <OfficerPicker {...control} unitId={unitId} except={[appointment.liaison.officerId]} />}
      </FormField>
    </FormFrame>
  );
}

export function EndLiaisonForm(props: {
  readonly appointment: AppointmentView;
  readonly onDone: () => void;
}) {
  const { appointment, onDone } = props;
  const say = useSay();
  const today = useToday();
  const end = useCommand<object>({
    call: (body) => ({
      method: 'POST',
      path: `/organisation/liaison-appointments/${appointment.id}/end`,
      body,
    }),
    changes,
  });
  const initial: { until: string; reason: string } = { until: today, reason: '' };
  const form = useContractForm({
    contract: endLiaisonSchema,
    initial,
    submit: async (value) => {
      await end.mutateAsync(value);
      say.done(`${appointment.liaison.name}不再担任联络员`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="不再担任" danger actions={giveUp(onDone)}>
      <p>只在还没有接任人时用。有接任人的，请用“变更联络员”，平台会列出交接清单。</p>
      <FormField form={form} name="until" label="从哪一天起">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="reason" label="原因">
        {(control) => <TextArea {...control} rows={2} maxLength={500} />}
      </FormField>
    </FormFrame>
  );
}

export function FigureForm(props: {
  readonly filingDays: number;
  readonly basis: string;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const set = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: '/organisation/liaison-figure', body }),
    changes,
  });
  const form = useContractForm({
    contract: liaisonFigureSchema,
    initial: { filingDays: props.filingDays, basis: props.basis },
    submit: async (value) => {
      await set.mutateAsync(value);
      say.done('已定期限，从现在起的变动按新期限计算');
      props.onDone();
    },
  });
  return (
    <FormFrame form={form} verb="定期限" actions={giveUp(props.onDone)}>
      <p>文件只要求“及时”，没有法定的天数。这里的天数是本级政府的工作要求，只约束以后的变动。</p>
      <FormField form={form} name="filingDays" label="变动后几个工作日内交接并报备">
        {({ onChange, ...control }) => (
          <InputNumber<number> {...control} min={1} max={60} onChange={(next) => onChange(next ?? 1)} />
        )}
      </FormField>
      <FormField form={form} name="basis" label="依据">
        {(control) => <TextInput {...control} maxLength={300} />}
      </FormField>
    </FormFrame>
  );
}
