/** Entering a review or lawsuit: over a request of the register (named in the address) or over an older case. */
import { Button, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { openDisputeSchema } from '../../contract/disputes.ts';
import { dispositionLeaves } from '../../rules/dispositions/leaves.ts';
import { type DisputeCapacity, disputeCapacities } from '../../rules/disputes/report-cell.ts';
import { type DisputeWay, disputeWays } from '../../rules/disputes/shapes.ts';
import { disputeCapacityTitles, disputeWayTitles } from '../../words/disputes.ts';

interface DisputeFields {
  olderCase: string;
  unitId: string | null;
  way: DisputeWay;
  capacity: DisputeCapacity;
  subject: string;
  ground: string | null;
  authority: string;
  actKnownOn: string;
  reviewReceivedOn: string;
  openedOn: string;
  applicants: string;
  thirdParties: string;
}

function inputOf(values: DisputeFields, requestId: string | null) {
  const { applicants, thirdParties, olderCase, unitId, actKnownOn, reviewReceivedOn, ...rest } = values;
  const named = (text: string, role: 'applicant' | 'thirdParty') =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((name) => ({ role, name }));
  return {
    ...rest,
    requestId,
    olderCase: requestId === null ? olderCase : '',
    unitId: requestId === null ? unitId : null,
    actKnownOn: actKnownOn === '' ? null : actKnownOn,
    reviewReceivedOn:
      values.way === 'lawsuitAfterReview' && reviewReceivedOn !== '' ? reviewReceivedOn : null,
    parties: [...named(applicants, 'applicant'), ...named(thirdParties, 'thirdParty')],
  };
}

export function OpenDisputeScreen() {
  const [params] = useSearchParams();
  const requestId = params.get('request');
  const navigate = useNavigate();
  const say = useSay();
  const may = useMay();
  const today = useToday();
  const [acting] = useActingUnit();
  const open = useCommand<object, { id: string }>({
    call: (body) => ({ method: 'POST', path: '/requests/disputes', body }),
    changes: ['/requests', '/todos'],
  });
  const initial: DisputeFields = {
    olderCase: '',
    unitId: acting?.id ?? null,
    way: 'review',
    capacity: 'originalActor',
    subject: '',
    ground: null,
    authority: '',
    actKnownOn: '',
    reviewReceivedOn: '',
    openedOn: today,
    applicants: '',
    thirdParties: '',
  };
  const form = useContractForm({
    contract: openDisputeSchema,
    initial,
    toInput: (values) => inputOf(values, requestId),
    submit: async (value) => {
      const { id } = await open.mutateAsync(value);
      say.done('已登记，接着登记收到副本的日期，答复期限从那天起算');
      void navigate(`/requests/disputes/${id}`);
    },
  });
  const { way } = form.values;
  const isReview = way === 'review';
  return (
    <>
      <PageHeader
        title="登记复议诉讼"
        summary={
          requestId === null
            ? '针对本平台启用以前的申请。平台里有的申请，请从它的案卷里登记。'
            : '针对所选的申请登记，原答复的依据自动带出。'
        }
      />
      <FormFrame
        form={form}
        verb="登记"
        actions={<Button onClick={() => void navigate(-1)}>不登记了</Button>}
      >
        <FormField form={form} name="way" label="途径">
          {(control) => (
            <Select<DisputeWay>
              {...control}
              options={disputeWays.map((value) => ({ value, label: disputeWayTitles[value] }))}
            />
          )}
        </FormField>
        {requestId === null ? (
          <>
            <FormField
              form={form}
              name="olderCase"
              label="原申请"
              hint="写明年度、编号和申请的内容，不写申请人姓名。"
            >
              {(control) => <TextInput {...control} maxLength={500} />}
            </FormField>
            <FormField form={form} name="unitId" label={isReview ? '被申请人' : '被告'}>
              {(control) => (
                <UnitPicker {...control} filter={(one) => may('requests.keepDisputes', one.id)} />
              )}
            </FormField>
          </>
        ) : null}
        <FormField form={form} name="subject" label="事由" hint="例如：不服“信息不存在”答复。不写姓名。">
          {(control) => <TextInput {...control} maxLength={200} />}
        </FormField>
        <FormField form={form} name="ground" label="原答复的依据" optional>
          {({ value, onChange, ...control }) => (
            <Select<string>
              {...control}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={value}
              onChange={(next: string | undefined) => onChange(next ?? null)}
              options={dispositionLeaves.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
        </FormField>
        <FormField form={form} name="authority" label={isReview ? '复议机关' : '人民法院'}>
          {(control) => <TextInput {...control} maxLength={200} />}
        </FormField>
        <FormField form={form} name="capacity" label="本单位的身份">
          {(control) => (
            <Select<DisputeCapacity>
              {...control}
              options={disputeCapacities.map((value) => ({ value, label: disputeCapacityTitles[value] }))}
            />
          )}
        </FormField>
        <FormField form={form} name="openedOn" label={isReview ? '申请复议的日期' : '起诉的日期'}>
          {(control) => <DayInput {...control} />}
        </FormField>
        <FormField
          form={form}
          name="actKnownOn"
          label="申请人知道原答复的日期"
          optional
          hint="用来核对复议、起诉是否超过期限。"
        >
          {(control) => <DayInput {...control} />}
        </FormField>
        {way === 'lawsuitAfterReview' ? (
          <FormField form={form} name="reviewReceivedOn" label="收到复议决定的日期" optional>
            {(control) => <DayInput {...control} />}
          </FormField>
        ) : null}
        <FormField
          form={form}
          name="applicants"
          label={isReview ? '申请人' : '原告'}
          optional
          hint="一行一个。姓名加密保存，列表和页面只显示姓氏。"
        >
          {(control) => <TextArea {...control} rows={2} maxLength={2000} />}
        </FormField>
        <FormField form={form} name="thirdParties" label="第三人" optional>
          {(control) => <TextArea {...control} rows={2} maxLength={2000} />}
        </FormField>
      </FormFrame>
    </>
  );
}
