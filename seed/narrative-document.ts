/**
 * Builds last year's demonstration plan as a Word document in narrative form: headings 一、 and （一）, numbered
 * paragraphs that name units and day in brackets. The same data gives the same bytes.
 */

import { Document, HeadingLevel, Packer, PageOrientation, type Paragraph } from 'docx';
import { coreProperties } from '#kernel/paper/core-properties.ts';
import { withFixedZipTimes } from '#kernel/paper/zip-times.ts';
import {
  a4,
  documentEnd,
  documentHead,
  indented,
  officialLine,
  pageFooter,
  pageMargin,
  typefaces,
} from './official-paragraphs.ts';
import type { NarrativePlan } from './plan-2025.ts';

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** The tasks in printed order, numbered through from 1. */
export function numberedNarrativeTasks(plan: NarrativePlan) {
  return plan.sections
    .flatMap((section) =>
      section.subsections.flatMap((subsection) =>
        subsection.tasks.map((task) => ({ ...task, section: section.title, subsection: subsection.title })),
      ),
    )
    .map((task, index) => ({ ...task, no: index + 1 }));
}

function bodyOf(plan: NarrativePlan): Paragraph[] {
  let no = 0;
  return plan.sections.flatMap((section, sectionIndex) => [
    officialLine(`${ordinals[sectionIndex]}、${section.title}`, {
      ...indented,
      font: typefaces.hei,
      heading: HeadingLevel.HEADING_1,
    }),
    ...section.subsections.flatMap((subsection, index) => [
      officialLine(`（${ordinals[index]}）${subsection.title}`, {
        ...indented,
        font: typefaces.kai,
        heading: HeadingLevel.HEADING_2,
      }),
      ...subsection.tasks.map((task) => {
        no += 1;
        return officialLine(`${no}.${task.requirement}（${task.duty}）`, indented);
      }),
    ]),
  ]);
}

/** The document's bytes; equal for equal data on every machine and at every time. */
export async function buildNarrativeDocument(plan: NarrativePlan): Promise<Uint8Array> {
  const document = new Document({
    creator: plan.issuer,
    title: plan.title,
    sections: [
      {
        properties: { page: { size: { ...a4, orientation: PageOrientation.PORTRAIT }, margin: pageMargin } },
        footers: { default: pageFooter() },
        children: [
          ...documentHead(plan.issuer, plan.docNumber, [plan.title]),
          officialLine(plan.addressees),
          officialLine(plan.opening, indented),
          ...bodyOf(plan),
          officialLine(plan.closing, indented),
          ...documentEnd(plan.issuer, plan.issuedOn),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties({ ...plan, day: plan.issuedOn }) },
  ]);
  return withFixedZipTimes(bytes);
}
