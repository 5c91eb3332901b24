/** The whole of a back-test at a glance: three figures, then sections and units as bars. */
import { useSearchParams } from 'react-router';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import type { BackTest } from '../../contract/back-testing.ts';
import { type PastCounts, pastStandings } from '../../rules/back-testing/shapes.ts';
import { totalOfPast } from '../../rules/back-testing/verdict.ts';
import { pastStandingTitles } from '../../words/back-testing.ts';
import { Bars } from '../overview/bars.tsx';
import '../overview/overview.css';

/** The drawing knows four standings; 未到期 does not occur in a year that lies behind. */
const asCounts = (counts: PastCounts) => ({ ...counts, notYetDue: 0 });

function shareOf(counts: PastCounts): string {
  const told = counts.met + counts.failing;
  return told === 0 ? '' : `能判定的${told}项中${Math.round((counts.met * 100) / told)}%会达标`;
}

export function BackTestFigures({ result }: { result: BackTest }) {
  const [params, setParams] = useSearchParams();
  const { summary } = result;
  const show = (standing: string) => {
    const next = new URLSearchParams(params);
    if (params.get('f.standing') === standing) next.delete('f.standing');
    else next.set('f.standing', standing);
    setParams(next, { replace: true });
  };
  return (
    <>
      <ul className="overview-figures" aria-label="试算结果">
        {pastStandings.map((standing) => (
          <li key={standing}>
            <button
              type="button"
              aria-pressed={params.get('f.standing') === pastStandingTitles[standing]}
              onClick={() => show(pastStandingTitles[standing])}
            >
              <StandingChip standing={standing} word={pastStandingTitles[standing]} />
              <strong>{summary.total[standing]}</strong>
              <span className="plan-secondary">
                {standing === 'cannotTell' && summary.unmeasured > 0
                  ? `其中${summary.unmeasured}项没有度量`
                  : `共${totalOfPast(summary.total)}项任务`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p aria-live="polite">{shareOf(summary.total)}</p>
      <div className="overview-columns">
        <Bars
          title="各章节试算结果"
          nameTitle="章节"
          shown={pastStandings}
          rows={summary.sections.map(({ section, counts }) => ({
            key: section ?? '',
            name: section ?? '没有分章节',
            counts: asCounts(counts),
          }))}
        />
        <Bars
          title="各单位试算结果"
          nameTitle="单位"
          shown={pastStandings}
          rows={summary.units.map(({ unitId, unitName, counts }) => ({
            key: unitId,
            name: unitName,
            counts: asCounts(counts),
          }))}
        />
      </div>
    </>
  );
}
