/**
 * Figures of table 2 of the annual report that the library holds: normative documents issued, ended and in force. 国办公开办
 * 函〔2021〕30号: what was in force, plus what was issued, less what ended, is what is in force.
 */
import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import { type Day, dayOf, yearOf } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { pageOfRows } from '#kernel/http/paging.ts';
import type { ReportFigure, ReportFigureAnswer, ReportFigureQuestion } from '#kernel/report-figure.ts';
import { validityOn } from './queries/library.ts';
import type { DocumentValidity } from './rules/validity.ts';
import { officialDocuments } from './tables/documents.ts';

const cells = {
  issued: 'proactive.normativeDocuments.issued',
  ended: 'proactive.normativeDocuments.repealed',
  inForce: 'proactive.normativeDocuments.inForce',
} as const;

const regulationCells = [
  'proactive.regulations.issued',
  'proactive.regulations.repealed',
  'proactive.regulations.inForce',
] as const;

interface CountedDocument {
  readonly itemId: string;
  readonly unitId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly writtenOn: Day;
  /** At the end of the year, or today while the year runs. */
  readonly now: DocumentValidity;
  /** At the end of the year before. */
  readonly before: DocumentValidity;
}

type Question = Omit<ReportFigureQuestion, 'unitIds'>;

function endOfYear({ year, today }: Question): Day {
  const end = dayOf(`${year}-12-31`);
  return end < today ? end : today;
}

async function listCountedDocuments(
  db: ReadDb,
  question: Question,
  unitIds: readonly string[],
  after: string | null = null,
): Promise<CountedDocument[]> {
  if (unitIds.length === 0) return [];
  const end = endOfYear(question);
  return db
    .select({
      itemId: officialDocuments.itemId,
      unitId: officialDocuments.unitId,
      title: officialDocuments.title,
      documentNumber: officialDocuments.documentNumber,
      writtenOn: officialDocuments.writtenOn,
      now: validityOn(end),
      before: validityOn(dayOf(`${question.year - 1}-12-31`)),
    })
    .from(officialDocuments)
    .where(
      and(
        eq(officialDocuments.jurisdictionId, question.jurisdictionId),
        inArray(officialDocuments.unitId, [...unitIds]),
        eq(officialDocuments.isNormative, true),
        eq(officialDocuments.isPublic, true),
        lte(officialDocuments.writtenOn, end),
        after === null ? undefined : gt(officialDocuments.itemId, after),
      ),
    )
    .orderBy(asc(officialDocuments.itemId));
}

const isEnded = (validity: DocumentValidity) => validity === 'repealed' || validity === 'lapsed';

function countsIn(cell: string, document: CountedDocument, year: number): boolean {
  switch (cell) {
    case cells.issued:
      return yearOf(document.writtenOn) === year;
    case cells.ended:
      return isEnded(document.now) && !isEnded(document.before);
    case cells.inForce:
      return !isEnded(document.now);
    default:
      return false;
  }
}

function cautionOf(cell: string, counted: readonly CountedDocument[]): string {
  const lapsed = counted.filter(({ now }) => now === 'lapsed').length;
  if (cell === cells.ended && lapsed > 0) {
    return `只计文件库中已公开的文件；其中${lapsed}件是有效期届满或者宣布失效`;
  }
  return '只计文件库中已公开的文件；没有入库的须另行加上';
}

const normativeDocuments: ReportFigure = {
  id: 'policies.normativeDocuments',
  title: '行政规范性文件制发、废止和现行有效件数',
  description:
    '文件库中已公开的行政规范性文件：制发按成文日期计入年度；废止计本年内被废止、代替、宣布失效和有效期届满的；现行有效计年末（年内为当日）没有废止和失效的，已制发尚未施行的在内。',
  cells: Object.values(cells),
  async answer(question) {
    const documents = await listCountedDocuments(question.db, question, question.unitIds);
    return new Map(
      question.unitIds.map((unitId) => {
        const own = documents.filter((document) => document.unitId === unitId);
        const answers = Object.values(cells).map((cell): [string, ReportFigureAnswer] => {
          if (own.length === 0) {
            return [cell, { known: false, reason: '文件库中没有本单位的行政规范性文件' }];
          }
          const counted = own.filter((document) => countsIn(cell, document, question.year));
          return [cell, { known: true, value: counted.length, caution: cautionOf(cell, counted) }];
        });
        return [unitId, new Map(answers)];
      }),
    );
  },
  async listEvidence({ unitId, cell, ...question }, page) {
    const documents = await listCountedDocuments(question.db, question, [unitId], page.after);
    const counted = documents.filter((document) => countsIn(cell, document, question.year));
    const { rows, next } = pageOfRows(counted.slice(0, page.limit + 1), page.limit, ({ itemId }) => [itemId]);
    return {
      next: next === null ? null : (rows.at(-1)?.itemId ?? null),
      rows: rows.map(({ itemId, title, documentNumber, writtenOn, now }) => ({
        key: `document:${itemId}`,
        title: documentNumber === null ? title : `${title}（${documentNumber}）`,
        day: writtenOn,
        unitId,
        address: `/policies/documents/${itemId}`,
        digest: `${writtenOn}|${now}`,
        isPublic: true,
      })),
    };
  },
};

/** 立法法第九十三条: rules are made by governments of cities with districts and above; a county has none to report. */
const regulations: ReportFigure = {
  id: 'policies.regulations',
  title: '规章制发、废止和现行有效件数',
  description: '县级人民政府及其部门没有规章制定权，按0填报。',
  cells: regulationCells,
  answer: async ({ unitIds }) =>
    new Map(
      unitIds.map((unitId) => [
        unitId,
        new Map(
          regulationCells.map((cell): [string, ReportFigureAnswer] => [
            cell,
            { known: true, value: 0, caution: null },
          ]),
        ),
      ]),
    ),
  listEvidence: async () => ({ rows: [], next: null }),
};

/** Cells of the annual report this module fills. */
export const policyFigures: readonly ReportFigure[] = [normativeDocuments, regulations];
