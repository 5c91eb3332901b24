/**
 * Settles each element of a document where box, head, text and signature speak of it: which one is taken, where it
 * stands and what a person must check. Pure.
 */
import { preambleLines } from '../basis-lines.ts';
import { boxValue } from '../box.ts';
import { unifiedNumber } from '../document-numbers.ts';
import type { DocumentReading } from '../document-reading.ts';
import { kindsOfTitle, officialKindOf } from '../kinds.ts';
import { noEffective, readBasis, readEffective, readRepeals, sentencesOf } from '../statements.ts';
import { titleKey } from '../title.ts';
import { readHeadLines, settleNumber } from './head-number.ts';
import { boxDay, settleLapse, settleWrittenOn } from './settle-days.ts';
import { settleIssuers } from './settle-issuers.ts';
import {
  amends,
  innerTitleOf,
  settleOpenness,
  settleTitle,
  themeLevels,
  validityOfText,
} from './settle-title.ts';
import { type ElementSources, Settling } from './settling.ts';

type Elements = Omit<DocumentReading, 'clauses' | 'notes'>;

export interface SettledElements extends Elements {
  /** Lines after the title that belong to the head: number, note on adoption, days. */
  readonly headLines: ReadonlySet<number>;
  /** Whether a note on adoption (题注) stands under the title. */
  readonly hasNote: boolean;
  /** Titles of the texts that follow the letter in the same file. */
  readonly annexTitles: readonly string[];
}

/** Settles all elements but the clauses. */
export function settleElements(sources: ElementSources): SettledElements {
  const { box, lines, letter, from } = sources;
  const settling = new Settling();
  const head = readHeadLines(sources);
  const title = settleTitle(sources, settling);
  const number = settleNumber(sources, head, settling);
  const issuers = settleIssuers(sources, settling);
  const writtenOn = settleWrittenOn(sources, head, settling);
  const published = boxDay(box, settling, 'publishedOn', 'publishedOn');
  settling.at('publishedOn', published?.place);
  const body = lines.slice(from, letter.end);
  const sentences = sentencesOf(body);
  const boxedEffective = boxDay(box, settling, 'effective', 'effectiveOn');
  const spoken = readEffective(sentences, writtenOn);
  if (
    boxedEffective !== undefined &&
    spoken !== undefined &&
    spoken.reading.kind === 'date' &&
    spoken.reading.day !== boxedEffective.day
  ) {
    settling.doubt(
      'effective',
      `信息栏的施行日期是${boxedEffective.day}，正文写的是${spoken.reading.day ?? '不明'}，采用正文。`,
    );
  }
  if (spoken?.reading.kind === 'onIssue' && spoken.reading.day !== null && boxedEffective === undefined) {
    settling.doubt('effective', '“印发（公布）之日”按成文日期推算，请核对。');
  }
  settling.at('effective', spoken?.place ?? boxedEffective?.place);
  const effective =
    boxedEffective !== undefined && spoken?.reading.kind !== 'date'
      ? { kind: 'date' as const, day: boxedEffective.day, days: null, text: spoken?.reading.text ?? null }
      : (spoken?.reading ?? noEffective);
  const lapse = settleLapse(sources, settling, effective.day ?? writtenOn, sentences);
  if (lapse.kind === 'period' && effective.day === null) {
    settling.doubt('lapse', '没有读到施行日期，有效期按成文日期推算，请核对。');
  }
  const repeals = readRepeals(sentences);
  settling.at('repeals', repeals[0]?.place);
  const inner = innerTitleOf(title ?? '');
  const ownKeys = [title ?? '', ...(inner === undefined ? [] : [inner])]
    .map(titleKey)
    .filter((key) => key !== '');
  const basis = readBasis(sentencesOf(preambleLines(body))).filter(
    (one) => !ownKeys.some((own) => own === titleKey(one.title ?? '') || amends(one.title ?? '', own)),
  );
  settling.at('basis', basis[0]?.place);
  const index = boxValue(box, 'indexNumber');
  settling.at('indexNumber', index?.place);
  const unifiedBox = boxValue(box, 'unifiedNumber');
  const unified =
    (unifiedBox === undefined ? null : unifiedNumber.exec(unifiedBox.value)?.[0]) ??
    lines
      .slice(0, from + 4)
      .map(({ spaced }) => unifiedNumber.exec(spaced)?.[0])
      .find((one) => one !== undefined) ??
    null;
  if (unified !== null) settling.at('unifiedNumber', unifiedBox?.place ?? sources.title?.place);
  const stamp = boxValue(box, 'validity');
  settling.at('validity', stamp?.place);
  const kinds = kindsOfTitle(title ?? '');
  const boxedKind = boxValue(box, 'kind');
  const kind = kinds.kind ?? officialKindOf(boxedKind?.value ?? '') ?? null;
  settling.at('kind', kinds.kind === null ? boxedKind?.place : settling.places.title);
  if (kind === null) settling.doubt('kind', '标题里没有认得的文种。');
  settling.at('addressees', letter.addressees?.place);
  settling.at('signature', letter.signature?.place);
  settling.at('attachments', letter.attachments?.place);
  settling.at('contact', letter.contact?.place);
  settling.at('copiedTo', letter.copiedTo?.place);
  settling.at('printed', letter.printed?.place);
  const attachments = letter.attachments?.value ?? [];
  const publishedOn = published?.day ?? sources.page?.publishedOn ?? null;
  if (publishedOn !== null && writtenOn !== null && publishedOn < writtenOn) {
    settling.doubt('publishedOn', `发布日期${publishedOn}早于成文日期${writtenOn}。`);
  }
  return {
    indexNumber: index?.value.replace(/\s+/gu, '') ?? null,
    title,
    documentNumber: number?.number ?? null,
    documentNumberParts: number?.parts ?? null,
    unifiedNumber: unified,
    issuers,
    kind,
    issuedKind: kinds.issuedKind,
    theme: themeLevels(sources, settling),
    openness: settleOpenness(sources, settling),
    addressees: letter.addressees?.value ?? [],
    writtenOn,
    publishedOn,
    effective,
    lapse,
    repeals: repeals.map(({ place: _, ...one }) => one),
    validity: stamp === undefined ? null : validityOfText(stamp.value.replace(/\s+/gu, '')),
    basis: basis.map(({ title: named, documentNumber }) => ({ title: named, documentNumber })),
    attachments: attachments.map((one) => ({ ...one, isInFile: false })),
    signature: letter.signature?.value ?? { issuers: [], day: null },
    contact: letter.contact?.value ?? null,
    copiedTo: letter.copiedTo?.value ?? [],
    printed: letter.printed?.value ?? { office: null, day: null },
    places: settling.places,
    flags: settling.flags,
    headLines: head.lines,
    hasNote: head.note !== undefined,
    annexTitles: [...(inner === undefined ? [] : [inner]), ...attachments.map((one) => one.title)],
  };
}
