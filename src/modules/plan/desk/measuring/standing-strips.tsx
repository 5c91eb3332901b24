/** A task's standing along the days as strips: what was computed, and beside it what a person signed for; and each change in words. */

import { standingMarks } from '#desk/components/standing-chip/standing.ts';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { instantWords, shortDay } from '#kernel/day-words.ts';
import type { StandingChangeView } from '../../contract/measuring.ts';
import type { Standing } from '../../rules/shapes.ts';
import { EvidenceLink } from './evidence-link.tsx';

const width = 640;
const laneLeft = 72;
const laneHeight = 26;
const laneGap = 10;
const wordWidth = 56;

interface Segment {
  readonly key: string;
  readonly standing: Standing;
  readonly from: number;
  readonly until: number;
  readonly since: string;
}

/** The spans of one lane; a lane is empty where nothing was computed or signed. */
function segmentsOf(
  changes: readonly StandingChangeView[],
  subject: StandingChangeView['subject'],
  at: (time: number) => number,
  now: number,
): readonly Segment[] {
  const own = changes.filter((change) => change.subject === subject);
  return own.flatMap((change, index) => {
    if (change.after === null) return [];
    const next = own[index + 1];
    return [
      {
        key: change.id,
        standing: change.after,
        from: at(Date.parse(change.at)),
        until: next === undefined ? at(now) : at(Date.parse(next.at)),
        since: change.at,
      },
    ];
  });
}

function Lane({ title, top, segments }: { title: string; top: number; segments: readonly Segment[] }) {
  return (
    <g transform={`translate(0 ${top})`}>
      <text className="history-title" x={0} y={laneHeight / 2 + 4}>
        {title}
      </text>
      {segments.map(({ key, standing, from, until }) => {
        const wide = until - from;
        const { mark, word } = standingMarks[standing];
        return (
          <g key={key} className={`standing-${standing}`}>
            <rect className="history-span" x={from} y={0} width={Math.max(2, wide)} height={laneHeight} />
            {wide < 16 ? null : (
              <text className="history-word" x={from + 6} y={laneHeight / 2 + 4}>
                {wide < wordWidth + 16 ? mark : `${mark} ${word}`}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** A standing by its word; 无 where there is none. */
export function standingWordOf(standing: Standing | null): string {
  return standing === null ? '无' : standingMarks[standing].word;
}

export interface StandingStripsProps {
  /** The oldest first; at least one. */
  readonly changes: readonly StandingChangeView[];
  readonly now: number;
}

export function StandingStrips({ changes, now }: StandingStripsProps) {
  const start = Date.parse(changes[0]?.at ?? new Date(now).toISOString());
  const end = Math.max(now, start + 86_400_000);
  const at = (time: number) => laneLeft + ((time - start) / (end - start)) * (width - laneLeft);
  const computed = segmentsOf(changes, 'computed', at, end);
  const signed = segmentsOf(changes, 'override', at, end);
  const height = (signed.length > 0 ? 2 : 1) * (laneHeight + laneGap) + 18;
  const dayAt = (time: number) => shortDay(beijingDayOf(new Date(time)));
  return (
    <div className="history-scroll">
      <svg
        className="history-drawing"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`任务状态变化，共${changes.length}次，逐次见列表`}
      >
        <Lane title="系统核对" top={0} segments={computed} />
        {signed.length === 0 ? null : <Lane title="署名认定" top={laneHeight + laneGap} segments={signed} />}
        <text className="history-day" x={laneLeft} y={height - 4}>
          {dayAt(start)}
        </text>
        <text className="history-day" x={width} y={height - 4} textAnchor="end">
          {dayAt(end)}
        </text>
      </svg>
    </div>
  );
}

export function ChangeTimeline({ changes }: Pick<StandingStripsProps, 'changes'>) {
  return (
    <Timeline
      entries={[...changes].reverse().map((change) => ({
        key: change.id,
        when: instantWords(instantOf(change.at)),
        who: change.actorName,
        what: whatHappened(change),
        detail: (
          <ul className="cause-list">
            {change.causes.map(({ sentence, address }) => (
              <li key={sentence}>
                {address === null ? sentence : <EvidenceLink address={address}>{sentence}</EvidenceLink>}
              </li>
            ))}
          </ul>
        ),
      }))}
    />
  );
}

function whatHappened({ subject, before, after }: StandingChangeView): string {
  if (subject === 'override') {
    return after === null ? '撤回署名认定' : `署名认定为${standingWordOf(after)}`;
  }
  return before === null
    ? `首次核对：${standingWordOf(after)}`
    : `由${standingWordOf(before)}变为${standingWordOf(after)}`;
}
