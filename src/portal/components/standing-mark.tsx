/** A state as shape, colour and word: ● ▲ ○ ◇, so that nobody has to tell colours apart. */
import type { ReactElement } from 'react';
import type { StateMark } from '#kernel/portal-offers.ts';

/** The shape about a centre, in the units of the drawing it stands in. */
export function MarkShape(props: {
  readonly mark: StateMark;
  readonly x: number;
  readonly y: number;
  /** Half its height. */
  readonly reach: number;
}): ReactElement {
  const { mark, x, y, reach } = props;
  switch (mark) {
    case 'met':
      return <circle className="mark met" cx={x} cy={y} r={reach * 0.92} fill="#2E7D4F" />;
    case 'failing': {
      const points = `${x},${y - reach} ${x + reach},${y + reach * 0.82} ${x - reach},${y + reach * 0.82}`;
      return <polygon className="mark failing" points={points} fill="#B4232A" />;
    }
    case 'notYetDue':
      return (
        <circle
          className="mark notYetDue"
          cx={x}
          cy={y}
          r={reach * 0.8}
          fill="#FFFFFF"
          stroke="#5B6B7B"
          strokeWidth={reach * 0.28}
        />
      );
    case 'cannotTell': {
      const points = `${x},${y - reach} ${x + reach},${y} ${x},${y + reach} ${x - reach},${y}`;
      return (
        <polygon
          className="mark cannotTell"
          points={points}
          fill="#FFFFFF"
          stroke="#8A5A00"
          strokeWidth={reach * 0.28}
        />
      );
    }
  }
}

/** The shape alone, as high as the text around it; whoever uses it says the word. */
export function MarkSign({ mark }: { readonly mark: StateMark }): ReactElement {
  return (
    <svg className="mark-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <MarkShape mark={mark} x={8} y={8} reach={6.5} />
    </svg>
  );
}

export function StandingMark(props: { readonly mark: StateMark; readonly word: string }): ReactElement {
  return (
    <span className={`standing ${props.mark}`}>
      <MarkSign mark={props.mark} />
      {props.word}
    </span>
  );
}
