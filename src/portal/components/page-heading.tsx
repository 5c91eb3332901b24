/** The title of a page, with a sentence under it and its tools beside it. */
import type { ReactElement, ReactNode } from 'react';

export function PageHeading(props: {
  readonly title: string;
  /** Official documents are set in the serif face. */
  readonly isDocument?: boolean;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <header className={props.isDocument === true ? 'page-heading document' : 'page-heading'}>
      <h1>{props.title}</h1>
      {props.lead === undefined ? null : <p className="lead">{props.lead}</p>}
      {props.children === undefined ? null : <div className="page-tools">{props.children}</div>}
    </header>
  );
}
