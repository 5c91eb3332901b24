/**
 * Agencies whose names a reform ended, judged by the document's day, and units of the county whose names are misspelt or no
 * longer valid. Pure; browser-safe.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { readDataRows } from '../csv-rows.ts';
import { findDocumentDay } from '../document-day.ts';
import type { FindingKind } from '../finding.ts';
import { PhraseAutomaton } from '../phrase-automaton.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';

const kinds: Readonly<Record<string, FindingKind>> = {
  'agencyName.former': {
    class: 'agencyName',
    severity: 'confirm',
    title: '机构名称已经变更',
    remedy: '改用文件日期时的名称；确指当时机构的，前面加“原”。',
    source: '历次机构改革方案，截至2023年5月',
  },
};

export interface FormerAgency {
  readonly former: string;
  /** First day on which the new name stood. */
  readonly on: Day;
  readonly present: string;
}

/** The list as it lies in `former-agencies.csv`. Throws with the row when one is malformed. */
export function parseFormerAgencies(csv: string): readonly FormerAgency[] {
  return readDataRows(csv, 'former,on,present,level', ([former = '', on = '', present = '']) => {
    const day = parseDay(on);
    return former === '' || day === undefined ? undefined : { former, on: day, present };
  });
}

/** Names of four characters and fewer also arise inside other words (城乡建设部, 卫生部门): they must stand free. */
const shortest = 5;
const standsFreeBefore =
  /(?:^|[\s，。、；：（(“和及与由经报]|按照|根据|国家|中华人民共和国|请示|联合|会同|转发|印发)$/u;
const longerWord = /^[门队位署件长员分队际]/u;
const asFormer = /(?:原|前|时任|曾任|当时的|撤销|合并|组建前)[^，。；]{0,6}$/u;

/** Half-open spans between 《 and 》: titles keep the name of their time. */
function titleSpans(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/《[^《》\n]{1,120}》/gu)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}

/** A recogniser over the list of former agencies. */
export function formerAgencyRecogniser(agencies: readonly FormerAgency[]): Recogniser {
  const names = new PhraseAutomaton(agencies.map(({ former }) => former));
  return {
    name: 'former-agencies',
    kinds,
    find(document, context) {
      const day = findDocumentDay(document, context);
      if (day === null) return [];
      const { text } = document;
      const met = [...names.matches(text)].sort(
        (left, right) => left.start - right.start || right.end - left.end,
      );
      if (met.length === 0) return [];
      const titles = titleSpans(text);
      let coveredUntil = 0;
      return met.flatMap(({ start, end, phrase }) => {
        const agency = agencies[phrase];
        if (agency === undefined || start < coveredUntil || day < agency.on) return [];
        const before = text.slice(Math.max(0, start - 12), start);
        const isPart =
          longerWord.test(text.slice(end, end + 1)) ||
          (agency.former.length < shortest && !standsFreeBefore.test(before));
        if (isPart || asFormer.test(before) || /^（(?:已|现|后)/u.test(text.slice(end, end + 2))) return [];
        if (titles.some(([from, until]) => from < start && end < until)) return [];
        coveredUntil = end;
        const { former, on, present } = agency;
        return [
          findingOf(kinds, 'agencyName.former', {
            text: former,
            start,
            end,
            reason: `“${former}”自${longDay(on)}起不再使用，现为${present}`,
            suggestion: /[、（]/u.test(present) ? null : present,
          }),
        ];
      });
    },
  };
}
