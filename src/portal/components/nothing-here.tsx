/** What stands where nothing is: why, and how to go on. */
import type { ReactElement, ReactNode } from 'react';

export function NothingHere(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="empty-state">
      <p className="empty-title">{props.title}</p>
      {props.children}
    </div>
  );
}
