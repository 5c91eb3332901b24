/** One official document of 望澜县 as the seed writes it down. Data only. */

export interface SeededDocument {
  readonly number: string;
  readonly writtenOn: string;
  /** First-level theme of the official list. */
  readonly theme: string;
  /** Full names; several for a joint issue. */
  readonly issuers: readonly string[];
  /** Title of the document itself, or of the text that a notice issues. */
  readonly title: string;
  /** Whether the text is issued with a notice (关于印发《…》的通知). */
  readonly isIssued: boolean;
  readonly addressee: string | null;
  /** Clauses, one on each line. */
  readonly text: string;
}

const toAll = '各镇人民政府、街道办事处，县政府各部门';

type Given = Pick<SeededDocument, 'number' | 'writtenOn' | 'theme' | 'title' | 'text'> & {
  readonly issuers?: readonly string[];
};
const county = ['望澜县人民政府'] as const;

/** A text of articles that goes out with a notice. */
export function issuedText(given: Given): SeededDocument {
  return { issuers: county, ...given, isIssued: true, addressee: toAll };
}

/** A notice or opinion addressed to the county's bodies. */
export function letterToAll(given: Given): SeededDocument {
  return { issuers: county, ...given, isIssued: false, addressee: toAll };
}

/** A decision or announcement to everybody. */
export function publicNotice(given: Given): SeededDocument {
  return { issuers: county, ...given, isIssued: false, addressee: null };
}
