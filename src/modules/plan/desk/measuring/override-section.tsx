/** The computed standing and a person's signed one, side by side; signing and taking it back. */
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import { setOverrideSchema, type TaskMeasuring } from '../../contract/measuring.ts';
import type { TaskDetail } from '../../contract/tasks.ts';
import { isSignedReason, signedReasonLength } from '../../rules/measuring/actions.ts';
import { type Standing, standings } from '../../rules/shapes.ts';
import { standingTitles } from '../../words/plans.ts';

/** What a signature or its withdrawal makes stale. */
const stale = ['/tasks', '/plans', '/my-tasks'];

const signContract = setOverrideSchema.refine(({ reason }) => isSignedReason(reason), {
  path: ['reason'],
  message: `请写明依据的事实或文件，至少${signedReasonLength}个字`,
});

function SignPanel({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const say = useSay();
  const sign = useCommand<object, { overrideId: string }>({
    call: (body) => ({ method: 'POST', path: `/tasks/${task.id}/overrides`, body }),
    changes: stale,
  });
  const initial: { standing: Standing | null; reason: string } = { standing: null, reason: '' };
  const form = useContractForm({
    contract: signContract,
    initial,
    submit: async (value) => {
      await sign.mutateAsync(value);
      say.done(`已署名认定为${standingTitles[value.standing]}`);
      onClose();
    },
  });
  return (
    <SidePanel title="署名认定任务状态" onClose={onClose} width="wide">
      <p>
        {`系统核对为“${standingTitles[task.computed.standing]}”：${task.computed.reason}。您的认定不会改掉它，两者并列显示，公开页面上也是如此；认定由您署名，记入操作记录，可以撤回。`}
      </p>
      <FormFrame form={form} verb="署名认定">
        <FormField form={form} name="standing" label="认定为">
          {({ id, value, onChange }) => (
            <Radio.Group
              id={id}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              options={standings.map((standing) => ({
                value: standing,
                label: standingTitles[standing],
                disabled: standing === task.computed.standing,
              }))}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="reason"
          label="理由"
          hint="写明依据的事实或文件。理由和您所在的单位会对外公开，请不要写个人信息。"
        >
          {(control) => <TextArea {...control} rows={4} maxLength={1000} />}
        </FormField>
      </FormFrame>
    </SidePanel>
  );
}

export function StandingPair({ task, measuring }: { task: TaskDetail; measuring: TaskMeasuring }) {
  const [signing, setSigning] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const may = useMay()('plan.override');
  const say = useSay();
  const withdraw = useCommand<string>({
    call: (reason) => ({
      method: 'POST',
      path: `/tasks/${task.id}/overrides/withdrawal`,
      body: { reason },
    }),
    changes: stale,
    onDone: () => say.done('已撤回署名认定'),
  });
  const inForce = measuring.overrides.find(({ withdrawn }) => withdrawn === null);
  const { computed } = task;
  return (
    <div className="standing-pair">
      <div>
        <h3>系统核对</h3>
        <p>
          <StandingChip standing={computed.standing} />
        </p>
        <p>{computed.reason}</p>
        <p className="plan-secondary">
          {computed.evaluatedAt === null
            ? '没有已确认的度量，只按期限判断'
            : `最近核对：${instantWords(instantOf(computed.evaluatedAt))}`}
        </p>
      </div>
      <div>
        <h3>署名认定</h3>
        {inForce === undefined ? (
          <p className="plan-secondary">没有。任务状态以系统核对为准。</p>
        ) : (
          <>
            <p>
              <StandingChip standing={inForce.standing} />
            </p>
            <p>{inForce.reason}</p>
            <p className="plan-secondary">
              {`${inForce.byName}（${inForce.byUnit}），${instantWords(instantOf(inForce.at))}`}
            </p>
            {inForce.standing === computed.standing ? (
              <p className="plan-secondary">系统核对的结果已与认定一致，可以撤回认定。</p>
            ) : null}
          </>
        )}
        {may ? (
          <p className="standing-actions">
            <Button size="small" onClick={() => setSigning(true)}>
              {inForce === undefined ? '署名认定' : '改作新的认定'}
            </Button>
            {inForce === undefined ? null : (
              <Button size="small" onClick={() => setWithdrawing(true)}>
                撤回认定
              </Button>
            )}
          </p>
        ) : null}
      </div>
      {signing ? <SignPanel task={task} onClose={() => setSigning(false)} /> : null}
      {withdrawing ? (
        <ReasonDialog
          verb="撤回认定"
          name={standingTitles[inForce?.standing ?? 'cannotTell']}
          consequence="撤回后，任务状态以系统核对的结果为准；原来的认定和理由留在状态变化里。"
          onClose={() => setWithdrawing(false)}
          onReason={(reason) => withdraw.mutateAsync(reason)}
        />
      ) : null}
    </div>
  );
}
