import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, officerRoles, systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  givenOfficerOfEachRole,
} from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { tryWordSchema } from '../contract.ts';
import { givenWord, givenWordInput } from '../given.ts';
import { checkingModule } from '../module.ts';
import { checkingPermissions } from '../permissions.ts';
import { buildCheckContext } from '../queries/check-context.ts';
import { findReleaseReasons, listOverrides, readableUnitsOf } from '../queries/overrides.ts';
import { listWords } from '../queries/words.ts';
import { placesOfFindings } from '../rules/carry-findings.ts';
import { judgeRelease, type ReleaseKey } from '../rules/words-in-force.ts';
import { checkFile, checkText, maskText, recordCheck } from './checks.ts';
import { digestOfPlace, digestOfSpan, recordOverride, releaseKeysOf } from './overrides.ts';
import { withStandingReasons } from './standing-reasons.ts';
import { tryWord } from './try-word.ts';
import { addWord, changeWord, endWord } from './words.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let stranger: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, checkingModule], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, [
    'clerk',
    'reviewer',
    'secrecyReviewer',
    'unitLeader',
  ]);
});
afterAll(() => place.close());

const platform = systemActor('test');
const nobody = { kind: 'visitor' } as const;
const plain = { day: null, isPublishedList: false };
const act = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, platform, body);

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function countAudits(): Promise<number> {
  const { rows } = await place.app.database.read.execute(sql`select count(*)::int as n from audit_entry`);
  return Number(rows[0]?.n);
}

let phrases = 0;
const fresh = () => `统一用语之${++phrases}`;
const override = (unitId: string, severity: 'block' | 'confirm') => ({
  unitId,
  severity,
  code: 'personalData.idNumber',
  spanDigest: digestOfSpan(place.app.config, '11010519491231002X'),
  documentName: '公示.docx',
  reason: '判决书已公开，依法登载',
});

type Permission = keyof typeof checkingPermissions;
const commands: readonly {
  readonly name: string;
  readonly permission: Permission;
  readonly reachesCounty?: boolean;
  readonly run: () => Promise<(work: Work) => Promise<unknown>>;
}[] = [
  {
    name: 'recordCheck',
    permission: 'checking.check',
    run: async () => (work) =>
      recordCheck(work, { unitId: county.office, documentName: '公告.txt', characters: 10, findings: [] }),
  },
  {
    name: 'addWord of the unit',
    permission: 'checking.keepUnitWords',
    run: async () => (work) => addWord(work, givenWordInput({ unitId: county.office, phrase: fresh() })),
  },
  {
    name: 'addWord of the county',
    permission: 'checking.keepCountyWords',
    reachesCounty: true,
    run: async () => (work) => addWord(work, givenWordInput({ phrase: fresh() })),
  },
  {
    name: 'changeWord',
    permission: 'checking.keepUnitWords',
    run: async () => {
      const phrase = fresh();
      const id = await givenWord(place.app, { unitId: county.office, phrase });
      return (work) => changeWord(work, id, givenWordInput({ unitId: county.office, phrase }));
    },
  },
  {
    name: 'endWord',
    permission: 'checking.keepUnitWords',
    run: async () => {
      const id = await givenWord(place.app, { unitId: county.office, phrase: fresh() });
      return (work) => endWord(work, id, { reason: '不再使用' });
    },
  },
  {
    name: 'recordOverride of what asks for a reason',
    permission: 'checking.override',
    run: async () => (work) => recordOverride(work, override(county.office, 'confirm')),
  },
  {
    name: 'recordOverride of what blocks',
    permission: 'checking.overrideBlock',
    run: async () => (work) => recordOverride(work, override(county.office, 'block')),
  },
];

