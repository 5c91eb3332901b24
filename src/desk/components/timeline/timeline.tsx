/** What happened to a thing, newest first: when, who, what. */
import type { ReactNode } from 'react';
import './timeline.css';

export interface TimelineEntry {
  readonly key: string;
  /** Finished words: “2026年11月20日 17:05”. */
  readonly when: string;
  readonly who?: string;
  readonly what: ReactNode;
  readonly detail?: ReactNode;
}

export interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  /** Said when nothing has happened yet. */
  readonly empty?: string;
}

export function Timeline({ entries, empty = '还没有记录' }: TimelineProps) {
  if (entries.length === 0) return <p className="timeline-empty">{empty}</p>;
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <p className="timeline-when">
            {entry.when}
            {entry.who === undefined ? null : <span>　{entry.who}</span>}
          </p>
          <p className="timeline-what">{entry.what}</p>
          {entry.detail === undefined ? null : <div className="timeline-detail">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
