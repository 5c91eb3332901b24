import { sql } from 'drizzle-orm';
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
import { entryContent, givenEntry, givenLedgerFile, givenPublicEntry } from '../../given/ledger.ts';
import { givenPlan } from '../../given.ts';
import { planModule } from '../../module.ts';
import { countLedgerMonths, listLedgerItems, loadLedgerItems } from '../../queries/ledger.ts';
import { findPlanBoard } from '../../queries/plans.ts';
import { findLedgerFile, listPublicEvidence } from '../../queries/public-evidence.ts';
import { taskRowContextOf } from '../../routes/plans.ts';
import { declineRelease, hideLedgerEntry, releaseLedgerEntry, takeDownLedgerEntry } from './release-entry.ts';
import { correctLedgerEntry, withdrawLedgerEntry, writeLedgerEntry } from './write-entry.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let planId: string;
/** Tasks 1 to 4 of the small plan: 1 and 2 are led by the education bureau, 4 by the town alone. */
let taskIds: readonly string[];
let clerk: OfficerActor;
let leader: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-03-10T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  planId = (await givenPlan(place.app, county)).planId;
  const board = await findPlanBoard(place.app.database.read, planId, await taskRowContextOf(place.app));
  taskIds = board?.tasks.map((task) => task.id) ?? [];
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk'], '周经办');
  leader = await givenOfficer(place.app, county.jurisdictionId, county.education, ['unitLeader'], '何局长');
});
afterAll(() => place.close());

const asClerk = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, clerk, body);
const asLeader = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, leader, body);
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );
const at = (index: number) => ({ taskId: taskIds[index] ?? '', unitId: county.education });

async function itemOf(rootId: string) {
  const [item] = await loadLedgerItems(place.app.database.read, [rootId]);
  if (item === undefined) throw new Error('no such report');
  return item;
}

describe('a report', () => {
  test('is kept with author, time, figures, files and links', async () => {
    const fileId = await givenLedgerFile(place.app, clerk);
    const written = await asClerk((work) =>
      writeLedgerEntry(work, {
        ...at(0),
        ...entryContent({
          figures: [{ label: '公开', amount: '36', unit: '条' }],
          links: [{ url: 'http://www.qinghe.example/zs', title: '招生专栏' }],
          fileIds: [fileId],
        }),
      }),
    );
    const item = await itemOf(written.rootId);
    expect(item).toMatchObject({
      unitName: '县教育局',
      taskNo: 1,
      writtenOn: '2026-03-10',
      state: 'internal',
    });
    expect(item.versions).toMatchObject([
      {
        kind: 'progress',
        writtenByName: '周经办',
        figures: [{ label: '公开', amount: '36', unit: '条' }],
        files: [{ fileId, fileName: '现场照片.jpg', mediaType: 'image/jpeg' }],
        links: [{ url: 'http://www.qinghe.example/zs', title: '招生专栏' }],
      },
    ]);
  });

  test('is refused for a task the unit has no part in', async () => {
    expect(await refusalOf(asClerk((work) => writeLedgerEntry(work, { ...at(3), ...entryContent() })))).toBe(
      'plan.notAssigned',
    );
  });

  test('takes no file that somebody else handed in', async () => {
    const fileId = await givenLedgerFile(place.app, officers.supervisor);
    const work = asClerk((inside) =>
      writeLedgerEntry(inside, { ...at(0), ...entryContent({ fileIds: [fileId] }) }),
    );
    expect(await refusalOf(work)).toBe('plan.ledgerFileUnknown');
  });

  test('gives the task and the unit the day of the last entry that stands', async () => {
    const lastOf = async (index: number) => {
      const board = await findPlanBoard(place.app.database.read, planId, await taskRowContextOf(place.app));
      const task = board?.tasks[index];
      const own = task?.assignments.find((one) => one.unitId === county.education);
      return [task?.lastEntryOn, own?.lastEntryOn];
    };
    expect(await lastOf(1)).toEqual([null, null]);
    const first = await givenEntry(place.app, at(1));
    place.clock.advance(5 * 86_400_000);
    const second = await givenEntry(place.app, at(1));
    expect(await lastOf(1)).toEqual(['2026-03-15', '2026-03-15']);
    await asClerk((work) => withdrawLedgerEntry(work, { entryId: second.entryId, reason: '填错任务' }));
    expect(await lastOf(1)).toEqual(['2026-03-10', '2026-03-10']);
    await asClerk((work) => withdrawLedgerEntry(work, { entryId: first.entryId, reason: '填错任务' }));
    expect(await lastOf(1)).toEqual([null, null]);
  });
});

