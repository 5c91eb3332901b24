/** Whether what was read is an official document at all, and what speaks against it. Pure. */

import type { DocumentClause } from '../rules/clause.ts';
import type { BoxReading } from './box.ts';
import type { NotADocument } from './document-reading.ts';
import type { SettledElements } from './elements/settle-elements.ts';
import { issuersOfTitle } from './issuers.ts';
import { officialKinds } from './kinds.ts';
import type { LetterReading } from './letter.ts';
import type { DocumentLine } from './lines.ts';
import type { TitleReading } from './title.ts';

export interface DocumentSigns {
  readonly box: BoxReading;
  readonly title: TitleReading | undefined;
  readonly letter: LetterReading;
  readonly clauses: readonly DocumentClause[];
  readonly settled: SettledElements;
  readonly lines: readonly DocumentLine[];
}

export type SignsVerdict =
  | { readonly isDocument: true }
  | { readonly isDocument: false; readonly notADocument: NotADocument };

/** Signs of a document are weighed; three points make one. */
const enough = 3;

/** Weighs the signs: number, title with a kind, addressees, signature, openness mark, box, articles. */
export function judgeDocumentSigns({ box, letter, clauses, settled }: DocumentSigns): SignsVerdict {
  const articles = clauses.filter(({ level }) => level === 'article').length;
  const strongFields = new Set(box.values.map(({ field }) => field).filter((field) => field !== 'other'))
    .size;
  const isOfficial = officialKinds.some((kind) => kind === settled.kind);
  const signs: readonly (readonly [boolean, number, string])[] = [
    [settled.documentNumber !== null, 2, '没有发文字号'],
    [
      settled.title !== null && settled.kind !== null,
      isOfficial ? 2 : 1,
      '没有以文种（通知、意见、办法等）结尾的标题',
    ],
    [letter.addressees !== null, 1, '没有主送机关'],
    [letter.signature !== null, 1, '没有发文机关署名和成文日期'],
    [letter.openness !== null, 1, '没有“此件公开发布”一类的标注'],
    [strongFields >= 3, 2, '没有索引号、发文机关、成文日期等信息栏'],
    [articles >= 3, 2, '正文没有分条'],
    [settled.hasNote, 1, '标题下没有题注'],
    [settled.effective.kind !== 'none', 1, '没有写明施行日期'],
    [settled.title !== null && issuersOfTitle(settled.title).length > 0, 1, '标题里没有发文机关'],
  ];
  const weight = signs.reduce((sum, [isThere, worth]) => sum + (isThere ? worth : 0), 0);
  if (weight >= enough && settled.title !== null) return { isDocument: true };
  return {
    isDocument: false,
    notADocument: {
      sentence: '这份文件不像是公文，没有读取。',
      reasons: [
        ...(settled.title === null ? ['没有找到公文标题'] : []),
        ...signs.filter(([isThere]) => !isThere).map(([, , reason]) => reason),
      ],
    },
  };
}
