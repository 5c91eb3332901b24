import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, visitor } from '#kernel/actor.ts';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { Refusal } from '#kernel/refusal.ts';
import { findSearchDocuments } from '#kernel/search/search.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  givenOfficerOfEachRole,
  rolesBut,
} from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenPlan, givenReadImport, givenReadyImport, givenWaitingImport, smallPlanText } from '../given.ts';
import { planModule } from '../module.ts';
import { findPlanImport } from '../queries/imports.ts';
import { findPlanBoard, listUnitTasks } from '../queries/plans.ts';
import { taskRowContextOf } from '../routes/plans.ts';
import { confirmPlanImport } from './confirm-import.ts';
import {
  cancelPlanImport,
  discardPlanImport,
  editPlanImport,
  rereadPlanImport,
  restorePlanImport,
} from './edit-import.ts';
import { startPlanImport } from './start-import.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
});
afterAll(() => place.close());

const run = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, officers.supervisor, body);
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

async function auditEntries(): Promise<number> {
  const verdict = await verifyAuditChain(place.app.database.read);
  if (!verdict.intact) throw new Error(verdict.reason);
  return verdict.entries;
}

describe('from a document to tasks', () => {
  test('a pasted table becomes a draft whose certain units are decided', async () => {
    const stored = await givenReadImport(place.app, county);
    expect(stored.status).toBe('draft');
    expect(stored.draft?.head).toMatchObject({ year: 2026, docNumber: '青政办发〔2026〕5号' });
    expect(stored.draft?.tasks.map(({ no, deadline }) => [no, deadline.kind, deadline.date])).toEqual([
      [1, 'date', '2026-06-30'],
      [2, 'allYear', '2026-12-31'],
      [3, 'date', '2026-12-31'],
      [4, 'ongoing', null],
    ]);
    expect(new Set(Object.keys(stored.draft?.units ?? {}))).toEqual(
      new Set(['双溪镇', '县政府办公室', '县教育局']),
    );
  });

  test('what is no plan is refused with its reasons, and nothing is created', async () => {
    const stored = await givenReadImport(place.app, {
      ...county,
      text: '昨天下午，县城中心广场举办了热闹的文艺演出，市民踊跃参加。\n演出持续了两个小时。',
    });
    expect(stored.status).toBe('failed');
    expect(stored.refusal?.code).toBe('notAPlan');
    expect(
      await refusalOf(
        run((work) => confirmPlanImport(work, { importId: stored.id, version: stored.version })),
      ),
    ).toBe('plan.importClosed');
  });

  test('a stopped reading takes no result', async () => {
    const importId = await givenWaitingImport(place.app, county);
    await run((work) => cancelPlanImport(work, { importId }));
    await planModule.jobs[0]?.run(place.app, { importId }, new AbortController().signal);
    expect((await findPlanImport(place.app.database.read, importId))?.status).toBe('cancelled');
  });

  test('a stopped document can be read once more', async () => {
    const importId = await givenWaitingImport(place.app, county);
    await run((work) => cancelPlanImport(work, { importId }));
    await run((work) => rereadPlanImport(work, { importId, withOcr: true }));
    expect(await findPlanImport(place.app.database.read, importId)).toMatchObject({
      status: 'reading',
      withOcr: true,
    });
    await planModule.jobs[0]?.run(place.app, { importId }, new AbortController().signal);
    expect((await findPlanImport(place.app.database.read, importId))?.status).toBe('draft');
  });

  test('a discarded draft comes back with its corrections', async () => {
    const { importId, version } = await givenReadyImport(place.app, county);
    const { version: edited } = await run((work) =>
      editPlanImport(work, { importId, version, edits: [{ op: 'setNo', key: 't1', value: 41 }] }),
    );
    await run((work) => discardPlanImport(work, { importId }));
    await run((work) => restorePlanImport(work, { importId }));
    const stored = await findPlanImport(place.app.database.read, importId);
    expect(stored).toMatchObject({ status: 'draft', version: edited + 2 });
    expect(stored?.draft?.tasks[0]?.no).toBe(41);
  });

  test('an unknown unit blocks confirming and is named', async () => {
    const stored = await givenReadImport(place.app, {
      ...county,
      text: smallPlanText.replaceAll('双溪镇', '县气候变化应对中心'),
    });
    const refused = await run((work) =>
      confirmPlanImport(work, { importId: stored.id, version: stored.version }),
    ).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'plan.importBlocked', status: 422 });
    expect(refused).toHaveProperty('sentence.what', expect.stringContaining('县气候变化应对中心'));
  });

  test('two people correcting at once: the second is told, the first is kept', async () => {
    const { importId, version } = await givenReadyImport(place.app, county);
    const edit = (value: number) =>
      run((work) => editPlanImport(work, { importId, version, edits: [{ op: 'setNo', key: 't1', value }] }));
    const results = await Promise.allSettled([edit(51), edit(52)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'plan.importChanged' });
    const stored = await findPlanImport(place.app.database.read, importId);
    expect([51, 52]).toContain(stored?.draft?.tasks[0]?.no);
    expect(stored?.version).toBe(version + 1);
  });
});

