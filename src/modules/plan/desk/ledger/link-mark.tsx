/** Whether a page named as evidence was still there when it was last looked at: mark, word, and how it was found out. */

import type { StandingName } from '#desk/components/standing-chip/standing.ts';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { CheckedLinkView } from '../../contract/ledger.ts';
import { linkStateTitles } from '../../words/ledger.ts';

const standingOfLink: Readonly<Record<CheckedLinkView['state'], StandingName>> = {
  alive: 'met',
  suspect: 'cannotTell',
  broken: 'failing',
  unknown: 'cannotTell',
  unchecked: 'notYetDue',
};

export function LinkMark({ link }: { readonly link: CheckedLinkView }) {
  const { state, detail, checkedAt } = link;
  const how = checkedAt === null ? '' : `${instantWords(instantOf(checkedAt))}检查：${detail ?? ''}`;
  return (
    <span title={how}>
      <StandingChip standing={standingOfLink[state]} word={linkStateTitles[state]} />
      <span className="visually-hidden">{how}</span>
    </span>
  );
}
