/** The official documents of 望澜县 as rows of its former site: head with the elements, letter, text. Pure data. */
import { addDays, dayOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { ImportRow } from '#modules/publishing/rules/import-rows.ts';
import { countyDocuments } from './official-documents/county.ts';
import { departmentDocuments } from './official-documents/departments.ts';
import type { SeededDocument } from './official-documents/seeded-document.ts';

/** Days between the signature and the website. */
const daysToPublish = 5;

const titleOf = ({ isIssued, issuers, title }: SeededDocument) =>
  isIssued ? `${issuers.join('、')}关于印发《${title}》的通知` : title;

function pageOf(document: SeededDocument): string {
  const { number, theme, issuers, addressee, isIssued, title, text } = document;
  const head = [
    `发文机关：${issuers.join('、')}`,
    `发文字号：${number}`,
    `主题分类：${theme}`,
    `成文日期：${longDay(dayOf(document.writtenOn))}`,
  ];
  const greeting = addressee === null ? [] : [`${addressee}：`];
  const signature = [issuers.join('　'), longDay(dayOf(document.writtenOn))];
  const letter = isIssued
    ? [...greeting, `《${title}》已经审议通过，现印发给你们，请认真组织实施。`, ...signature, title, text]
    : [...greeting, text, ...signature];
  return [...head, ...letter].join('\n');
}

/** The unit that put a document on the site: 望澜县人民政府's own are entered by its office. */
function publisherOf({ issuers }: SeededDocument): string {
  const [first = ''] = issuers;
  return first === '望澜县人民政府' ? '望澜县人民政府办公室' : first;
}

/** All documents, oldest first. */
export function officialDocumentRows(): readonly ImportRow[] {
  const documents = [...countyDocuments, ...departmentDocuments].toSorted((left, right) =>
    left.writtenOn < right.writtenOn ? -1 : 1,
  );
  return documents.map((document, at) => ({
    line: at + 2,
    title: titleOf(document),
    columnCode: 'rules',
    unitName: publisherOf(document),
    kind: 'policyDocument',
    publishedOn: addDays(dayOf(document.writtenOn), daysToPublish),
    formedOn: dayOf(document.writtenOn),
    body: pageOf(document),
    indexNumber: null,
    sourceName: null,
    oldAddress: null,
    openness: 'proactive',
    reason: null,
  }));
}
