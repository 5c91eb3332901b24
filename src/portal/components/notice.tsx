/** A banner before the text that changes how it must be read: not valid any more, provisional, filtered. */
import type { ReactElement, ReactNode } from 'react';
import type { StateMark } from '#kernel/portal-offers.ts';
import { StandingMark } from './standing-mark.tsx';

export function Notice(props: {
  /** Its colour and shape; the word says the same. */
  readonly mark: StateMark;
  readonly word: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={`notice ${props.mark}`}>
      <p className="notice-word">
        <StandingMark mark={props.mark} word={props.word} />
      </p>
      <div>{props.children}</div>
    </div>
  );
}
