/** What a meeting and a training begin with: where it stands, its facts, and to change, hold or cancel it. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { Facts, type FactsProps } from '#desk/components/facts/facts.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { gatheringMarks } from './record-words.ts';
import './records.css';

export type GatheringAction = 'change' | 'hold' | 'cancel';

export interface GatheringHeadProps {
  readonly gathering: {
    readonly status: keyof typeof gatheringMarks;
    readonly cancelReason: string | null;
    readonly plannedFor: string;
    readonly heldOn: string | null;
    readonly createdByName: string;
  };
  /** Below `/api/v1`. */
  readonly path: string;
  readonly name: string;
  /** 会议, 培训. */
  readonly noun: string;
  /** 召开, 举办. */
  readonly verb: string;
  readonly statusTitle: string;
  /** Between the days and who entered it. */
  readonly facts: FactsProps['facts'];
  readonly can: (action: GatheringAction) => boolean;
  /** The forms that stand in its place while somebody fills them in. */
  readonly changeForm: (done: () => void) => ReactNode;
  readonly holdForm: (done: () => void) => ReactNode;
  readonly cancelConsequence: string;
  /** Further buttons, between holding and changing. */
  readonly children?: ReactNode;
}

export function GatheringHead(props: GatheringHeadProps) {
  const { gathering, path, name, noun, verb, can } = props;
  const [doing, setDoing] = useState<GatheringAction>();
  const say = useSay();
  const cancel = useCommand<string>({
    call: (reason) => ({ method: 'POST', path: `${path}/cancel`, body: { reason } }),
    changes: ['/organisation', '/todos'],
    onDone: () => say.done('已取消，不再计数'),
  });
  const done = () => setDoing(undefined);
  if (doing === 'change') return props.changeForm(done);
  if (doing === 'hold') return props.holdForm(done);
  const { status, cancelReason, plannedFor, heldOn, createdByName } = gathering;
  return (
    <>
      <Facts
        facts={[
          [
            '状态',
            <StandingChip
              key="status"
              standing={gatheringMarks[status]}
              word={props.statusTitle}
              {...(cancelReason === null ? {} : { figure: cancelReason })}
            />,
          ],
          ['计划日期', heldOn === null ? dayTextInWords(plannedFor) : ''],
          [`${verb}日期`, dayTextInWords(heldOn)],
          ...props.facts,
          ['登记人', createdByName],
        ]}
      />
      <p className="detail-actions">
        {can('hold') ? (
          <Button type="primary" onClick={() => setDoing('hold')}>
            登记{verb}
          </Button>
        ) : null}
        {props.children}
        {can('change') ? <Button onClick={() => setDoing('change')}>修改</Button> : null}
        {can('cancel') ? (
          <Button danger onClick={() => setDoing('cancel')}>
            取消{noun}
          </Button>
        ) : null}
      </p>
      {doing === 'cancel' ? (
        <ReasonDialog
          verb="取消"
          name={name}
          consequence={props.cancelConsequence}
          onClose={done}
          onReason={(reason) => cancel.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}
