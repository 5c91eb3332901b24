/** A finding for tests of the desk. */
import type { FindingView } from '../contract.ts';

/** A finding of this text, at the beginning unless told. */
export function givenFinding(text: string, given: Partial<FindingView> = {}): FindingView {
  const start = given.start ?? 0;
  return {
    code: 'typo.wrongForm',
    class: 'typo',
    severity: 'block',
    start,
    end: start + text.length,
    text,
    reason: `“${text}”是错误的写法`,
    suggestion: null,
    source: '《现代汉语词典》',
    place: {},
    ...given,
  };
}
