/**
 * Reads the real plans of the corpus in every format there and scores each field against the gold parses. The scores
 * are printed by `npx vitest run src/modules/plan/reader/corpus.test.ts --reporter=verbose`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '#kernel/reading/read-source.ts';
import { type GoldTask, type PlanScore, scoredFields, scoreLines, scorePlan } from './corpus-score.ts';
import { readPlan } from './read-plan.ts';
import type { PlanReading } from './reading.ts';

const plans = new URL('../../../../../shared/corpus/plans/', import.meta.url);
const formats = ['txt', 'docx', 'doc', 'xlsx', 'pdf'] as const;
/** Rows of the damaged plan where the gold accepts the item as the task's text. */
const shiftedRows = [16, 17, 18, 19, 20, 21];

interface Gold {
  readonly title: string;
  readonly jurisdiction: string;
  readonly year: number;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly issuedOn: string | null;
  readonly tasks: readonly GoldTask[];
}

function goldOf(name: string): Gold {
  return JSON.parse(readFileSync(new URL(`${name}.json`, plans), 'utf8'));
}

async function readingOf(file: string): Promise<PlanReading> {
  const source = await readSource(readFileSync(new URL(file, plans)), { fileName: file });
  if (!source.ok) throw new Error(source.refusal.sentence);
  const verdict = readPlan(source.document);
  if (!verdict.ok) throw new Error(verdict.notAPlan.sentence);
  return verdict.plan;
}

/**
 * Lowest share of right values over the fields. `inherited` is left out where a file merges cells that the gold's text
 * prints again at page breaks.
 */
function lowestShare(score: PlanScore, wide: boolean): number {
  const shares = scoredFields
    .filter((field) => wide || field !== 'inherited')
    .map((field) => score.fields[field].right / Math.max(1, score.fields[field].scored));
  return Math.min(...shares);
}

describe.runIf(existsSync(plans))('the real plans', () => {
  for (const name of ['yinzhou-2022', 'changqing-2022']) {
    for (const format of formats) {
      it(`${name}.${format}: every task, every field at least 0.98`, async ({ annotate }) => {
        const gold = goldOf(name);
        const plan = await readingOf(`${name}.${format}`);
        const score = scorePlan(plan, gold.tasks);
        const said = `${scoreLines(`${name}.${format}`, score)}\n${score.misses.join('\n')}`;
        await annotate(scoreLines(format, score));
        expect(score.missing, said).toEqual([]);
        expect(score.invented, said).toEqual([]);
        expect(
          lowestShare(score, name !== 'changqing-2022' || format === 'txt'),
          said,
        ).toBeGreaterThanOrEqual(0.98);
        expect(score.flags, `疑点过多：${said}`).toBeLessThanOrEqual(gold.tasks.length * 0.1);
        expect(plan).toMatchObject({ title: gold.title, jurisdiction: gold.jurisdiction, year: gold.year });
      });
    }
  }

  it('huli-2022.txt: every task, every field at least 0.85 and nothing wrong without a flag', async ({
    annotate,
  }) => {
    const gold = goldOf('huli-2022');
    const plan = await readingOf('huli-2022.txt');
    const score = scorePlan(plan, gold.tasks, shiftedRows);
    const said = `${scoreLines('huli-2022.txt', score)}\n${score.misses.join('\n')}`;
    await annotate(scoreLines('txt', score));
    expect(score.missing, said).toEqual([]);
    expect(score.invented, said).toEqual([]);
    expect(lowestShare(score, true), said).toBeGreaterThanOrEqual(0.85);
    for (const field of scoredFields) expect(score.fields[field].wrongUnflagged, `${field}: ${said}`).toBe(0);
    expect(plan).toMatchObject({
      title: gold.title,
      jurisdiction: gold.jurisdiction,
      year: gold.year,
      docNumber: gold.docNumber,
      issuer: gold.issuer,
      issuedOn: gold.issuedOn,
    });
  });

  it('flags what the gold calls uncertain in the damaged plan', async () => {
    const gold = goldOf('huli-2022');
    const plan = await readingOf('huli-2022.txt');
    const flagged = new Map(
      plan.tasks.map((task) => [task.no, new Set(task.flags.map((flag) => flag.field))]),
    );
    const unflagged = gold.tasks.flatMap((task) =>
      task.uncertain
        .map(({ field }) => (field === 'units' ? 'responsible' : field))
        .filter((field) => field === 'no' || field === 'item' || field === 'responsible')
        .filter((field) => flagged.get(task.no)?.has(field) !== true)
        .map((field) => `${task.no} ${field}`),
    );
    expect(unflagged).toEqual([]);
  });
});
