/** The history of a task's standing: drawn, as a table for readers and files, and told change by change. */
import { DrawingFrame } from '#desk/components/drawing-frame/drawing-frame.tsx';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { StandingChangeView } from '../../contract/measuring.ts';
import { ChangeTimeline, StandingStrips, standingWordOf } from './standing-strips.tsx';

export function StandingHistory({ changes, now }: { changes: readonly StandingChangeView[]; now: number }) {
  if (changes.length === 0) {
    return <p className="plan-secondary">还没有核对过，确认度量后会记下每次变化和原因。</p>;
  }
  return (
    <>
      <DrawingFrame
        title="任务状态变化"
        table={{
          head: ['时间', '类别', '原状态', '新状态', '原因', '由谁引起'],
          rows: changes.map((change) => [
            instantWords(instantOf(change.at)),
            change.subject === 'computed' ? '系统核对' : '署名认定',
            standingWordOf(change.before),
            standingWordOf(change.after),
            change.causes.map(({ sentence }) => sentence).join('；'),
            change.actorName,
          ]),
        }}
      >
        <StandingStrips changes={changes} now={now} />
      </DrawingFrame>
      <ChangeTimeline changes={changes} />
    </>
  );
}
