/** The steps in which the example county's plans, and a year of work on them, are entered through the commands. */
import type { SeedStep } from '#kernel/module.ts';
import { seedLedger } from './seed/ledger.ts';
import { seedBindings, seedStandings } from './seed/measuring.ts';
import { seedOfficeRecords } from './seed/office-records.ts';
import { seedLastYearsPlan, seedThisYearsPlan } from './seed/plans.ts';
import { seedReminders } from './seed/reminders.ts';
import { seedLookBack, seedOrders } from './seed/supervision.ts';
import { seedUnitPlans } from './seed/unit-plans.ts';

export const planSeeds: readonly SeedStep[] = [
  { name: '2025年政务公开工作要点', run: seedLastYearsPlan },
  { name: '2025年的任务台账', run: (app) => seedLedger(app, { year: 2025, months: [6, 12] }) },
  { name: '2026年政务公开任务分解表', run: seedThisYearsPlan },
  { name: '任务度量', run: (app) => seedBindings(app, 2026, '2026-04-02T10:00:00+08:00') },
  { name: '对2025年计划的“回头看”', run: seedLookBack },
  {
    name: '2026年的任务台账',
    run: (app) => seedLedger(app, { year: 2026, months: [4, 5, 6, 7, 8, 9, 10, 11] }),
  },
  { name: '各单位任务清单', run: seedUnitPlans },
  { name: '督办单', run: seedOrders },
  {
    name: '任务状态的历次核对',
    run: (app) =>
      seedStandings(app, 2026, [
        '2026-06-30T21:15:00+08:00',
        '2026-09-30T21:15:00+08:00',
        '2026-10-31T21:15:00+08:00',
      ]),
  },
  { name: '监督指导、经验做法和重大事项', run: seedOfficeRecords },
  { name: '到期提醒', run: seedReminders },
];