describe('a confirmed plan', () => {
  test('gives every unit its tasks, updates without losing any, and takes back what is gone', async () => {
    const first = await givenPlan(place.app, county);
    expect(first).toMatchObject({ created: 4, changed: 0, withdrawn: 0 });
    const context = await taskRowContextOf(place.app);
    const education = await listUnitTasks(place.app.database.read, [county.education], 2026, context);
    expect(education.map(({ task }) => [task.no, task.nextDue])).toEqual([
      [1, '2026-06-30'],
      [2, '2026-12-31'],
      [3, '2026-12-31'],
    ]);
    const before = await findPlanBoard(place.app.database.read, first.planId, context);

    const second = await givenPlan(place.app, {
      ...county,
      text: smallPlanText
        .replace('6月底前', '9月底前')
        .replace(/4\t.*$/, '4\t基础建设\t公布县级政策问答库，收录一百个常见问题。\t县政府办公室\t\t10月底前'),
    });
    expect(second).toEqual({ planId: first.planId, created: 1, changed: 1, withdrawn: 1 });
    const after = await findPlanBoard(place.app.database.read, first.planId, context);
    expect(after?.tasks.slice(0, 3).map(({ id }) => id)).toEqual(
      before?.tasks.slice(0, 3).map(({ id }) => id),
    );
    expect(after?.tasks.map(({ due }) => due.due)).toEqual([
      '2026-09-30',
      '2026-12-31',
      '2026-12-31',
      '2026-10-31',
    ]);
    expect(
      await findSearchDocuments(place.app.database.read, { text: '政策问答库', publicOnly: true }),
    ).toHaveLength(1);
    expect(
      await findSearchDocuments(place.app.database.read, { text: '镇村政务公开专区', publicOnly: true }),
    ).toEqual([]);
  });

  test('a decision about a name is remembered for the next plan', async () => {
    const text = smallPlanText.replaceAll('县教育局', '县教体和人才局').replace('任务分解表', '任务清单');
    const stored = await givenReadImport(place.app, { ...county, text });
    const { version } = await run((work) =>
      editPlanImport(work, {
        importId: stored.id,
        version: stored.version,
        edits: [
          { op: 'decideUnit', name: '县教体和人才局', decision: { kind: 'unit', unitId: county.education } },
        ],
      }),
    );
    await run((work) => confirmPlanImport(work, { importId: stored.id, version }));
    const again = await givenReadImport(place.app, { ...county, text });
    expect(again.draft?.units.县教体和人才局).toEqual({ kind: 'unit', unitId: county.education });
  });
});

describe('who may', () => {
  const kept = { sha256: '0'.repeat(64), byteLength: 1, mediaType: 'text/plain', fileName: 'a.txt' };

  test('every command is refused to all but the supervising office, without an audit row', async () => {
    const { importId, version } = await givenReadyImport(place.app, county);
    const other = await givenOfficer(place.app, county.jurisdictionId, county.education, [
      'clerk',
      'unitLeader',
    ]);
    const denied = [visitor, other, ...rolesBut(['supervisor']).map((role) => officers[role])];
    const before = await auditEntries();
    for (const actor of denied) {
      const commands: readonly ((work: Work) => Promise<unknown>)[] = [
        (work) =>
          startPlanImport(work, {
            jurisdictionId: county.jurisdictionId,
            file: kept,
            year: null,
            withOcr: false,
          }),
        (work) => editPlanImport(work, { importId, version, edits: [{ op: 'setNo', key: 't1', value: 1 }] }),
        (work) => cancelPlanImport(work, { importId }),
        (work) => discardPlanImport(work, { importId }),
        (work) => rereadPlanImport(work, { importId, withOcr: false }),
        (work) => restorePlanImport(work, { importId }),
        (work) => confirmPlanImport(work, { importId, version }),
      ];
      for (const command of commands) {
        expect(await refusalOf(transact(place.app, actor, command))).toMatch(/^access\./);
      }
    }
    expect(await auditEntries()).toBe(before);
  });

  test('an import of another county is out of reach', async () => {
    const second = await givenCounty(place.app, '白杨县', 'baiyang');
    const foreign = await givenOfficer(place.app, second.jurisdictionId, second.office, ['supervisor']);
    const { importId, version } = await givenReadyImport(place.app, county);
    const work = transact(place.app, foreign, (inside) => confirmPlanImport(inside, { importId, version }));
    expect(await refusalOf(work)).toBe('access.otherUnit');
  });
});
