import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDay } from '#kernel/day.ts';
import { withFixedZipTimes } from '#kernel/paper/zip-times.ts';
import { numberedSeedTasks, seedPlanTopics } from './plan-2026/seed-plan.ts';
import { plan2026 } from './plan-2026.ts';
import { buildPlanDocument } from './plan-document.ts';
import { countySeed, resolveSeedName } from './seed-data.ts';

const tasks = numberedSeedTasks(plan2026);
const document = path.join(import.meta.dirname, 'documents', '望澜县2026年政务公开工作任务分解.docx');

describe('the plan of 望澜县', () => {
  it('covers every topic of a yearly plan', () => {
    const covered = new Set(tasks.map((task) => task.topic));
    expect(seedPlanTopics.filter((topic) => !covered.has(topic))).toEqual([]);
    expect(tasks.length).toBeGreaterThanOrEqual(45);
  });

  it('names only units, aliases and collective phrases that the county knows', () => {
    const named = tasks.flatMap(({ lead = [], responsible = [], cooperating = [] }) => [
      ...lead,
      ...responsible,
      ...cooperating,
    ]);
    const printed = [...named, ...plan2026.memberList.members, plan2026.memberList.phrase, plan2026.issuer];
    expect(printed.filter((name) => resolveSeedName(countySeed, name) === undefined)).toEqual([]);
  });

  it('gives every task somebody to do it, nobody twice, and a text of its own', () => {
    for (const { no, lead = [], responsible = [], cooperating = [] } of tasks) {
      expect(lead.length + responsible.length, `task ${no}`).toBeGreaterThan(0);
      const all = [...lead, ...responsible, ...cooperating];
      expect(new Set(all).size, `task ${no}`).toBe(all.length);
    }
    expect(new Set(tasks.map((task) => task.requirement)).size).toBe(tasks.length);
  });

  it('lists in annex 2 the members that the register holds for the phrase', () => {
    const resolved = resolveSeedName(countySeed, plan2026.memberList.phrase);
    const codes = plan2026.memberList.members.map((name) => {
      const member = resolveSeedName(countySeed, name);
      return member?.kind === 'unit' ? member.unit.code : name;
    });
    expect(resolved).toMatchObject({ kind: 'collective', collective: { members: codes } });
  });

  it('was issued on a day that exists', () => {
    expect(parseDay(plan2026.issuedOn)).toBe('2026-03-20');
  });
});

describe('the committed Word document', () => {
  it('is, byte for byte, what the script builds from the data', async () => {
    const committed = new Uint8Array(await readFile(document));
    const built = await buildPlanDocument(plan2026);
    expect(Buffer.compare(built, committed), 'run npx tsx seed/build-plan-document.ts').toBe(0);
  });

  it('changes with the data', async () => {
    const committed = new Uint8Array(await readFile(document));
    const built = await buildPlanDocument({ ...plan2026, docNumber: '望政办发〔2026〕13号' });
    expect(Buffer.compare(built, committed)).not.toBe(0);
  });

  it('is refused as an archive when it is cut short', async () => {
    const committed = new Uint8Array(await readFile(document));
    expect(() => withFixedZipTimes(committed.subarray(0, 1000))).toThrow(RangeError);
  });
});
