/** 登记申请: who asks, what for, how it came in; the day of receipt follows from the way. */
import { Radio, Select } from 'antd';
import { useNavigate } from 'react-router';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { type RegisteredRequest, registerRequestSchema } from '../contract/requests.ts';
import { type ApplicantKind, applicantKinds, applicantKindTitles } from '../rules/applicants.ts';
import { type IntakeWay, intakeWays } from '../rules/case-events.ts';
import {
  type WantedChannel,
  type WantedMedium,
  wantedChannels,
  wantedChannelTitles,
  wantedMedia,
  wantedMediumTitles,
} from '../rules/wanted.ts';
import { identityKindTitles, intakeWayTitles } from '../words/requests.ts';
import './requests.css';

const identityKinds = ['idCard', 'passport', 'otherDocument', 'creditCode'] as const;

interface RegisterValues {
  readonly unitId: string | null;
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly identityKind: (typeof identityKinds)[number];
  readonly identityNumber: string;
  readonly contactPerson: string;
  readonly phone: string;
  readonly address: string;
  readonly postcode: string;
  readonly email: string;
  readonly subject: string;
  readonly description: string;
  readonly wantedMedium: WantedMedium;
  readonly wantedChannel: WantedChannel;
  readonly way: IntakeWay;
  readonly arrivedOn: string;
  readonly settledOn: string;
  readonly misdirected: boolean;
  readonly evidence: string;
}

const empty: RegisterValues = {
  unitId: null,
  kind: 'naturalPerson',
  name: '',
  identityKind: 'idCard',
  identityNumber: '',
  contactPerson: '',
  phone: '',
  address: '',
  postcode: '',
  email: '',
  subject: '',
  description: '',
  wantedMedium: 'electronic',
  wantedChannel: 'email',
  way: 'counter',
  arrivedOn: '',
  settledOn: '',
  misdirected: false,
  evidence: '',
};

function inputOf(values: RegisterValues): unknown {
  const { unitId, kind, name, identityKind, identityNumber, contactPerson, phone, address, postcode, email } =
    values;
  const {
    subject,
    description,
    wantedMedium,
    wantedChannel,
    way,
    arrivedOn,
    settledOn,
    misdirected,
    evidence,
  } = values;
  const settled = settledOn === '' ? null : settledOn;
  return {
    unitId,
    applicant: { kind, name, identityKind, identityNumber, contactPerson, phone, address, postcode, email },
    content: { subject, description, wantedMedium, wantedChannel },
    arrival: { way, arrivedOn, signedOn: settled, confirmedOn: settled, misdirected, evidence },
  };
}

function startFor(unitId: string | null, arrivedOn: string): RegisterValues {
  return { ...empty, unitId, arrivedOn };
}

const receiptHints: Readonly<Record<IntakeWay, string>> = {
  counter: '当面提交，当日即为收到之日。',
  oral: '口头提出的由工作人员代为填写，当日即为收到之日。',
  registeredMail: '以签收之日为收到之日。',
  ordinaryMail: '应当在收到信函当日与申请人确认，确认之日为收到之日；联系不上的先登记。',
  online: '以双方确认之日为收到之日。',
  email: '以双方确认之日为收到之日。',
  fax: '以双方确认之日为收到之日。',
};