describe.each(commands)('$name', ({ permission, reachesCounty, run }) => {
  const allowed: readonly OfficerRole[] = checkingPermissions[permission].roles;

  test('passes those of the table and leaves one audit entry', async () => {
    for (const role of officerRoles.filter((one) => allowed.includes(one))) {
      const command = await run();
      const before = await countAudits();
      expect([role, await codeOf(transact(place.app, officers[role], command))]).toEqual([role, 'done']);
      expect(await countAudits()).toBe(before + 1);
    }
  });

  test('denies all others and leaves no audit entry', async () => {
    const command = await run();
    const before = await countAudits();
    expect(await codeOf(transact(place.app, nobody, command))).toBe('access.signInNeeded');
    for (const role of officerRoles.filter((one) => !allowed.includes(one))) {
      expect([role, await codeOf(transact(place.app, officers[role], command))]).toEqual([
        role,
        'access.forbidden',
      ]);
    }
    const expected = reachesCounty === true ? 'access.forbidden' : 'access.otherUnit';
    expect(await codeOf(transact(place.app, stranger, command))).toBe(expected);
    expect(await countAudits()).toBe(before);
  });
});

describe('the office’s words', () => {
  const today = dayOf('2026-05-06');
  const listFor = (actor: OfficerActor, all = false) =>
    listWords(
      place.app.database.read,
      { actor, jurisdictionId: county.jurisdictionId, today },
      { limit: 100, all, text: '用语甲' },
    );

  test('are found in texts of their unit only, until they are ended', async () => {
    const unitId = county.education;
    const [teacher, other] = [
      await givenOfficer(place.app, county.jurisdictionId, unitId, ['clerk']),
      officers.clerk,
    ];
    const id = await givenWord(place.app, { unitId, phrase: '用语甲一', replacement: '用语乙一' });
    const text = '请各校统一使用用语甲一。';
    const found = await checkText(place.app, teacher, { ...plain, text });
    expect(found).toMatchObject([{ code: 'wording.office', text: '用语甲一', suggestion: '用语乙一' }]);
    expect(await checkText(place.app, other, { ...plain, text })).toEqual([]);
    await act((work) => endWord(work, id, { reason: '不再使用' }));
    expect(await checkText(place.app, teacher, { ...plain, text })).toEqual([]);
  });

  test('are changed by a further row that takes the place of the old one', async () => {
    const id = await givenWord(place.app, { phrase: '用语甲二', replacement: '用语乙二' });
    const changed = await act((work) =>
      changeWord(work, id, givenWordInput({ phrase: '用语甲二', replacement: '用语丙二' })),
    );
    const { rows } = await listFor(officers.clerk, true);
    expect(rows.map((row) => [row.id, row.state, row.mayKeep])).toEqual(
      expect.arrayContaining([
        [changed, 'inForce', false],
        [id, 'replaced', false],
      ]),
    );
    const standing = (await listFor(officers.supervisor)).rows.map((row) => [row.id, row.mayKeep]);
    expect(standing).toContainEqual([changed, true]);
    expect(standing.map(([one]) => one)).not.toContain(id);
    expect(await codeOf(act((work) => changeWord(work, id, givenWordInput({ phrase: '用语甲二' }))))).toBe(
      'checking.wordNotNow',
    );
  });

  test('refuse a second one like it, a day gone by, and personal data', async () => {
    await givenWord(place.app, { phrase: '用语甲三' });
    const add = (given: Parameters<typeof givenWordInput>[0]) =>
      codeOf(act((work) => addWord(work, givenWordInput(given))));
    expect(await add({ phrase: '用语甲三' })).toBe('checking.wordThere');
    expect(await add({ phrase: '用语甲三', unitId: county.education })).toBe('done');
    expect(await add({ phrase: '用语甲四', fromDay: dayOf('2026-05-05') })).toBe('checking.wordInPast');
    expect(await add({ phrase: '用语甲四', untilDay: today })).toBe('checking.wordNeverSpeaks');
    expect(await add({ phrase: '11010519491231002X', kind: 'protected' })).toBe('checking.wordIsPersonal');
  });

  test('speak from their first day to the day before their last', async () => {
    await givenWord(place.app, {
      phrase: '用语甲五',
      fromDay: dayOf('2026-05-07'),
      untilDay: dayOf('2026-05-09'),
    });
    const speaksOn = async (day: string) => {
      const context = await buildCheckContext(place.app.database.read, {
        jurisdictionId: county.jurisdictionId,
        unitIds: [],
        today: dayOf(day),
        documentDay: null,
        isPublishedList: false,
      });
      return context.dictionary.some(({ phrase }) => phrase === '用语甲五');
    };
    expect(await speaksOn('2026-05-06')).toBe(false);
    expect(await speaksOn('2026-05-07')).toBe(true);
    expect(await speaksOn('2026-05-08')).toBe(true);
    expect(await speaksOn('2026-05-09')).toBe(false);
  });

  test('are tried on what is public before they take effect, and nothing is stored', async () => {
    await act(async (work) => {
      const document = { body: '全县推行用语甲六。用语甲六写进了要点。', address: '/plans/1' };
      const unseen = { ...document, objectId: '2', title: '内部', isPublic: false };
      work.putSearchDocument({ kind: 'task', objectId: '1', title: '工作要点', isPublic: true, ...document });
      work.putSearchDocument({ kind: 'task', ...unseen });
      work.audit({ action: 'test', objectKind: 'test', objectId: '1', summary: '测试' });
    });
    const before = await countAudits();
    const word = givenWordInput({ phrase: '用语甲六', replacement: '用语乙六' });
    const input = tryWordSchema.parse({ word, text: '自己的文字里也有用语甲六。' });
    const tried = await tryWord(place.app, officers.supervisor, input);
    expect(tried).toMatchObject({ documents: 1, holding: 1, isWhole: true, appear: 3, disappear: 0 });
    expect(tried.samples[1]).toMatchObject({ title: '工作要点', mark: '用语甲六', address: '/plans/1' });
    expect(await countAudits()).toBe(before);
    expect(await codeOf(tryWord(place.app, officers.reviewer, input))).toBe('access.forbidden');
  });
});

