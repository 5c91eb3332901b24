/** What stands behind the work in the example county: who answers, the money, responsibility, the year's minimums. Idempotent. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { countySeed } from '#seed/seed-data.ts';
import { listYearlyMinimums } from './queries/minimums.ts';
import { listUnits } from './queries/register.ts';
import { listBudgetNotes, listOutlets, listUnitDuties } from './queries/safeguards.ts';
import { liaisonDutyKinds } from './rules/liaison.ts';
import type { OutletKind } from './rules/safeguards.ts';
import { loadCounty } from './seed-year.ts';
import { nameDutyHolder } from './service/duties.ts';
import { noteBudget, registerOutlet, setYearlyMinimum, signResponsibility } from './service/safeguards.ts';

const recorder = systemActor('示例数据');
const begun = '2025-01-08T09:00:00+08:00';

const surnames = '韩冯邱龚钱蒋方石姚谭邹熊汪田任袁于余叶杜夏戴曹彭曾萧';
const givenNames = ['立新', '国栋', '雅琴', '建章', '慕青', '志恒', '秋实', '文渊', '海平', '若兰', '景行'];

/** A name for the leader of a unit that has no account for one; the same one every time. */
function leaderName(position: number): string {
  const surname = surnames[(position * 7) % surnames.length] ?? '韩';
  return `${surname}${givenNames[(position * 5) % givenNames.length] ?? '立新'}`;
}

/** Every unit with a liaison has an office; all but a few have a leader in charge. */
export async function seedUnitDuties(present: App): Promise<void> {
  const app = atInstant(present, begun);
  const county = await loadCounty(app);
  const known = await listUnitDuties(app.database.read, county.jurisdictionId);
  if (known.some((row) => row.office !== null)) return;
  const units = await listUnits(app.database.read, county.jurisdictionId, liaisonDutyKinds);
  const codes = new Map(countySeed.officers.map((officer) => [officer.name, officer]));
  await transact(app, recorder, async (work) => {
    for (const [index, unit] of units.entries()) {
      const shared = { unitId: unit.id, from: dayOf('2025-01-08') };
      const isTown = unit.kind === 'town' || unit.kind === 'street';
      const name = isTown ? '党政综合办公室' : '办公室';
      await nameDutyHolder(work, { ...shared, duty: 'office', officerId: null, name, position: '' });
      if (index % 13 === 12) continue;
      const officer = county.officers.find(
        (one) => one.unitId === unit.id && codes.get(one.name)?.roles.includes('unitLeader') === true,
      );
      await nameDutyHolder(work, {
        ...shared,
        duty: 'leader',
        officerId: officer?.id ?? null,
        name: officer === undefined ? leaderName(index + 1) : '',
        position: officer === undefined ? (isTown ? '副镇长' : '副局长') : '',
      });
    }
  });
}

/** The money of this year: most units have noted it. */
export async function seedBudgets(present: App): Promise<void> {
  const app = atInstant(present, '2026-02-10T09:00:00+08:00');
  const county = await loadCounty(app);
  if ((await listBudgetNotes(app.database.read, county.jurisdictionId, 2026)).length > 0) return;
  const units = await listUnits(app.database.read, county.jurisdictionId, liaisonDutyKinds);
  await transact(app, recorder, async (work) => {
    for (const [index, unit] of units.entries()) {
      if (index % 9 === 8) continue;
      const amountFen = (index === 0 ? 480_000 : 20_000 + ((index * 37) % 60) * 1000) * 100;
      const source = index % 4 === 3 ? '部门预算公用经费' : '部门预算项目经费';
      await noteBudget(work, { unitId: unit.id, year: 2026, amountFen, source, note: '' });
    }
  });
}

const outlets: readonly (readonly [unit: string, kind: OutletKind, name: string, validThrough: string])[] = [
  ['government-office', 'site', '望澜县人民政府网站', '2026-12-31'],
  ['government-office', 'wechat', '望澜政府网', '2026-12-31'],
  ['publicity', 'wechat', '望澜发布', '2026-12-31'],
  ['education', 'wechat', '望澜教育', '2026-12-31'],
  ['public-security', 'wechat', '望澜公安', '2026-12-31'],
  ['public-security', 'video', '望澜警方在线', '2026-06-30'],
  ['human-resources', 'wechat', '望澜人社', '2026-12-31'],
  ['culture-tourism', 'weibo', '望澜文旅', '2026-12-31'],
  ['health', 'wechat', '健康望澜', '2026-12-31'],
];

/** The ledger of responsibility; one letter has lapsed and waits to be renewed. */
export async function seedOutlets(present: App): Promise<void> {
  const app = atInstant(present, '2026-01-09T09:00:00+08:00');
  const county = await loadCounty(app);
  const known = await listOutlets(app.database.read, county.jurisdictionId, dayOf('2026-01-09'));
  if (known.length > 0) return;
  await transact(app, recorder, async (work) => {
    for (const [index, [unit, kind, name, validThrough]] of outlets.entries()) {
      const id = await registerOutlet(work, { unitId: county.unitOf(unit), kind, name, address: '' });
      await signResponsibility(work, id, {
        officerId: null,
        name: leaderName(index + 40),
        position: '分管负责人',
        signedOn: dayOf('2026-01-09'),
        validThrough: dayOf(validThrough),
      });
    }
  });
}

/** What this year's plan asks at least. */
export async function seedMinimums(present: App): Promise<void> {
  const app = atInstant(present, '2026-03-24T09:00:00+08:00');
  const county = await loadCounty(app);
  const { jurisdictionId } = county;
  if ((await listYearlyMinimums(app.database.read, jurisdictionId, 2026)).length > 0) return;
  const basis = '望澜县2026年政务公开工作任务分解“强化组织保障，严格考核监督”';
  const asked = [
    ['groupMeetings', 1],
    ['officeTrainings', 2],
    ['policyTrainings', 2],
    ['attendedTrainings', 2],
    ['liaisonFiled', 100],
    ['budgetNoted', 100],
    ['responsibility', 100],
  ] as const;
  await transact(app, recorder, async (work) => {
    for (const [subject, least] of asked) {
      const input = { year: 2026, subject, least, unitKinds: [...liaisonDutyKinds], basis };
      await setYearlyMinimum(work, jurisdictionId, input);
    }
  });
}
