/** Where the page stands; its last step is the page itself. */
import type { ReactElement } from 'react';
import { homeAddress } from '../addresses.ts';

export interface Crumb {
  readonly title: string;
  readonly address: string;
}

export function Breadcrumb(props: {
  /** From below the first page down to the parent. */
  readonly steps: readonly Crumb[];
  readonly here: string;
}): ReactElement {
  const steps = [{ title: '首页', address: homeAddress() }, ...props.steps];
  return (
    <nav className="breadcrumb" aria-label="当前位置">
      <ol>
        {steps.map((step) => (
          <li key={step.address}>
            <a href={step.address}>{step.title}</a>
          </li>
        ))}
        <li aria-current="page">{props.here}</li>
      </ol>
    </nav>
  );
}
