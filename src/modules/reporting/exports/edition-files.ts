/** A signed report as Word, PDF, web page and JSON. Everything is written from the frozen inputs: the same edition is the same bytes. */
import { writePaperDocx } from '#kernel/paper/docx.ts';
import type { OfficialPaper, PaperBlock } from '#kernel/paper/paper.ts';
import { writePaperPdf } from '#kernel/paper/pdf.ts';
import { reportFileSchema } from '../contract/report-schema.ts';
import type { AnnualReport } from '../rules/annual-report.ts';
import { type EditionFacts, partsOfEdition, printFigure, writeEditionHtml } from '../rules/edition-paper.ts';
import { reportOfFile } from '../rules/report-file.ts';
import type { FormTable } from '../rules/report-form.ts';
import type { EditionRecord } from '../tables.ts';
import { sectionTitles } from '../words.ts';

export const editionFormats = ['docx', 'pdf', 'html', 'json'] as const;
export type EditionFormat = (typeof editionFormats)[number];

export const editionMediaTypes: Readonly<Record<EditionFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** What an edition was signed with. */
export function factsOfEdition(record: EditionRecord): EditionFacts {
  const file = reportFileSchema.parse(JSON.parse(record.inputs));
  return { title: record.title, issuer: record.issuer, signedOn: record.signedOn, file };
}

function tableBlock(form: FormTable, report: AnnualReport): PaperBlock {
  return {
    kind: 'table',
    widths: Array.from({ length: form.columns }, () => 1),
    headRows: form.table === 'proactive' ? 0 : 3,
    small: true,
    rows: form.rows.map((row) =>
      row.map(({ text, figure, columns, rows }) => ({
        text: figure === undefined ? text : printFigure(report, figure.key, figure.kind === 'amount'),
        align: 'center' as const,
        ...(columns === undefined ? {} : { columnSpan: columns }),
        ...(rows === undefined ? {} : { rowSpan: rows }),
      })),
    ),
  };
}

/** The report in the layout of official papers, wide enough for its tables. */
export function composeEditionPaper(facts: EditionFacts): OfficialPaper {
  const report = reportOfFile(facts.file);
  const blocks = partsOfEdition(facts, sectionTitles).flatMap(
    ({ heading, paragraphs, table }): PaperBlock[] => [
      { kind: 'heading', level: 1, text: heading },
      ...paragraphs.map((text): PaperBlock => ({ kind: 'paragraph', text })),
      ...(table === null ? [] : [tableBlock(table, report)]),
    ],
  );
  return {
    title: facts.title,
    issuer: facts.issuer,
    day: facts.signedOn,
    blocks: [
      { kind: 'title', lines: [facts.title] },
      ...blocks,
      { kind: 'signature', office: facts.issuer, day: facts.signedOn, seal: true },
    ],
  };
}

/** The bytes of an edition in a format. */
export async function writeEdition(record: EditionRecord, format: EditionFormat): Promise<Uint8Array> {
  const facts = factsOfEdition(record);
  switch (format) {
    case 'docx':
      return writePaperDocx(composeEditionPaper(facts));
    case 'pdf':
      return (await writePaperPdf(composeEditionPaper(facts))).bytes;
    case 'html':
      return new TextEncoder().encode(writeEditionHtml(facts, sectionTitles));
    case 'json':
      return new TextEncoder().encode(record.inputs);
  }
}
