/** I1–I9 as one strip: each with its mark, its word and, on demand, why nothing can be said. */
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import type { LiveTables } from '../../contract/live-tables.ts';
import { identityTitles } from '../../words.ts';

type Verdict = LiveTables['verdicts'][number];

function wordOfVerdict({ state, findings }: Verdict): string {
  switch (state) {
    case 'holds':
      return '成立';
    case 'broken':
      return `${findings}处不成立`;
    case 'cannotTell':
      return '不能判断';
  }
}

const standings = { holds: 'met', broken: 'failing', cannotTell: 'cannotTell' } as const;

/** `新收＋上年结转＝办理结果总计＋结转下年` out of the title with its number. */
function saysOf(identity: Verdict['identity']): string {
  return identityTitles[identity].replace(/^[^（]*（|）$/gu, '');
}

export function VerdictStrip({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  return (
    <ol className="report-verdicts" aria-label="勾稽关系">
      {verdicts.map((verdict) => (
        <li key={verdict.identity}>
          <span className="report-verdict-says">{saysOf(verdict.identity)}</span>
          <StandingChip standing={standings[verdict.state]} word={wordOfVerdict(verdict)} />
          {verdict.because === '' ? null : <span className="quiet">{verdict.because}</span>}
        </li>
      ))}
    </ol>
  );
}
