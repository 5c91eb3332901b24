/** Sums, shares and changes, in tables and in running text. Where the arithmetic is not certain it keeps silent. Pure. */
import type { Finding } from '../../finding.ts';
import { type PublishedLine, proseLinesOf, publishedLinesOf } from '../../published-lines.ts';
import { findingOf, type Recogniser } from '../../recogniser.ts';
import { judgeCapitalAmounts } from './capital-amount.ts';
import { type SumFault, sumKinds } from './kinds.ts';
import { findWrongListCounts, judgeRespective } from './list-count.ts';
import { withPlainFigures } from './numbers.ts';
import { judgeChanges, judgeHundreds } from './prose-change.ts';
import { judgeTotals } from './prose-parts.ts';
import { figureGridOf } from './table-grid.ts';
import { judgeTableRates } from './table-rates.ts';
import { judgeTableTotals } from './table-totals.ts';

const sentenceEnd = /[。！？]/gu;
const keywords = /共|合计|总计|其中|分别|[由从比较]|产业|占|[壹贰叁肆伍陆柒捌玖拾]/u;
/** Longer lines are tables or data somebody pasted, not prose. */
const longestLine = 4_000;

function judgeLine(line: PublishedLine): readonly SumFault[] {
  if (line.text.length > longestLine || !/[0-9０-９]/u.test(line.text) || !keywords.test(line.text))
    return [];
  const text = withPlainFigures(line.text);
  const faults: SumFault[] = [];
  let from = 0;
  const ends = [...[...text.matchAll(sentenceEnd)].map((match) => match.index + 1), text.length];
  for (const end of ends) {
    const sentence = text.slice(from, end).replace(/[。！？]$/u, '');
    const start = line.start + from;
    faults.push(
      ...judgeTotals(sentence, start),
      ...judgeChanges(sentence, start),
      ...judgeHundreds(sentence, start),
      ...judgeCapitalAmounts(sentence, start),
      ...judgeRespective(sentence, start),
    );
    from = end;
  }
  return faults;
}

export const sumRecogniser: Recogniser = {
  name: 'sum',
  kinds: sumKinds,
  find(document) {
    const faults = [
      ...publishedLinesOf(document).flatMap(judgeLine),
      ...findWrongListCounts(proseLinesOf(document)),
      ...document.tables.flatMap((table) => {
        const grid = figureGridOf(document, table);
        return grid === undefined ? [] : [...judgeTableTotals(grid), ...judgeTableRates(grid)];
      }),
    ];
    return faults.map(
      ({ code, start, end, reason, severity }): Finding =>
        findingOf(sumKinds, code, {
          text: document.text.slice(start, end),
          start,
          end,
          reason,
          ...(severity === undefined ? {} : { severity }),
        }),
    );
  },
};
