/** What may be done to an order now: one button an action, its form below. The server says which are open. */
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import {
  acceptOrderSchema,
  escalateOrderSchema,
  extendOrderSchema,
  type OrderDetail,
  returnOrderSchema,
  withdrawOrderSchema,
} from '../../contract/supervision.ts';
import { nextLevelOf, type OrderAction } from '../../rules/supervision/actions.ts';
import { usualEscalationDays, usualReplyDays } from '../../rules/supervision/shapes.ts';
import {
  orderActionTitles,
  supervisionLevelMeanings,
  supervisionLevelTitles,
} from '../../words/supervision.ts';
import { DuePreview } from './due-preview.tsx';
import { orderChanges } from './order-changes.ts';
import { ReplyForm } from './reply-form.tsx';

interface ActionFormProps {
  readonly order: OrderDetail;
  readonly onDone: () => void;
}

function useOrderCommand(order: OrderDetail, action: OrderAction, onDone: () => void) {
  const say = useSay();
  return useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/supervision-orders/${order.id}/${action}`, body }),
    changes: orderChanges,
    onDone: () => {
      say.done(`${order.number}：已${orderActionTitles[action]}`);
      onDone();
    },
  });
}

function AcceptForm({ order, onDone }: ActionFormProps) {
  const command = useOrderCommand(order, 'accept', onDone);
  const form = useContractForm({
    contract: acceptOrderSchema,
    initial: { note: '' },
    submit: (value) => command.mutateAsync(value),
  });
  return (
    <FormFrame form={form} verb="通过并办结" actions={<Button onClick={onDone}>先不办</Button>}>
      <FormField form={form} name="note" label="审核意见" optional>
        {(control) => <TextArea {...control} rows={2} maxLength={500} />}
      </FormField>
    </FormFrame>
  );
}

/** Reason and working days: what returning, extending and escalating ask for. */
function ReasonAndDaysForm(
  props: ActionFormProps & {
    readonly action: 'return' | 'extend' | 'escalate';
    readonly usualDays: number;
    readonly daysLabel: string;
    readonly hint: string;
  },
) {
  const { order, onDone, action, usualDays, daysLabel, hint } = props;
  const command = useOrderCommand(order, action, onDone);
  const contract = { return: returnOrderSchema, extend: extendOrderSchema, escalate: escalateOrderSchema }[
    action
  ];
  const at = action === 'extend' ? 'moreDays' : 'replyDays';
  const form = useContractForm({
    contract,
    initial: { reason: '', days: usualDays },
    toInput: ({ reason, days }) => ({ reason, [at]: days }),
    submit: (value) => command.mutateAsync(value),
  });
  return (
    <FormFrame
      form={form}
      verb={orderActionTitles[action]}
      actions={<Button onClick={onDone}>先不办</Button>}
    >
      <p className="quiet">{hint}</p>
      <FormField form={form} name="reason" label="理由">
        {(control) => <TextArea {...control} rows={3} maxLength={500} />}
      </FormField>
      <FormField form={form} name="days" at={at} label={daysLabel}>
        {({ id, value, onChange }) => (
          <span className="issue-days">
            <InputNumber
              id={id}
              min={1}
              max={60}
              value={value}
              suffix="个工作日"
              onChange={(next) => onChange(next ?? usualDays)}
            />
            {action === 'extend' ? null : (
              <DuePreview replyDays={value} openedBy={action === 'return' ? 'returned' : 'escalated'} />
            )}
          </span>
        )}
      </FormField>
    </FormFrame>
  );
}

function WithdrawForm({ order, onDone }: ActionFormProps) {
  const command = useOrderCommand(order, 'withdraw', onDone);
  const form = useContractForm({
    contract: withdrawOrderSchema,
    initial: { reason: '' },
    submit: (value) => command.mutateAsync(value),
  });
  return (
    <FormFrame form={form} verb="撤回" danger actions={<Button onClick={onDone}>先不撤回</Button>}>
      <p className="quiet">只撤回发给{order.unitName}的这一份。编号不再使用，记录保留，不能恢复。</p>
      <FormField form={form} name="reason" label="理由">
        {(control) => <TextArea {...control} rows={3} maxLength={500} />}
      </FormField>
    </FormFrame>
  );
}

function ActionForm({ action, ...rest }: ActionFormProps & { readonly action: OrderAction }) {
  const { order } = rest;
  switch (action) {
    case 'receive':
      return null;
    case 'reply':
      return <ReplyForm {...rest} />;
    case 'accept':
      return <AcceptForm {...rest} />;
    case 'withdraw':
      return <WithdrawForm {...rest} />;
    case 'return':
      return (
        <ReasonAndDaysForm
          {...rest}
          action="return"
          usualDays={usualReplyDays}
          daysLabel="再反馈的期限"
          hint="从今天次日起重新计期。"
        />
      );
    case 'extend':
      return (
        <ReasonAndDaysForm
          {...rest}
          action="extend"
          usualDays={usualReplyDays}
          daysLabel="延长"
          hint="接着原来的最后一天往后数。"
        />
      );
    case 'escalate': {
      const next = nextLevelOf(order.level) ?? order.level;
      return (
        <ReasonAndDaysForm
          {...rest}
          action="escalate"
          usualDays={usualEscalationDays}
          daysLabel="升级后的反馈期限"
          hint={`升为${supervisionLevelTitles[next]}：${supervisionLevelMeanings[next]}。第一次逾期的事实不变。`}
        />
      );
    }
  }
}

const primaryActions: readonly OrderAction[] = ['receive', 'reply', 'accept', 'escalate'];

export function OrderActions(props: {
  readonly order: OrderDetail;
  readonly begin: OrderAction | undefined;
}) {
  const { order, begin } = props;
  const [doing, setDoing] = useState<OrderAction | undefined>(begin);
  const receive = useOrderCommand(order, 'receive', () => setDoing(undefined));
  const open = doing !== undefined && order.actions.includes(doing) ? doing : undefined;
  const [first] = primaryActions.filter((action) => order.actions.includes(action));
  if (order.actions.length === 0) return null;
  if (open !== undefined) {
    return (
      <section className="order-actions" aria-label={orderActionTitles[open]}>
        <h3>{orderActionTitles[open]}</h3>
        <ActionForm action={open} order={order} onDone={() => setDoing(undefined)} />
      </section>
    );
  }
  return (
    <section className="order-actions" aria-label="办理">
      {receive.error === null ? null : <RefusalNotice error={receive.error} takesFocus />}
      <p className="detail-actions">
        {order.actions.map((action) => (
          <Button
            key={action}
            type={action === first ? 'primary' : 'default'}
            danger={action === 'withdraw'}
            loading={action === 'receive' && receive.isPending}
            onClick={() => (action === 'receive' ? receive.mutate({}) : setDoing(action))}
          >
            {orderActionTitles[action]}
          </Button>
        ))}
      </p>
    </section>
  );
}