describe('checks', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  test('know the county and its units', async () => {
    const context = await buildCheckContext(place.app.database.read, {
      jurisdictionId: county.jurisdictionId,
      unitIds: [],
      today: dayOf('2026-05-06'),
      documentDay: null,
      isPublishedList: false,
    });
    expect(context.countyName).toBe('青禾县');
    expect(context.units).toContainEqual({
      name: '青禾县教育局',
      shortNames: ['县教育局'],
      issuingCodes: [],
      activeFrom: null,
      activeUntil: null,
    });
  });

  test('of a file are recorded without content, a number in the name covered', async () => {
    const checked = await checkFile(place.app, officers.clerk, {
      ...plain,
      unitId: county.office,
      fileName: '证明11010519491231002X.txt',
      bytes: bytesOf('身份证号：11010519491231002X'),
    });
    expect(checked.findings.some(({ severity }) => severity === 'block')).toBe(true);
    const { rows } = await place.app.database.read.execute(
      sql`select to_jsonb(check_run)::text as row from check_run where document_name like '证明%'`,
    );
    expect(rows[0]?.row).toContain('证明******************.txt');
    expect(rows[0]?.row).not.toContain('110105');
  });

  test('refuse a file that cannot be read, and record nothing', async () => {
    const before = await countAudits();
    const question = {
      ...plain,
      unitId: county.office,
      fileName: '坏.docx',
      bytes: bytesOf('PK\u0003\u0004坏'),
    };
    expect(await codeOf(checkFile(place.app, officers.clerk, question))).toBe('checking.fileUnreadable');
    expect(await countAudits()).toBe(before);
  });

  test('of somebody who went away are dropped', async () => {
    const signal = AbortSignal.abort();
    expect(await codeOf(checkText(place.app, officers.clerk, { ...plain, text: '文字', signal }))).toBe(
      'checking.cancelled',
    );
  });

  test('mask personal data', async () => {
    const masked = await maskText(place.app, officers.clerk, { ...plain, text: '电话：13800138000' });
    expect(masked).not.toContain('13800138000');
    expect(masked).toContain('138');
  });
});