describe('a correction', () => {
  test('is a further entry; the former text stays', async () => {
    const { entryId, rootId } = await givenEntry(place.app, at(0), { body: '公开35条。' });
    const corrected = await asClerk((work) =>
      correctLedgerEntry(work, { entryId, ...entryContent({ body: '公开36条。' }), reason: '漏计一条' }),
    );
    const again = await asClerk((work) =>
      correctLedgerEntry(work, {
        entryId: corrected.entryId,
        ...entryContent({ body: '公开37条。' }),
        reason: '又漏计一条',
      }),
    );
    expect(again.rootId).toBe(rootId);
    expect((await itemOf(rootId)).versions.map(({ kind, body, reason }) => [kind, body, reason])).toEqual([
      ['progress', '公开35条。', null],
      ['correction', '公开36条。', '漏计一条'],
      ['correction', '公开37条。', '又漏计一条'],
    ]);
  });

  test('may keep files another officer attached before', async () => {
    const fileId = await givenLedgerFile(place.app, clerk);
    const { entryId, rootId } = await givenEntry(place.app, at(0), { fileIds: [fileId] }, clerk);
    await asLeader((work) =>
      correctLedgerEntry(work, { entryId, ...entryContent({ fileIds: [fileId] }), reason: '改一处措辞' }),
    );
    expect((await itemOf(rootId)).versions[1]?.files).toHaveLength(1);
  });

  test('names the newest entry; of two at once one is told', async () => {
    const { entryId } = await givenEntry(place.app, at(0));
    const correct = (body: string) =>
      asClerk((work) => correctLedgerEntry(work, { entryId, ...entryContent({ body }), reason: '更正' }));
    const results = await Promise.allSettled([correct('甲'), correct('乙')]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      code: 'plan.ledgerNotNewest',
    });
  });

  test('a withdrawn report is read and never changed again', async () => {
    const { entryId, rootId } = await givenEntry(place.app, at(0));
    const withdrawn = await asClerk((work) => withdrawLedgerEntry(work, { entryId, reason: '重复填报' }));
    expect(await itemOf(rootId)).toMatchObject({
      state: 'withdrawn',
      versions: [{ kind: 'progress' }, { kind: 'withdrawal', reason: '重复填报', writtenByName: '周经办' }],
    });
    const correct = asClerk((work) =>
      correctLedgerEntry(work, { entryId: withdrawn.entryId, ...entryContent(), reason: '恢复' }),
    );
    expect(await refusalOf(correct)).toBe('plan.ledgerActionNotAllowed');
  });

  test('the database itself changes and deletes no entry', async () => {
    const { entryId } = await givenEntry(place.app, at(0));
    for (const statement of [
      sql`update ledger_entry set body = '改' where id = ${entryId}`,
      sql`delete from ledger_entry where id = ${entryId}`,
    ]) {
      await expect(place.app.database.inTransaction((db) => db.execute(statement))).rejects.toThrow();
    }
    expect((await itemOf(entryId)).versions[0]?.body).toContain('招生政策');
  });
});

describe('what the public sees', () => {
  const publicTexts = async () =>
    (await listPublicEvidence(place.app.database.read, planId, { limit: 50 })).rows.map((row) => row.body);
  const found = async (text: string) =>
    (await findSearchDocuments(place.app.database.read, { text, publicOnly: true })).length;

  test('nothing before the unit answers for it, and nothing after it is corrected', async () => {
    const fileId = await givenLedgerFile(place.app, clerk);
    const { entryId } = await givenEntry(
      place.app,
      at(0),
      { body: '学区划分图已上网。', proposesPublic: true, fileIds: [fileId] },
      clerk,
    );
    const publicFile = () => findLedgerFile(place.app.database.read, { entryId, fileId, publicOnly: true });
    expect(await publicTexts()).toEqual([]);
    expect(await publicFile()).toBeUndefined();
    await asLeader((work) => releaseLedgerEntry(work, { entryId }));
    expect(await publicTexts()).toEqual(['学区划分图已上网。']);
    expect(await publicFile()).toMatchObject({ id: fileId });
    expect(await found('学区划分图')).toBe(1);
    const corrected = await asClerk((work) =>
      correctLedgerEntry(work, { entryId, ...entryContent({ body: '学区划分图更新。' }), reason: '更新' }),
    );
    expect(await publicTexts()).toEqual([]);
    expect(await publicFile()).toBeUndefined();
    expect(await found('学区划分图')).toBe(0);
    await asLeader((work) => releaseLedgerEntry(work, { entryId: corrected.entryId }));
    expect(await publicTexts()).toEqual(['学区划分图更新。']);
    await asClerk((work) => withdrawLedgerEntry(work, { entryId: corrected.entryId, reason: '失实' }));
    expect(await publicTexts()).toEqual([]);
  });

  test('is taken back by the unit and by the supervising office, and may be shown again', async () => {
    const { entryId } = await givenPublicEntry(place.app, at(0), { body: '照片含人脸。' });
    await asLeader((work) => hideLedgerEntry(work, { entryId, reason: '照片未打码' }));
    expect(await publicTexts()).toEqual([]);
    await asLeader((work) => releaseLedgerEntry(work, { entryId }));
    await transact(place.app, officers.supervisor, (work) =>
      takeDownLedgerEntry(work, { entryId, reason: '仍未打码' }),
    );
    expect(await publicTexts()).toEqual([]);
    const hide = asLeader((work) => hideLedgerEntry(work, { entryId, reason: '再取消' }));
    expect(await refusalOf(hide)).toBe('plan.ledgerActionNotAllowed');
  });

  test('a proposal waits until it is decided, also by a no', async () => {
    const { entryId, rootId } = await givenEntry(place.app, at(0), { proposesPublic: true });
    const waiting = async () =>
      (
        await listLedgerItems(place.app.database.read, { planId }, { limit: 200, awaitsRelease: true })
      ).rows.some((row) => row.id === rootId);
    expect(await waiting()).toBe(true);
    await asLeader((work) => declineRelease(work, { entryId, reason: '属工作过程信息' }));
    expect(await waiting()).toBe(false);
  });
});

