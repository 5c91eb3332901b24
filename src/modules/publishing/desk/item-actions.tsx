/** The steps an item's state allows and this officer's rights cover, as buttons; each asks what the law wants recorded. */
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay } from '#desk/data/me.ts';
import { hasUnsaved } from '#desk/data/unsaved.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { ItemDetail } from '../contract/items.ts';
import { awaitedStep, type ItemStep, stepsAllowed } from './item-steps.ts';
import { OpennessDialog } from './openness-dialog.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { SecrecyDialog } from './secrecy-dialog.tsx';
import { WithdrawalTimeDialog } from './withdrawal-time-dialog.tsx';

interface Sent {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly body?: unknown;
}

export function ItemActions(props: {
  readonly item: ItemDetail;
  readonly onWrite: (() => void) | undefined;
}) {
  const { item, onWrite } = props;
  const may = useMay();
  const say = useSay();
  const confirm = useConfirm();
  const [asking, setAsking] = useState<ItemStep>();
  const [isUnsaved, setUnsaved] = useState(false);
  const command = useCommand<Sent>({
    call: ({ path, method, body }) => ({
      method,
      path: `/items/${item.id}/${path}`,
      ...(body === undefined ? {} : { body }),
    }),
    changes: ['/items'],
  });
  const steps = stepsAllowed(item, (permission) => may(permission, item.unitId));
  const close = () => setAsking(undefined);
  const send = async (step: ItemStep, body?: unknown) => {
    await command.mutateAsync({
      path: step.path,
      method: step.method ?? 'POST',
      ...(body === undefined ? {} : { body }),
    });
    say.done(`已${step.verb}`);
    close();
  };
  const begin = async (step: ItemStep) => {
    // A step is taken with what is saved; what is only typed would stay behind unnoticed.
    setUnsaved(hasUnsaved());
    if (hasUnsaved()) return;
    if (step.asks !== 'nothing') return setAsking(step);
    const agreed = await confirm({ verb: step.verb, name: item.title, consequence: step.consequence });
    if (agreed) await send(step, step.body);
  };
  return (
    <div className="item-actions">
      {command.error === null ? null : (
        <p role="alert" className="form-fault">
          ▲ {command.error.sentence.what}：{command.error.sentence.why}。{command.error.sentence.todo}
        </p>
      )}
      {isUnsaved ? (
        <p role="alert" className="form-fault">
          ▲ 还有没保存的改动，请先保存再办理。
        </p>
      ) : null}
      {onWrite === undefined ? null : <Button onClick={onWrite}>修改</Button>}
      {steps.map((step) => (
        <Button
          key={step.id}
          danger={step.isGrave}
          type={step.id === awaitedStep(item) ? 'primary' : 'default'}
          loading={command.isPending && asking === undefined}
          onClick={() => begin(step).catch(() => undefined)}
        >
          {step.verb}
        </Button>
      ))}
      {asking?.asks === 'reason' ? (
        <ReasonDialog
          verb={asking.verb}
          name={item.title}
          consequence={asking.consequence}
          onClose={close}
          onReason={(reason) => send(asking, { reason })}
        />
      ) : null}
      {asking?.asks === 'secrecy' ? (
        <SecrecyDialog name={item.title} onClose={close} onDone={(review) => send(asking, review)} />
      ) : null}
      {asking?.asks === 'openness' ? (
        <OpennessDialog item={item} onClose={close} onDone={(body) => send(asking, body)} />
      ) : null}
      {asking?.asks === 'withdrawalTime' ? (
        <WithdrawalTimeDialog name={item.title} onClose={close} onDone={(body) => send(asking, body)} />
      ) : null}
      {asking?.asks === 'time' ? (
        <ScheduleDialog name={item.title} onClose={close} onDone={(at) => send(asking, { at })} />
      ) : null}
    </div>
  );
}
