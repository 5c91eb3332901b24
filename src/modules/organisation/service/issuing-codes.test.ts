import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { dayOf } from '#kernel/day.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer, givenOfficerOfEachRole, rolesBut } from '../given.ts';
import { organisation } from '../module.ts';
import { listIssuingCodeRows } from '../queries/issuing-codes.ts';
import { listNamedUnits } from '../queries/name-list.ts';
import { addIssuingCode, endIssuingCode, importIssuingCodes } from './issuing-codes.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let stranger: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation] });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  const other = await givenCounty(place.app, '白泽县', 'baize');
  stranger = await givenOfficer(place.app, other.jurisdictionId, other.office, ['systemAdministrator']);
});
afterAll(() => place.close());

const platform = systemActor('test');
const act = <Result>(actor: Actor, body: (work: Work) => Promise<Result>) => transact(place.app, actor, body);
const add = (actor: Actor, code: string, unitId = county.education) =>
  act(actor, (work) => addIssuingCode(work, unitId, { code }));
async function countAudit(): Promise<number> {
  return (await place.app.database.read.select({ seq: auditEntries.seq }).from(auditEntries)).length;
}
async function codeOfRefusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error.code;
  throw error ?? new Error('nothing was refused');
}
let serial = 0;
const newCode = () => {
  serial += 1;
  return `青${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃'.charAt(serial)}发`;
};

const commands: readonly { readonly name: string; readonly run: (actor: Actor) => Promise<unknown> }[] = [
  { name: 'addIssuingCode', run: (actor) => add(actor, newCode()) },
  {
    name: 'endIssuingCode',
    run: async (actor) => {
      const id = await add(platform, newCode());
      return {
        id,
        ended: await act(actor, (work) => endIssuingCode(work, id, { validUntil: dayOf('2026-01-01') })),
      };
    },
  },
  {
    name: 'importIssuingCodes',
    run: (actor) =>
      act(actor, (work) =>
        importIssuingCodes(work, county.jurisdictionId, { rows: [{ unit: '县教育局', code: newCode() }] }),
      ),
  },
];
const keepers: readonly OfficerRole[] = ['systemAdministrator', 'supervisor'];

describe('who keeps issuing codes', () => {
  test.each(commands)('$name is for those who keep names, each with one audit row', async ({ run }) => {
    for (const role of keepers) await expect(run(officers[role])).resolves.toBeDefined();
    for (const role of rolesBut(keepers)) {
      await expect(run(officers[role])).rejects.toThrow(Refusal);
    }
    await expect(run(stranger)).rejects.toThrow(Refusal);
  });

  test('a denied command leaves no audit row', async () => {
    const before = await countAudit();
    await expect(add(officers.clerk, '青清发')).rejects.toThrow(Refusal);
    expect(await countAudit()).toBe(before);
  });
});

describe('issuing codes', () => {
  test('one in use belongs to one unit; one given up may be borne again', async () => {
    const id = await add(platform, '青文发');
    expect(await codeOfRefusal(add(platform, '青文发', county.town))).toBe('organisation.issuingCodeTaken');
    await act(platform, (work) => endIssuingCode(work, id, { validUntil: dayOf('2025-01-01') }));
    await add(platform, '青文发', county.town);
    expect(
      await codeOfRefusal(
        act(platform, (work) => endIssuingCode(work, id, { validUntil: dayOf('2025-02-01') })),
      ),
    ).toBe('organisation.issuingCodeEnded');
    const units = await listNamedUnits(place.app.database.read, county.jurisdictionId);
    const codesOf = (name: string) =>
      units.find((unit) => unit.name === name)?.issuingCodes.filter(({ code }) => code === '青文发');
    expect(codesOf('青禾县教育局')).toEqual([
      { code: '青文发', validFrom: null, validUntil: dayOf('2025-01-01') },
    ]);
    expect(codesOf('青禾县双溪镇人民政府')).toEqual([{ code: '青文发', validFrom: null, validUntil: null }]);
  });

  test('days that run backwards are refused', async () => {
    const days = { validFrom: dayOf('2025-01-01'), validUntil: dayOf('2024-01-01') };
    expect(
      await codeOfRefusal(
        act(platform, (work) => addIssuingCode(work, county.education, { code: '青倒发', ...days })),
      ),
    ).toBe('organisation.issuingCodeDays');
  });

  test('a table is registered row by row; what cannot be is told with its row', async () => {
    await add(platform, '青归发', county.town);
    const outcome = await act(officers.supervisor, (work) =>
      importIssuingCodes(work, county.jurisdictionId, {
        rows: [
          { unit: '县教育局', code: '青表发' },
          { unit: '县教育局', code: '青表发' },
          { unit: '县无此局', code: '青无发' },
          { unit: '县教育局', code: '青〔2024〕' },
          { unit: '县教育局', code: '青归发' },
        ],
      }),
    );
    expect(outcome).toMatchObject({ added: 1, known: 1 });
    expect(outcome.leftOut.map(({ row }) => row)).toEqual([3, 4, 5]);
  });

  test('the list is paged by code and stays within the county', async () => {
    const first = await listIssuingCodeRows(place.app.database.read, county.jurisdictionId, {
      after: undefined,
      limit: 2,
    });
    expect(first.rows).toHaveLength(2);
    const all = await listIssuingCodeRows(place.app.database.read, county.jurisdictionId, {
      after: undefined,
      limit: 200,
    });
    expect(all.rows.slice(0, 2)).toEqual(first.rows);
    expect(new Set(all.rows.map(({ id }) => id)).size).toBe(all.rows.length);
    const elsewhere = await listIssuingCodeRows(place.app.database.read, stranger.jurisdictionId, {
      after: undefined,
      limit: 200,
    });
    expect(elsewhere.rows).toEqual([]);
  });
});
