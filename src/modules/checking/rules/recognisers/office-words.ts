/** Wrong phrases of the office's own dictionary, in force on the day of the check. Protected and accepted ones let the engine be silent. */
import type { Finding, FindingKind } from '../finding.ts';
import { PhraseAutomaton } from '../phrase-automaton.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';

const kinds: Readonly<Record<string, FindingKind>> = {
  'wording.office': {
    class: 'wording',
    severity: 'confirm',
    title: '本单位词库中的不规范表述',
    remedy: '按词库的规范表述修改；确需使用的，说明理由。',
    source: '本单位词库',
  },
};

export const officeWords: Recogniser = {
  name: 'office-words',
  kinds,
  find({ text }, { dictionary }) {
    const wrong = dictionary.filter((entry) => entry.kind === 'wrong' && entry.phrase !== '');
    if (wrong.length === 0) return [];
    const found: Finding[] = [];
    for (const { start, end, phrase } of new PhraseAutomaton(wrong.map((entry) => entry.phrase)).matches(
      text,
    )) {
      const entry = wrong[phrase];
      if (entry === undefined) continue;
      found.push(
        findingOf(kinds, 'wording.office', {
          text: entry.phrase,
          start,
          end,
          severity: entry.severity,
          suggestion: entry.replacement,
          reason: entry.reason === '' ? `本单位词库规定不使用“${entry.phrase}”` : entry.reason,
        }),
      );
    }
    return found;
  },
};
