/**
 * Builds the demonstration plan as a Word document in the customary form of an issued plan: cover notice, the table of
 * tasks in landscape with merged cells, the annex of members. The same data gives the same bytes.
 */

import { Document, LineRuleType, Packer, PageOrientation, type Paragraph } from 'docx';
import { coreProperties } from '#kernel/paper/core-properties.ts';
import { withFixedZipTimes } from '#kernel/paper/zip-times.ts';
import {
  a4,
  centred,
  documentEnd,
  documentHead,
  indented,
  officialLine,
  pageFooter,
  pageMargin,
  sizes,
  typefaces,
} from './official-paragraphs.ts';
import type { SeedPlan } from './plan-2026/seed-plan.ts';
import { planTable } from './plan-table.ts';

/** A long title is broken around the name of what is issued, so that no line ends inside it. */
function noticeTitleLines(title: string): readonly string[] {
  return title.split(/(?=《)|(?<=》)/);
}

function coverNotice(plan: SeedPlan): Paragraph[] {
  return [
    ...documentHead(plan.issuer, plan.docNumber, noticeTitleLines(plan.noticeTitle)),
    officialLine(plan.addressees),
    ...plan.noticeParagraphs.map((text) => officialLine(text, indented)),
    officialLine(`附件：1. ${plan.title}`, {
      ...indented,
      spacing: { before: 280, line: 560, lineRule: LineRuleType.EXACT },
    }),
    officialLine(`2. ${plan.memberList.title}`, { indent: { left: 1600 } }),
    ...documentEnd(plan.issuer, plan.issuedOn),
  ];
}

function annexHead(number: number, title: string): Paragraph[] {
  return [
    officialLine(`附件${number}`, { font: typefaces.hei }),
    officialLine(title, {
      ...centred,
      font: typefaces.song,
      size: sizes.title,
      spacing: { before: 200, after: 300, line: 620, lineRule: LineRuleType.EXACT },
    }),
  ];
}

/** The document's bytes; equal for equal data on every machine and at every time. */
export async function buildPlanDocument(plan: SeedPlan): Promise<Uint8Array> {
  const narrow = { top: 1134, bottom: 1134, left: 1134, right: 1134 };
  const portrait = { size: { ...a4, orientation: PageOrientation.PORTRAIT }, margin: pageMargin };
  const landscape = { size: { ...a4, orientation: PageOrientation.LANDSCAPE }, margin: narrow };
  const footers = { default: pageFooter() };
  const document = new Document({
    creator: plan.issuer,
    title: plan.title,
    sections: [
      { properties: { page: portrait }, footers, children: coverNotice(plan) },
      {
        properties: { page: landscape },
        footers,
        children: [...annexHead(1, plan.title), planTable(plan)],
      },
      {
        properties: { page: portrait },
        footers,
        children: [
          ...annexHead(2, plan.memberList.title),
          officialLine(`${plan.memberList.phrase}（${plan.memberList.members.length}个）：`, indented),
          officialLine(`${plan.memberList.members.join('、')}。`, indented),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties({ ...plan, day: plan.issuedOn }) },
  ]);
  return withFixedZipTimes(bytes);
}
