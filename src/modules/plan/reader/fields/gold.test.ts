import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findDeadlineInSentence } from './deadline/find-in-sentence.ts';
import { readDeadline } from './deadline/read-deadline.ts';
import { readHead } from './head/read-head.ts';
import { readQuotas } from './quotas.ts';
import { readUnits } from './units/read-units.ts';

const folder = new URL('../../../../../../shared/corpus/plans/', import.meta.url);

const goldTask = z.object({
  id: z.string(),
  requirement: z.string(),
  unitsText: z.string().nullish(),
  lead: z.array(z.string()),
  units: z.array(z.string()),
  cooperate: z.array(z.string()),
  deadlineText: z.string().nullish(),
  deadline: z.object({
    kind: z.string(),
    date: z.string().nullable(),
    thenOngoing: z.boolean(),
    relative: z.object({ days: z.number() }).optional(),
  }),
  dates: z.array(z.string()).optional(),
  quotas: z.array(z.object({ min: z.number().optional(), per: z.string().optional() })).optional(),
});
const goldPlan = z.object({
  title: z.string(),
  jurisdiction: z.string(),
  year: z.number(),
  docNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: z.string().nullable(),
  tasks: z.array(goldTask),
});

const readGold = (name: string) =>
  goldPlan.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));

describe.runIf(existsSync(folder)).each(['yinzhou-2022', 'changqing-2022', 'huli-2022'])(
  'the real plan %s',
  (name) => {
    it('has all its unit texts read as the gold says', () => {
      for (const task of readGold(name).tasks) {
        if (task.unitsText == null) continue;
        const reading = readUnits(task.unitsText);
        expect([reading.lead, reading.responsible, reading.cooperating], task.unitsText).toEqual([
          task.lead,
          task.units,
          task.cooperate,
        ]);
      }
    });

    it('has all its deadline texts read as the gold says', () => {
      const plan = readGold(name);
      for (const task of plan.tasks) {
        const { reading } = readDeadline(task.deadlineText ?? '', { year: plan.year });
        expect(
          { kind: reading.kind, date: reading.date, thenOngoing: reading.thenOngoing, days: reading.days },
          task.deadlineText ?? '',
        ).toEqual({
          kind: task.deadline.kind,
          date: task.deadline.date,
          thenOngoing: task.deadline.thenOngoing,
          days: task.deadline.relative?.days ?? null,
        });
      }
    });

    it('finds days in the text of exactly the tasks that set one there', () => {
      const plan = readGold(name);
      for (const task of plan.tasks) {
        const found = findDeadlineInSentence(task.requirement, { year: plan.year });
        expect(found === undefined ? [] : [found.reading.date], task.id).toEqual(task.dates ?? []);
      }
    });

    it('finds yearly counts in exactly the tasks that set one', () => {
      for (const task of readGold(name).tasks) {
        const expected = (task.quotas ?? []).filter((quota) => quota.min !== undefined);
        expect(
          readQuotas(task.requirement).map((quota) => ({ min: quota.count, per: quota.per })),
          task.id,
        ).toEqual(expected.map((quota) => ({ min: quota.min, per: quota.per })));
      }
    });

    it('says about itself what the gold says', () => {
      const { tasks: _tasks, ...head } = readGold(name);
      const read = readHead(readFileSync(new URL(`${name}.txt`, folder), 'utf8').split('\n'));
      expect(read).toMatchObject(head);
    });
  },
);
