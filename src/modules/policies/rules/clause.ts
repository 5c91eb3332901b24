/** A structured clause of an official document: its level, number, anchor and text. Types and names only. */
import type { SourcePlace } from '#kernel/reading/source.ts';

/**
 * Levels from the outside in. `annex` an attachment or the text a notice issues; `book` 编, `chapter` 章, `section` 节,
 * `article` 条, `paragraph` 款, `item` 项, `subitem` 目; `heading1`–`heading4` the outline 一、（一）1.（1）; `text` a
 * paragraph outside all of these; `table` a table.
 */
export const clauseLevels = [
  'annex',
  'book',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
  'subitem',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'text',
  'table',
] as const;
export type ClauseLevel = (typeof clauseLevels)[number];

export interface DocumentClause {
  /** Unique in the document and readable: `t12-k2-x3` is 第十二条第二款第三项. Kept across versions by `carryAnchors`. */
  readonly anchor: string;
  /** Anchor of the clause it stands in; null at the top. */
  readonly parent: string | null;
  readonly level: ClauseLevel;
  /** The number as printed: `第十二条`, `（三）`, `附件1`; null where none is printed. */
  readonly label: string | null;
  /** A heading of its own or one that opens the paragraph; null where there is none. */
  readonly heading: string | null;
  /** The text without label and heading; empty for a bare heading. */
  readonly text: string;
  /** Rows of a table as cell texts; null for other clauses. */
  readonly rows: readonly (readonly string[])[] | null;
  readonly place: SourcePlace;
}
