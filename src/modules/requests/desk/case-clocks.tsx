/** Every period of the case: what is left, why it stands still, and day by day how it was computed. */
import { SentDerivation } from '#desk/components/derivation-view/derivation-view.tsx';
import '#desk/components/clock/clock.css';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { CaseView } from '../contract/requests.ts';

type ClockView = CaseView['clocks'][number];

function figureOf({ state, remaining, due }: ClockView): string {
  if (state === 'over') return '● 已完成或者已过';
  if (due === null) return '无法计算';
  if (remaining === null) return '按确定的日期';
  if (remaining < 0) return `▲ 已逾期${-remaining}个工作日`;
  return remaining === 0 ? '今天到期' : `还有${remaining}个工作日`;
}

function toneOf({ state, remaining }: ClockView): string {
  if (state !== 'running') return state === 'paused' ? 'suspended' : 'over';
  if (remaining !== null && remaining < 0) return 'late';
  return remaining !== null && remaining <= 3 ? 'near' : 'running';
}

export function CaseClocks({ detail }: { readonly detail: CaseView }) {
  if (detail.clocks.length === 0) {
    return <p className="quiet">收到之日还没有确定，期限没有开始。</p>;
  }
  // The reply first, then what runs; what is over comes last.
  const order = (clock: ClockView) => (clock.name === 'foi-reply' ? 0 : clock.state === 'over' ? 2 : 1);
  const clocks = detail.clocks.toSorted((left, right) => order(left) - order(right));
  return (
    <div className="request-clocks">
      {clocks.map((clock) => (
        <section
          key={`${clock.name}${clock.about ?? ''}`}
          className={`clock clock-${toneOf(clock)}`}
          aria-label={clock.title}
        >
          <p className="clock-title">
            {clock.title}
            {clock.about === null ? '' : `（${clock.about}）`}
          </p>
          <p className="clock-figure">
            <strong>{figureOf(clock)}</strong>
          </p>
          <p className="clock-due">
            {clock.due === null ? clock.otherwise : `${dayTextInWords(clock.due)}到期`}
            {clock.state === 'paused' && clock.pausedBy !== null ? `，暂停：${clock.pausedBy}` : ''}
            {clock.fixed ? '，由负责人确定' : ''}
          </p>
          {clock.derivation === null ? null : (
            <details>
              <summary>如何算出</summary>
              <SentDerivation sent={clock.derivation} />
            </details>
          )}
        </section>
      ))}
      {detail.ineffective.map(({ title, on, because }) => (
        <p key={`${title}${on}`} className="form-fault">
          ▲ {dayTextInWords(on)}
          {title}不影响期限：{because}
        </p>
      ))}
    </div>
  );
}