describe('lists', () => {
  test('narrow by unit, month, files and text, page by key without loss, and count by month', async () => {
    place.clock.set(new Date('2026-04-02T01:00:00Z'));
    const town = { taskId: taskIds[3] ?? '', unitId: county.town };
    const fileId = await givenLedgerFile(place.app);
    const written: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      place.clock.advance(60_000);
      const files = index === 2 ? { fileIds: [fileId] } : {};
      written.unshift((await givenEntry(place.app, town, { body: `专区第${index}次更新`, ...files })).rootId);
    }
    const list = (query: Parameters<typeof listLedgerItems>[2]) =>
      listLedgerItems(place.app.database.read, { planId }, query);
    const seen: string[] = [];
    for (let after: [string] | undefined; ; ) {
      const page = await list({ limit: 2, unitId: county.town, ...(after === undefined ? {} : { after }) });
      seen.push(...page.rows.map((row) => row.id));
      const last = page.rows.at(-1);
      if (page.next === null || last === undefined) break;
      after = [last.id];
    }
    expect(seen).toEqual(written);
    const idsOf = async (query: Partial<Parameters<typeof listLedgerItems>[2]>) =>
      (await list({ limit: 50, month: '2026-04', ...query })).rows.map((row) => row.id);
    expect(await idsOf({})).toEqual(written);
    expect(await idsOf({ withFiles: true })).toEqual([written[2]]);
    expect(await idsOf({ text: '第3次' })).toEqual([written[1]]);
    expect(await idsOf({ text: '100%' })).toEqual([]);
    const months = await countLedgerMonths(place.app.database.read, planId);
    expect(months.filter((row) => row.unitId === county.town)).toEqual([
      { unitId: county.town, unitName: '双溪镇', month: '2026-04', entries: 5 },
    ]);
  });
});

describe('who may', () => {
  async function auditEntries(): Promise<number> {
    const verdict = await verifyAuditChain(place.app.database.read);
    return verdict.intact ? verdict.entries : -1;
  }

  test('write: officers of the unit with a hand in its work, and nobody else', async () => {
    const { entryId } = await givenEntry(place.app, at(0));
    const open = await givenPublicEntry(place.app, at(0));
    const stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, [
      'clerk',
      'unitLeader',
    ]);
    const ofUnit = (role: OfficerRole) =>
      givenOfficer(place.app, county.jurisdictionId, county.education, [role], role);
    const writers: readonly OfficerRole[] = ['clerk', 'reviewer', 'unitLeader', 'supervisor'];
    const denied = [
      visitor,
      stranger,
      officers.supervisor,
      officers.auditor,
      ...(await Promise.all(rolesBut(writers).map(ofUnit))),
    ];
    const before = await auditEntries();
    for (const actor of denied) {
      const commands: readonly ((work: Work) => Promise<unknown>)[] = [
        (work) => writeLedgerEntry(work, { ...at(0), ...entryContent() }),
        (work) => correctLedgerEntry(work, { entryId, ...entryContent(), reason: '改' }),
        (work) => withdrawLedgerEntry(work, { entryId, reason: '撤回' }),
        (work) => releaseLedgerEntry(work, { entryId }),
        (work) => declineRelease(work, { entryId, reason: '不公开' }),
        (work) => hideLedgerEntry(work, { entryId: open.entryId, reason: '取消' }),
      ];
      for (const command of commands) {
        expect(await refusalOf(transact(place.app, actor, command))).toMatch(/^access\./);
      }
    }
    for (const command of [
      (work: Work) => releaseLedgerEntry(work, { entryId }),
      (work: Work) => takeDownLedgerEntry(work, { entryId: open.entryId, reason: '取消' }),
    ]) {
      expect(await refusalOf(transact(place.app, clerk, command))).toBe('access.forbidden');
    }
    expect(await auditEntries()).toBe(before);
  });

  test('an office of another county reaches nothing', async () => {
    const second = await givenCounty(place.app, '白杨县', 'baiyang');
    const foreign = await givenOfficer(place.app, second.jurisdictionId, second.office, ['supervisor']);
    const { entryId } = await givenPublicEntry(place.app, at(0));
    const work = transact(place.app, foreign, (inside) =>
      takeDownLedgerEntry(inside, { entryId, reason: '取消' }),
    );
    expect(await refusalOf(work)).toBe('access.otherUnit');
  });
});
