/** A state as mark, word and figure; never by colour alone. Other states (有效, 逾期) borrow a standing and bring their word. */
import { type StandingName, standingMarks } from './standing.ts';
import './standing-chip.css';

export interface StandingChipProps {
  readonly standing: StandingName;
  /** Another word for it: “逾期2天”. */
  readonly word?: string;
  /** A figure behind the word: “3/5”. */
  readonly figure?: string;
}

export function StandingChip({ standing, word, figure }: StandingChipProps) {
  const { mark, word: usual } = standingMarks[standing];
  return (
    <span className={`standing-chip standing-${standing}`}>
      <span aria-hidden="true">{mark}</span>
      {word ?? usual}
      {figure === undefined ? null : <span className="standing-figure">{figure}</span>}
    </span>
  );
}