export function RegisterScreen() {
  const go = useNavigate();
  const say = useSay();
  const today = useToday();
  const [unit] = useActingUnit();
  const register = useCommand<object, RegisteredRequest>({
    call: (body) => ({ method: 'POST', path: '/requests', body }),
    changes: ['/requests'],
    onDone: ({ requestId, number, receivedOn }) => {
      const words = receivedOn === null ? '等待确认收到' : `收到之日${dayTextInWords(receivedOn)}`;
      say.done(`已登记为${number}，${words}`);
      void go(`/requests/${requestId}`, { replace: true });
    },
  });
  const form = useContractForm({
    contract: registerRequestSchema,
    initial: startFor(unit?.id ?? null, today),
    toInput: inputOf,
    submit: (input) => register.mutateAsync(input),
  });
  const { values } = form;
  const isPerson = values.kind === 'naturalPerson';
  const isSettledLater = values.misdirected || (values.way !== 'counter' && values.way !== 'oral');
  return (
    <>
      <PageHeader
        title="登记申请"
        summary="只登记条例第二十九条规定的内容，不得要求说明用途。"
        help={<p>申请人信息加密保存，页面上默认遮盖；查看须写明理由。</p>}
      />
      <FormFrame form={form} verb="登记">
        <fieldset className="request-fields">
          <legend>收到</legend>
          <FormField form={form} name="unitId" label="答复机关">
            {(control) => <UnitPicker {...control} />}
          </FormField>
          <div className="request-pair">
            <FormField
              form={form}
              name="way"
              at="arrival.way"
              label="收到方式"
              hint={receiptHints[values.way]}
            >
              {({ onChange, ...control }) => (
                <Select<IntakeWay>
                  {...control}
                  onChange={(way) => onChange(way)}
                  options={intakeWays.map((value) => ({ value, label: intakeWayTitles[value] }))}
                />
              )}
            </FormField>
            <FormField form={form} name="arrivedOn" at="arrival.arrivedOn" label="到达日期">
              {(control) => <DayInput {...control} />}
            </FormField>
            {isSettledLater ? (
              <FormField
                form={form}
                name="settledOn"
                at="arrival.confirmedOn"
                label={values.way === 'registeredMail' ? '签收日期' : '双方确认日期'}
                hint="还没有的先空着，以后在案件里确认。"
                optional
              >
                {(control) => <DayInput {...control} />}
              </FormField>
            ) : null}
          </div>
          <FormField
            form={form}
            name="evidence"
            at="arrival.evidence"
            label="凭据"
            hint="邮件号、签收人、通话时间等。"
            optional
          >
            {(control) => <TextInput {...control} />}
          </FormField>
        </fieldset>
        <fieldset className="request-fields">
          <legend>申请人</legend>
          <FormField form={form} name="kind" at="applicant.kind" label="类别">
            {({ id, value, onChange }) => (
              <Radio.Group
                id={id}
                value={value}
                options={applicantKinds.map((one) => ({ value: one, label: applicantKindTitles[one] }))}
                onChange={(event) =>
                  onChange(applicantKinds.find((one) => one === event.target.value) ?? 'naturalPerson')
                }
              />
            )}
          </FormField>
          <div className="request-pair">
            <FormField form={form} name="name" at="applicant.name" label={isPerson ? '姓名' : '名称'}>
              {(control) => <TextInput {...control} />}
            </FormField>
            <FormField form={form} name="identityKind" at="applicant.identityKind" label="身份证明">
              {({ onChange, ...control }) => (
                <Select
                  {...control}
                  onChange={(kind) => onChange(kind)}
                  options={identityKinds.map((value) => ({ value, label: identityKindTitles[value] }))}
                />
              )}
            </FormField>
            <FormField form={form} name="identityNumber" at="applicant.identityNumber" label="证件号码">
              {(control) => <TextInput {...control} />}
            </FormField>
            {isPerson ? null : (
              <FormField
                form={form}
                name="contactPerson"
                at="applicant.contactPerson"
                label="联系人"
                optional
              >
                {(control) => <TextInput {...control} />}
              </FormField>
            )}
            <FormField form={form} name="phone" at="applicant.phone" label="联系电话" optional>
              {(control) => <TextInput {...control} inputMode="tel" />}
            </FormField>
            <FormField form={form} name="address" at="applicant.address" label="通信地址" optional>
              {(control) => <TextInput {...control} />}
            </FormField>
            <FormField form={form} name="postcode" at="applicant.postcode" label="邮政编码" optional>
              {(control) => <TextInput {...control} inputMode="numeric" />}
            </FormField>
            <FormField form={form} name="email" at="applicant.email" label="电子邮件" optional>
              {(control) => <TextInput {...control} inputMode="email" />}
            </FormField>
          </div>
        </fieldset>
        <fieldset className="request-fields">
          <legend>所需信息</legend>
          <FormField form={form} name="subject" at="content.subject" label="名称、文号或者简要描述">
            {(control) => <TextInput {...control} maxLength={200} />}
          </FormField>
          <FormField form={form} name="description" at="content.description" label="内容描述">
            {(control) => <TextArea {...control} rows={5} maxLength={5000} />}
          </FormField>
          <div className="request-pair">
            <FormField form={form} name="wantedMedium" at="content.wantedMedium" label="提供方式">
              {({ onChange, ...control }) => (
                <Select<WantedMedium>
                  {...control}
                  onChange={(medium) => onChange(medium)}
                  options={wantedMedia.map((value) => ({ value, label: wantedMediumTitles[value] }))}
                />
              )}
            </FormField>
            <FormField form={form} name="wantedChannel" at="content.wantedChannel" label="获取途径">
              {({ onChange, ...control }) => (
                <Select<WantedChannel>
                  {...control}
                  onChange={(channel) => onChange(channel)}
                  options={wantedChannels.map((value) => ({ value, label: wantedChannelTitles[value] }))}
                />
              )}
            </FormField>
          </div>
        </fieldset>
      </FormFrame>
    </>
  );
}
