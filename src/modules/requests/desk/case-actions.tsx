/** What may be done with the case now, as buttons; what may not, on demand with the reason. */
import { Button } from 'antd';
import { useState } from 'react';
import { ActionMenu } from '#desk/components/action-menu/action-menu.tsx';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import type { CaseView } from '../contract/requests.ts';
import { type CaseAction, nextActions } from '../rules/case-actions.ts';
import { ActionDialog } from './action-dialog.tsx';
import { actionForms } from './action-fields/all.ts';
import { ReplyDialog } from './reply-dialog.tsx';

/** Actions that seal or digest something first, with the end of their own address. */
const ownAddress: Readonly<Partial<Record<CaseAction, string>>> = {
  recordCorrection: 'record-correction',
  split: 'split',
};

/** What stands as a button of its own; the rest unfolds. */
const usual: readonly CaseAction[] = [
  'assign',
  'noticeCorrection',
  'abandon',
  'consult',
  'recordConsultation',
  'proposeExtension',
  'consentExtension',
  'noticeExtension',
  'recordDelivery',
  'recordContact',
];

export function CaseActions({ detail }: { readonly detail: CaseView }) {
  const say = useSay();
  const confirm = useConfirm();
  const [asking, setAsking] = useState<CaseAction>();
  const command = useCommand<{ readonly action: CaseAction; readonly input: object }, unknown>({
    call: ({ action, input }) => {
      const own = ownAddress[action];
      return own === undefined
        ? { method: 'POST', path: `/requests/${detail.id}/steps`, body: { action, input } }
        : { method: 'POST', path: `/requests/${detail.id}/${own}`, body: input };
    },
    changes: ['/requests'],
  });
  const shown = detail.actions.filter(
    ({ action }) => action === 'reply' || actionForms[action] !== undefined,
  );
  const allowed = shown.filter((one) => one.allowed);
  const refused = shown.filter((one) => !one.allowed);
  const titleOf = (action: CaseAction) => detail.actions.find((one) => one.action === action)?.title ?? '';
  const close = () => setAsking(undefined);
  const send = async (action: CaseAction, input: object) => {
    await command.mutateAsync({ action, input });
    say.done(`已${titleOf(action)}`);
    close();
  };
  const begin = async (action: CaseAction) => {
    const shape = actionForms[action];
    if (shape === undefined || shape.fields.length > 0) return setAsking(action);
    const agreed = await confirm({
      verb: titleOf(action),
      name: detail.number,
      consequence: shape.consequence ?? '',
    });
    if (agreed) await send(action, {});
  };
  const shape = asking === undefined ? undefined : actionForms[asking];
  const urged = nextActions[detail.stage];
  const isUsual = ({ action }: { readonly action: CaseAction }) => action === urged || usual.includes(action);
  const rare = allowed.filter((one) => !isUsual(one));
  return (
    <section className="request-actions" aria-label="可以办理的事项">
      {command.error === null || asking !== undefined ? null : (
        <p role="alert" className="form-fault">
          ▲ {command.error.sentence.what}：{command.error.sentence.why}。{command.error.sentence.todo}
        </p>
      )}
      <div className="request-buttons">
        {allowed.filter(isUsual).map(({ action, title }) => (
          <Button
            key={action}
            type={urged === action ? 'primary' : 'default'}
            onClick={() => begin(action).catch(() => undefined)}
          >
            {title}
          </Button>
        ))}
        {rare.length === 0 ? null : (
          <ActionMenu
            sections={[
              {
                actions: rare.map(({ action, title }) => ({
                  key: action,
                  label: title,
                  run: () => {
                    begin(action).catch(() => undefined);
                  },
                })),
              },
            ]}
          >
            其他事项
          </ActionMenu>
        )}
      </div>
      {refused.length === 0 ? null : (
        <details>
          <summary>现在不能办理的{refused.length}项和原因</summary>
          <dl className="request-refused">
            {refused.map(({ action, title, because }) => (
              <div key={action}>
                <dt>{title}</dt>
                <dd>{because}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {asking === 'reply' ? (
        <ReplyDialog detail={detail} onClose={close} onDone={(input) => send('reply', input)} />
      ) : null}
      {asking !== undefined && shape !== undefined ? (
        <ActionDialog
          key={asking}
          detail={detail}
          title={titleOf(asking)}
          shape={shape}
          onClose={close}
          onDone={(input) => send(asking, input)}
        />
      ) : null}
    </section>
  );
}
