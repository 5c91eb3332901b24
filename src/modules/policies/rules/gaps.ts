/**
 * Which elements a document of the library lacks. 国办公开办函〔2021〕33号: what is published as a set carries title, number,
 * days and validity. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';

export const documentGaps = [
  'documentNumber',
  'theme',
  'kind',
  'publishedOn',
  'effectiveOn',
  'body',
  'endDay',
] as const;
/** 发文字号、主题、文种、发布日期、施行日期、正文、废止或者失效日期. Title, issuer and written day are never missing. */
export type DocumentGap = (typeof documentGaps)[number];

export interface GapFacts {
  readonly documentNumber: string | null;
  readonly theme: string | null;
  readonly kind: string | null;
  readonly publishedOn: Day | null;
  readonly effectiveOn: Day | null;
  readonly isNormative: boolean;
  readonly hasBody: boolean;
  /** Ended by another document of which no day is known. */
  readonly isEndedWithoutDay: boolean;
}

/** What is missing, in the order of the form. Only a normative document must say from when it applies. */
export function findDocumentGaps(facts: GapFacts): readonly DocumentGap[] {
  const isMissing: Readonly<Record<DocumentGap, boolean>> = {
    documentNumber: facts.documentNumber === null,
    theme: facts.theme === null,
    kind: facts.kind === null,
    publishedOn: facts.publishedOn === null,
    effectiveOn: facts.isNormative && facts.effectiveOn === null,
    body: !facts.hasBody,
    endDay: facts.isEndedWithoutDay,
  };
  return documentGaps.filter((gap) => isMissing[gap]);
}
