/** Facts as pairs of name and value: the elements card of a document, the small print of a task. */
import type { ReactElement, ReactNode } from 'react';

export interface Fact {
  readonly name: string;
  /** Facts without a value are left out. */
  readonly value: ReactNode;
}

export function FactList(props: {
  readonly facts: readonly Fact[];
  readonly className?: string;
}): ReactElement {
  const shown = props.facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <dl className={props.className ?? 'facts'}>
      {shown.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The elements of a document (发文机关、发文字号、日期 …) in a card beside its text. */
export function ElementsCard(props: {
  readonly title: string;
  readonly facts: readonly Fact[];
}): ReactElement {
  return (
    <section className="elements-card" aria-label={props.title}>
      <FactList className="facts elements" facts={props.facts} />
    </section>
  );
}
