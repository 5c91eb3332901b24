/** The shape in which the parts of this recogniser report, and what counts as Chinese text. Pure. */
import type { Severity } from '../../finding.ts';
import type { punctuationKinds } from './kinds.ts';

/** A fault with its span in the line. */
export interface PunctuationFault {
  readonly code: keyof typeof punctuationKinds;
  readonly severity?: Severity;
  readonly reason: string;
  readonly suggestion: string | null;
  readonly start: number;
  readonly end: number;
}

/** A Chinese character of the basic block, its first extension, or 〇. */
export function isChinese(sign: string): boolean {
  return (sign >= '一' && sign <= '鿿') || (sign >= '㐀' && sign <= '䶿') || sign === '〇';
}
