import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '#kernel/reading/read-source.ts';
import { readPlan } from '#modules/plan/reader/read-plan.ts';
import { buildNarrativeDocument, numberedNarrativeTasks } from './narrative-document.ts';
import { plan2025 } from './plan-2025.ts';
import { countySeed, resolveSeedName } from './seed-data.ts';

const fileName = '2025年望澜县政务公开工作要点.docx';
const committed = new Uint8Array(await readFile(path.join(import.meta.dirname, 'documents', fileName)));
const tasks = numberedNarrativeTasks(plan2025);

async function readCommitted() {
  const source = await readSource(committed, { fileName });
  if (!source.ok) throw new Error(source.refusal.sentence);
  const verdict = readPlan(source.document);
  if (!verdict.ok) throw new Error(verdict.notAPlan.sentence);
  return verdict.plan;
}

describe("last year's plan of 望澜县", () => {
  it('is, byte for byte, what the script builds from the data', async () => {
    const built = await buildNarrativeDocument(plan2025);
    expect(Buffer.compare(built, committed), 'run npx tsx seed/build-plan-document.ts').toBe(0);
  });

  it('is read back from its narrative form: every task with its words, its units and its day', async () => {
    const plan = await readCommitted();
    expect(plan).toMatchObject({ title: plan2025.title, year: 2025, docNumber: plan2025.docNumber });
    const read = plan.tasks.map((task) => ({
      no: task.no,
      requirement: task.requirement,
      duty: [
        ...(task.lead.length > 0 ? [`牵头单位：${task.lead.join('、')}`] : []),
        ...(task.responsible.length > 0 ? [`责任单位：${task.responsible.join('、')}`] : []),
        ...(task.cooperating.length > 0 ? [`配合单位：${task.cooperating.join('、')}`] : []),
        `完成时限：${task.deadlineText}`,
      ].join('；'),
    }));
    expect(read).toEqual(tasks.map(({ no, requirement, duty }) => ({ no, requirement, duty })));
    expect(plan.tasks.flatMap((task) => task.flags)).toEqual([]);
  });

  it('names only units, aliases and collective phrases that the county knows', async () => {
    const plan = await readCommitted();
    const names = plan.tasks.flatMap((task) => [...task.lead, ...task.responsible, ...task.cooperating]);
    expect(names.filter((name) => resolveSeedName(countySeed, name) === undefined)).toEqual([]);
  });
});
