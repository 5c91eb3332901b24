/**
 * A figure of the annual report (政府信息公开条例第五十条): a module's offer to fill cells of its tables from the rows it
 * keeps. Modules offer them in their manifest; reporting gathers them and knows none by name.
 */

import type { Day } from './day.ts';
import type { ReadDb } from './db/database.ts';
import type { PageOfRows } from './http/paging.ts';
import type { EvidenceRow } from './measure.ts';

/** One question for any number of units, so that an offer reads its rows once. */
export interface ReportFigureQuestion {
  readonly db: ReadDb;
  readonly jurisdictionId: string;
  /** Each is answered for itself; who reports for several adds them up. */
  readonly unitIds: readonly string[];
  /** The year reported on, by calendar. */
  readonly year: number;
  /** Rows of later days do not count; a year that is not over has the figures it has so far. */
  readonly today: Day;
}

export type ReportFigureAnswer =
  /** A whole number: a count, or an amount in fen. */
  | {
      readonly known: true;
      readonly value: number;
      /** Chinese; what the rows cannot know and whoever signs the report has to look at. Null when the rows are all there is. */
      readonly caution: string | null;
    }
  /** Nothing can be said, with the reason for people; never taken for zero. */
  | { readonly known: false; readonly reason: string };

/** Answers of one unit by cell. A cell the offer has no answer for is left out and stays with the person. */
export type UnitReportFigures = ReadonlyMap<string, ReportFigureAnswer>;

export interface ReportFigure {
  /** `publishing.decisions`. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what is counted, by which day, and what is not. */
  readonly description: string;
  /**
   * Keys of the cells it fills, as the layouts of the report have them: `proactive.penalties.decisions` (table, row,
   * column). No other offer may fill one of them.
   */
  readonly cells: readonly string[];
  /** Answers for every unit of the question, by unit. Reads only; must not throw for missing rows. */
  readonly answer: (question: ReportFigureQuestion) => Promise<ReadonlyMap<string, UnitReportFigures>>;
  /**
   * The rows behind one cell of one unit, paged by the key of the last row. Through all pages they make up the value:
   * a row counts once unless its title says for how many, or for which amount, it stands.
   */
  readonly listEvidence: (
    question: Omit<ReportFigureQuestion, 'unitIds'> & { readonly unitId: string; readonly cell: string },
    page: { readonly after: string | null; readonly limit: number },
  ) => Promise<PageOfRows<EvidenceRow>>;
}
