/**
 * The gazette: numbers of issues, their names, and an issue as a paper with its table of contents. 国办发〔2018〕22号: the text
 * in the gazette is the standard text. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { OfficialPaper, PaperBlock } from '#kernel/paper/paper.ts';
import { blocksOfDocument, type PaperDocument } from './document-paper.ts';

export interface IssueNumber {
  readonly year: number;
  readonly number: number;
  readonly totalNumber: number;
}

/** The number after the last issue; within the year it begins anew. */
export function nextIssueNumber(last: IssueNumber | undefined, year: number): IssueNumber {
  if (last === undefined) return { year, number: 1, totalNumber: 1 };
  return {
    year,
    number: last.year === year ? last.number + 1 : 1,
    totalNumber: last.totalNumber + 1,
  };
}

/** 2026年第3号（总第7号） */
export function issueName({ year, number, totalNumber }: IssueNumber): string {
  return `${year}年第${number}号（总第${totalNumber}号）`;
}

/** The whole issue: cover, table of contents, each document on a page of its own. */
export function composeGazette(
  issue: IssueNumber & { readonly publisher: string; readonly day: Day },
  documents: readonly PaperDocument[],
): OfficialPaper {
  const title = `${issue.publisher}公报${issueName(issue)}`;
  const pages = documents.flatMap((document): PaperBlock[] => [
    { kind: 'pageBreak' },
    ...blocksOfDocument(document),
  ]);
  return {
    title,
    issuer: issue.publisher,
    day: issue.day,
    blocks: [
      { kind: 'redHead', text: `${issue.publisher}公报` },
      { kind: 'paragraph', text: issueName(issue), indent: false, align: 'center' },
      { kind: 'paragraph', text: `${longDay(issue.day)}出版`, indent: false, align: 'center' },
      { kind: 'contents', title: '目录' },
      ...pages,
    ],
  };
}