describe('reasons for release', () => {
  test('open the place they were given for, at its own severity, and hold no text', async () => {
    const number = '11010519491231002X';
    const text = `甲的身份证号${number}。\n乙也登记了身份证号${number}。`;
    const findings = await checkText(place.app, officers.clerk, { ...plain, text });
    const unitId = county.education;
    const openIn = async (document: string) => {
      const keys = releaseKeysOf(place.app.config, { document, text }, findings).map(({ key }) => key);
      const verdict = judgeRelease(keys, await findReleaseReasons(place.app.database.read, unitId, keys));
      return { kind: verdict.kind, keys, open: verdict.kind === 'free' ? 0 : verdict.open.length };
    };
    const { keys } = await openIn('甲文');
    expect(keys.length).toBe(2);
    const give = (key: ReleaseKey | undefined, severity: 'block' | 'confirm') => {
      if (key === undefined) throw new Error('no finding');
      return act((work) => recordOverride(work, { ...override(unitId, severity), ...key, severity, unitId }));
    };
    await give(keys[0], 'confirm');
    expect(await openIn('甲文')).toMatchObject({ kind: 'blocked', open: 2 });
    await give(keys[0], 'block');
    expect(await openIn('甲文')).toMatchObject({ kind: 'blocked', open: 1 });
    await give(keys[1], 'block');
    expect(await openIn('甲文')).toMatchObject({ kind: 'free' });
    expect(await openIn('乙文')).toMatchObject({ kind: 'blocked', open: 2 });
    expect(JSON.stringify(keys)).not.toContain('110105');
  });

  test('are shown again at their place of their document until the text there changes', async () => {
    const name = '通告.docx';
    const text = '一、通知。\n联系人身份证号11010519491231002X，请核对。\n二、其他。';
    const standingIn = async (checked: string, documentName = name, unitId = county.office) => {
      const findings = await checkText(place.app, officers.clerk, { ...plain, text: checked });
      const paper = { unitId, documentName, text: checked };
      const shown = await withStandingReasons(place.app, officers.clerk, paper, findings);
      return shown.filter(({ standing }) => standing !== undefined).map(({ standing }) => standing?.reason);
    };
    const found = await checkText(place.app, officers.clerk, { ...plain, text });
    const finding = found.find(({ severity }) => severity === 'block');
    if (finding === undefined) throw new Error('no finding');
    expect(await standingIn(text)).toEqual([]);
    await act((work) =>
      recordOverride(work, {
        ...override(county.office, 'block'),
        code: finding.code,
        documentName: name,
        reason: '本人要求公开',
        placeDigest: digestOfPlace(place.app.config, name, placesOfFindings(text, [finding])[0] ?? ''),
      }),
    );
    expect(await standingIn(text)).toEqual(['本人要求公开']);
    expect(await standingIn(`前言。\n${text.replace('二、其他', '二、附则')}`)).toEqual(['本人要求公开']);
    expect(await standingIn(text.replace('请核对', '不必核对'))).toEqual([]);
    expect(await standingIn(text, '另一份.docx')).toEqual([]);
    expect(await standingIn(text, name, county.town)).toEqual([]);
  });

  test('are read by their unit and by those who oversee', async () => {
    const listFor = (actor: OfficerActor) =>
      listOverrides(
        place.app.database.read,
        { jurisdictionId: county.jurisdictionId, unitIds: readableUnitsOf(actor) },
        { limit: 200 },
      );
    await act((work) => recordOverride(work, override(county.town, 'block')));
    const unitsSeen = async (actor: OfficerActor) =>
      new Set((await listFor(actor)).rows.map((row) => row.unitId));
    expect(await unitsSeen(stranger)).toEqual(new Set([county.town]));
    expect((await unitsSeen(officers.auditor)).has(county.town)).toBe(true);
    expect((await unitsSeen(officers.clerk)).has(county.town)).toBe(false);
    expect((await unitsSeen(officers.systemAdministrator)).size).toBe(0);
  });
});
