/** The head of a screen: title, one line under it, its one primary button, and the help the panel shows for it. */
import { type ReactNode, useEffect } from 'react';
import { setScreenHelp } from './screen-help.ts';
import './page-header.css';

export interface PageHeaderProps {
  readonly title: string;
  /** One sentence: what this screen is for, or the state it shows. */
  readonly summary?: ReactNode;
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
  /** What the help panel says here; short paragraphs. */
  readonly help?: ReactNode;
}

export function PageHeader({ title, summary, actions, help }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · 工作台`;
  }, [title]);
  useEffect(() => {
    setScreenHelp({ title, body: help });
    return () => setScreenHelp(undefined);
  }, [title, help]);
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        {summary === undefined ? null : <p className="page-header-summary">{summary}</p>}
      </div>
      {actions === undefined ? null : <div className="page-header-actions">{actions}</div>}
    </header>
  );
}
