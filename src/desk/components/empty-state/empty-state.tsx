/** A place with nothing in it yet: says what will appear here and how to begin. */
import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  /** What will appear: “这里会列出分给本单位的任务”. */
  readonly title: string;
  /** How to begin. */
  readonly hint?: ReactNode;
  /** The button that begins it. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false">
        <path d="M10 6h20l8 8v28H10z M30 6v8h8" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path
          d="M16 22h16 M16 29h16 M16 36h9"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2 3"
        />
      </svg>
      <p className="empty-state-title">{title}</p>
      {hint === undefined ? null : <p className="empty-state-hint">{hint}</p>}
      {action}
    </div>
  );
}
