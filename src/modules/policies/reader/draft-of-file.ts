/** What a person confirms before a read file becomes a draft: elements, flags, and the text as a body without its head. */
import type { Day } from '#kernel/day.ts';
import type { SourceBlock, SourceDocument } from '#kernel/reading/source.ts';
import { bodyOfSource } from '#kernel/rich-text/body-of-source.ts';
import { writeRichText } from '#kernel/rich-text/write-body.ts';
import { isNormativeDocument } from '../rules/normative.ts';
import { findOfficialTheme } from '../rules/themes.ts';
import type { DocumentReading, NamedDocument } from './document-reading.ts';

export interface ReadDraft {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuers: readonly string[];
  readonly kind: string | null;
  readonly theme: string | null;
  readonly writtenOn: Day | null;
  readonly effectiveOn: Day | null;
  readonly lapsesOn: Day | null;
  readonly isNormative: boolean;
  readonly repeals: readonly string[];
  readonly basis: readonly string[];
  readonly body: string;
  readonly clauseCount: number;
  readonly flags: readonly { readonly element: string; readonly reason: string }[];
  readonly notes: readonly string[];
}

/** Lines above the text: red head, number, title. They are elements and not text. */
const headLines = 14;
const shortestOfTitle = 4;

function isHead(block: SourceBlock, at: number, reading: DocumentReading): boolean {
  if (block.kind === 'table' || at >= headLines) return false;
  const text = block.text.replace(/\s+/gu, '');
  if (text === '' || text === reading.documentNumber || /^.{2,40}文件$/u.test(text)) return true;
  const title = (reading.title ?? '').replace(/\s+/gu, '');
  return text.length >= shortestOfTitle && title.includes(text);
}

const named = ({ title, documentNumber }: NamedDocument) =>
  `${title === null ? '' : `《${title}》`}${documentNumber === null ? '' : `（${documentNumber}）`}`;

/** The draft of a read document. */
export function draftOfReading(reading: DocumentReading, source: SourceDocument): ReadDraft {
  const blocks = source.blocks.filter((block, at) => !isHead(block, at, reading));
  const { body, notes } = bodyOfSource({ ...source, blocks });
  const title = reading.title ?? '';
  return {
    title,
    documentNumber: reading.documentNumber,
    issuers: reading.issuers,
    kind: reading.kind,
    theme: reading.theme.map((word) => findOfficialTheme(word)).find((one) => one !== undefined) ?? null,
    writtenOn: reading.writtenOn,
    effectiveOn: reading.effective.day,
    lapsesOn: reading.lapse.day,
    isNormative: isNormativeDocument({ title, nature: null }),
    repeals: reading.repeals.map((one) => `${named(one)}${one.part ?? ''}`),
    basis: reading.basis.map(named),
    body: writeRichText(body),
    clauseCount: reading.clauses.length,
    flags: reading.flags,
    notes: [...new Set([...reading.notes, ...notes])],
  };
}
