/** Recording one step of a dispute: the fields its kind asks for, and nothing else. */
import { InputNumber, Modal, Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { type DisputeDetail, type DisputeStepInput, disputeStepSchema } from '../../contract/disputes.ts';
import {
  listRulingForms,
  type ReviewProcedure,
  type RulingFormName,
  reviewProcedures,
  rulingFormOf,
} from '../../rules/disputes/shapes.ts';
import {
  disputeEventTitle,
  disputeOutcomeTitles,
  reviewProcedureTitles,
  rulingFormTitles,
} from '../../words/disputes.ts';

export type DisputeStepKind = DisputeStepInput['kind'];

interface StepFields {
  kind: DisputeStepKind;
  day: string;
  caseNumber: string;
  procedure: ReviewProcedure;
  on: string;
  place: string;
  moreDays: number | null;
  form: RulingFormName | null;
  documentNumber: string;
  receivedOn: string;
  by: 'us' | 'others';
  what: string;
  yuan: number | null;
  text: string;
  reason: string;
  position: number | null;
}

/** Only what the kind takes is sent; the contract drops the rest. */
function inputOf(values: StepFields) {
  return { ...values, fen: values.yuan === null ? null : Math.round(values.yuan * 100) };
}

const withReason: readonly DisputeStepKind[] = [
  'declined',
  'procedureChanged',
  'suspended',
  'resumed',
  'extended',
  'reopened',
  'annulled',
];

export function StepDialog(props: {
  readonly dispute: DisputeDetail;
  readonly kind: DisputeStepKind;
  /** For a correction: the event that was wrong. */
  readonly position?: number;
  readonly onClose: () => void;
}) {
  const { dispute, kind, position, onClose } = props;
  const today = useToday();
  const say = useSay();
  const title = disputeEventTitle(dispute.way, kind);
  const record = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/requests/disputes/${dispute.id}/steps`, body }),
    changes: ['/requests', '/todos', '/reports'],
  });
  const initial: StepFields = {
    kind,
    day: today,
    caseNumber: dispute.caseNumber ?? '',
    procedure: 'ordinary',
    on: '',
    place: '',
    moreDays: 30,
    form: null,
    documentNumber: '',
    receivedOn: today,
    by: 'others',
    what: '',
    yuan: null,
    text: '',
    reason: '',
    position: position ?? null,
  };
  const form = useContractForm({
    contract: disputeStepSchema,
    initial,
    toInput: inputOf,
    submit: async (value) => {
      await record.mutateAsync(value);
      say.done(`已登记“${title}”`);
      onClose();
    },
  });
  const isReview = dispute.way === 'review';
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={520} destroyOnHidden>
      <FormFrame form={form} verb="登记">
        <FormField form={form} name="day" label={kind === 'ruled' ? '作出日期' : '日期'}>
          {(control) => <DayInput {...control} />}
        </FormField>
        {kind === 'accepted' ? (
          <FormField form={form} name="caseNumber" label="案号">
            {(control) => <TextInput {...control} maxLength={100} />}
          </FormField>
        ) : null}
        {kind === 'notified' && isReview ? (
          <FormField
            form={form}
            name="procedure"
            label="程序"
            hint="普通程序10个工作日、简易程序5个工作日内答复。"
          >
            {(control) => (
              <Select<ReviewProcedure>
                {...control}
                options={reviewProcedures.map((value) => ({ value, label: reviewProcedureTitles[value] }))}
              />
            )}
          </FormField>
        ) : null}
        {kind === 'hearingSet' ? (
          <>
            <FormField form={form} name="on" label={isReview ? '听证、听取意见的日期' : '开庭日期'}>
              {(control) => <DayInput {...control} />}
            </FormField>
            <FormField form={form} name="place" label="地点" optional>
              {(control) => <TextInput {...control} maxLength={200} />}
            </FormField>
          </>
        ) : null}
        {kind === 'extended' ? (
          <FormField form={form} name="moreDays" label="延长多少日">
            {({ onChange, ...control }) => (
              <InputNumber<number> {...control} min={1} max={30} onChange={(next) => onChange(next)} />
            )}
          </FormField>
        ) : null}
        {kind === 'ruled' ? (
          <>
            <FormField form={form} name="form" label="结果">
              {(control) => (
                <Select<RulingFormName>
                  {...control}
                  options={listRulingForms(dispute.way).map((value) => ({
                    value,
                    label: `${rulingFormTitles[value]}（计入“${disputeOutcomeTitles[rulingFormOf(value).outcome]}”）`,
                  }))}
                />
              )}
            </FormField>
            <FormField form={form} name="documentNumber" label="文书编号" optional>
              {(control) => <TextInput {...control} maxLength={100} />}
            </FormField>
            <FormField form={form} name="receivedOn" label="收到文书的日期">
              {(control) => <DayInput {...control} />}
            </FormField>
            <FormField form={form} name="reason" label="主要理由" optional hint="不写姓名。">
              {(control) => <TextArea {...control} rows={3} maxLength={4000} />}
            </FormField>
          </>
        ) : null}
        {kind === 'appealed' ? (
          <FormField form={form} name="by" label="谁上诉">
            {(control) => (
              <Select<'us' | 'others'>
                {...control}
                options={[
                  { value: 'others', label: '对方' },
                  { value: 'us', label: '我方' },
                ]}
              />
            )}
          </FormField>
        ) : null}
        {kind === 'costNoted' ? (
          <>
            <FormField form={form} name="what" label="用途">
              {(control) => <TextInput {...control} maxLength={200} />}
            </FormField>
            <FormField form={form} name="yuan" at="fen" label="金额（元）">
              {({ onChange, ...control }) => (
                <InputNumber<number>
                  {...control}
                  min={0.01}
                  precision={2}
                  onChange={(next) => onChange(next)}
                />
              )}
            </FormField>
          </>
        ) : null}
        {kind === 'replied' || kind === 'remarked' ? (
          <FormField
            form={form}
            name="text"
            label={kind === 'replied' ? '说明' : '内容'}
            optional={kind === 'replied'}
          >
            {(control) => <TextArea {...control} rows={3} maxLength={2000} />}
          </FormField>
        ) : null}
        {withReason.includes(kind) ? (
          <FormField form={form} name="reason" label="原因">
            {(control) => <TextArea {...control} rows={3} maxLength={2000} />}
          </FormField>
        ) : null}
      </FormFrame>
    </Modal>
  );
}
