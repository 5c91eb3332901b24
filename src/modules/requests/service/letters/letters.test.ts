import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { dayOf } from '#kernel/day.ts';
import { readSourceIsolated } from '#kernel/reading/read-source-isolated.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { addIssuingCode } from '#modules/organisation/index.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { givenCounterRequest } from '../../given.ts';
import { requestsModule } from '../../module.ts';
import { viewLetterDetail } from '../../queries/letter-detail.ts';
import { findLetterTemplate } from '../../queries/letter-settings.ts';
import { listPaperTodos } from '../../queries/letter-todos.ts';
import { findReachableLetter, loadLetterMatter } from '../../queries/letters.ts';
import { listCaseEvents } from '../../queries/requests.ts';
import type { DispositionLeafId } from '../../rules/dispositions/leaves.ts';
import type { LetterKind } from '../../rules/letters/letter-kinds.ts';
import { shippedTemplates } from '../../rules/letters/shipped/all.ts';
import { requestLetters } from '../../tables/letters.ts';
import { assignCase } from '../intake.ts';
import { checkLetter } from './check-letter.ts';
import { draftLetter, editLetter } from './draft.ts';
import { keepIssuedLetter, readKeptLetter, writeLetter } from './keep-letter.ts';
import { setLetterTemplate, setRemedyBodies } from './settings.ts';
import { approveLetter, returnLetter, signLetter, submitLetter } from './sign-off.ts';

let place: TestApp;
let county: GivenCounty;
let office: OfficerActor;
let clerk: OfficerActor;
let reviewer: OfficerActor;
let leader: OfficerActor;
let stranger: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const officer = (unitId: string, role: 'supervisor' | 'clerk' | 'reviewer' | 'unitLeader', name: string) =>
    givenOfficer(place.app, county.jurisdictionId, unitId, [role], name);
  office = await officer(county.office, 'supervisor', '公开办甲');
  clerk = await officer(county.education, 'clerk', '经办乙');
  reviewer = await officer(county.education, 'reviewer', '审核丙');
  leader = await officer(county.education, 'unitLeader', '局长丁');
  stranger = await officer(county.town, 'clerk', '外人戊');
  await transact(place.app, office, (work) => addIssuingCode(work, county.education, { code: '青教' }));
  await transact(place.app, office, (work) =>
    setRemedyBodies(work, {
      jurisdictionId: county.jurisdictionId,
      superiorGovernment: '临江市人民政府',
      basicCourt: '青禾县人民法院',
      intermediateCourt: '临江市中级人民法院',
    }),
  );
});
afterAll(() => place.close());

async function givenCase(name = '独孤求真'): Promise<string> {
  const requestId = await givenCounterRequest(place.app, county.education, { applicant: { name } });
  await transact(place.app, office, (work) =>
    assignCase(work, {
      requestId,
      unitId: county.education,
      officerIds: [clerk.id, reviewer.id, leader.id],
      internalDue: null,
      note: '',
    }),
  );
  return requestId;
}

const draft = async (requestId: string, kind: LetterKind, leaf: DispositionLeafId | null = null) =>
  (await transact(place.app, clerk, (work) => draftLetter(work, { requestId, kind, leaf }))).letterId;

async function detailOf(letterId: string, actor: OfficerActor = clerk) {
  const found = await findReachableLetter(place.app.database.read, actor, letterId);
  if (found === undefined) throw new Error('not reached');
  const today = '2026-05-06';
  const matter = await loadLetterMatter(place.app.database.read, found.request, found.request.arrivedOn);
  expect(found.request.arrivedOn).toBe(today);
  return viewLetterDetail(place.app.database.read, actor, found.letter, matter, found.request.arrivedOn);
}

async function fill(letterId: string, entered: Readonly<Record<string, string>>, actor = clerk) {
  const { version, fields } = await detailOf(letterId);
  const before = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  await transact(place.app, actor, (work) =>
    editLetter(work, { letterId, version, entered: { ...before, ...entered } }),
  );
}

const step = { note: '' };
async function submit(letterId: string, actor = clerk) {
  const { checks } = await checkLetter(place.app, actor, { letterId });
  await transact(place.app, actor, (work) => submitLetter(work, { letterId, ...step, checks }));
}
const approve = (letterId: string, actor: OfficerActor) =>
  transact(place.app, actor, (work) => approveLetter(work, { letterId, ...step }));
async function sign(letterId: string, actor: OfficerActor) {
  const { checks } = await checkLetter(place.app, actor, { letterId });
  return transact(place.app, actor, (work) => signLetter(work, { letterId, ...step, checks }));
}

async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  const failed = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failed instanceof Refusal) return failed;
  throw new Error(`not refused: ${String(failed)}`);
}
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code;

const asksOf = async (actor: OfficerActor) => {
  const { read } = place.app.database;
  return (await listPaperTodos({ db: read, actor, today: dayOf('2026-05-06') })).map(({ title }) => title);
};

const refusalFacts = {
  reasons: '该请示涉及尚在比选的校址方案，提前公开会使地价波动，影响方案比选',
  separable: 'no',
  whyInseparable: '全文均为尚未确定的选址意见',
  processKind: 'petition',
  processOpen: 'open',
  noDutyToPublish: 'none',
};

async function textOf(bytes: Uint8Array, fileName: string): Promise<string> {
  const read = await readSourceIsolated(bytes, { fileName });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return JSON.stringify(read.document).replaceAll(/\s/gu, '');
}

describe('a refusal from draft to paper', () => {
  let signedLetterId = '';

  test('is prefilled, reviewed, signed by three people, numbered and entered in the case', async () => {
    const requestId = await givenCase();
    const letterId = await draft(requestId, 'refusal', 'process');
    const begun = await detailOf(letterId);
    expect(begun.fields.find(({ name }) => name === 'information')?.value).toContain('义务教育学校建设资金');
    expect(begun.faults.join()).toMatch(/具体理由.*能否区分处理/u);
    expect(await codeOf(submit(letterId))).toBe('requests.letterIncomplete');

    await fill(letterId, refusalFacts);
    expect((await detailOf(letterId)).faults).toEqual([]);
    await submit(letterId);
    expect([await asksOf(reviewer), await asksOf(clerk)]).toEqual([
      [expect.stringContaining('审核文书')],
      [],
    ]);
    expect(await codeOf(approve(letterId, clerk))).toBe('requests.letterActionNotAllowed');
    await approve(letterId, reviewer);
    expect([await asksOf(reviewer), await asksOf(leader)]).toEqual([
      [],
      [expect.stringContaining('签发文书')],
    ]);
    expect(await codeOf(sign(letterId, reviewer))).toBe('requests.letterActionNotAllowed');
    expect(await codeOf(sign(letterId, clerk))).toBe('requests.letterActionNotAllowed');
    const { documentNumber } = await sign(letterId, leader);
    expect(documentNumber).toBe('青教公开复〔2026〕1号');

    const events = await listCaseEvents(place.app.database.read, requestId);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'letterIssued', letterId, documentNumber }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'replied',
        leaf: 'process',
        letterId,
        facts: expect.objectContaining(refusalFacts),
      }),
    );

    signedLetterId = letterId;
  });

  test('is kept as the paper it is, and the applicant stands in no row and no audit entry', async () => {
    const kept = await keepIssuedLetter(place.app, signedLetterId);
    expect(kept.pdfSha256).toMatch(/^[0-9a-f]{64}$/u);
    const text = await textOf(await readKeptLetter(place.app, signedLetterId, 'pdf'), 'a.pdf');
    for (const words of [
      '独孤求真：',
      '青教公开复〔2026〕1号',
      '请示报告，为过程性信息',
      '应当先申请行政复议',
      '青禾县人民法院',
      '2026年5月6日',
    ])
      expect(text).toContain(words);
    expect((await keepIssuedLetter(place.app, signedLetterId)).pdfFileId).toBe(kept.pdfFileId);
    const rows = JSON.stringify([
      await place.app.database.read.select().from(requestLetters),
      await place.app.database.read.select().from(auditEntries),
    ]);
    expect(rows).not.toContain('独孤求真');
  });

  test('the draft prints the applicant masked', async () => {
    const letterId = await draft(await givenCase(), 'serviceReceipt');
    const found = await findReachableLetter(place.app.database.read, clerk, letterId);
    if (found === undefined) throw new Error('not there');
    const text = await textOf(await writeLetter(place.app, found.letter, 'docx'), 'a.docx');
    expect(text).toContain('独***');
    expect(text).not.toContain('独孤求真');
  });
});

describe('what is refused', () => {
  test('a stranger reaches no letter by any step', async () => {
    const letterId = await draft(await givenCase(), 'registrationReceipt');
    expect(await findReachableLetter(place.app.database.read, stranger, letterId)).toBeUndefined();
    expect(await codeOf(checkLetter(place.app, stranger, { letterId }))).toBe('requests.letterNotFound');
    const checks = { version: 1, blocks: [] };
    for (const attempt of [
      transact(place.app, stranger, (work) => editLetter(work, { letterId, version: 1, entered: {} })),
      transact(place.app, stranger, (work) => signLetter(work, { letterId, ...step, checks })),
    ]) {
      expect(await codeOf(attempt)).toBe('requests.letterNotFound');
    }
  });

  test('an answer without its result, or with that of another letter', async () => {
    const requestId = await givenCase();
    expect(await codeOf(draft(requestId, 'refusal'))).toBe('requests.letterKindUnfit');
    expect(await codeOf(draft(requestId, 'refusal', 'notExisting'))).toBe('requests.letterKindUnfit');
    expect(await codeOf(draft(requestId, 'correctionNotice', 'process'))).toBe('requests.letterKindUnfit');
  });

  test('a ground that contradicts the facts', async () => {
    const letterId = await draft(await givenCase(), 'refusal', 'process');
    await fill(letterId, { ...refusalFacts, noDutyToPublish: 'some' });
    const refused = await refusalOf(submit(letterId));
    expect(refused.sentence.why).toContain('从其规定');
  });

  test('words that must not go out', async () => {
    const letterId = await draft(await givenCase(), 'petitionNotice', 'petition');
    await fill(letterId, {
      reasons: '申请人反映身份证号11010519491231002X的邻居违法建设，要求查处并答复结果',
      properChannel: '县综合行政执法局',
    });
    expect(await codeOf(submit(letterId))).toBe('requests.letterBlocked');
  });

  test('signing what was checked before somebody changed it', async () => {
    const letterId = await draft(await givenCase(), 'registrationReceipt');
    const { checks } = await checkLetter(place.app, clerk, { letterId });
    await fill(letterId, { enclosures: '收据' });
    const attempt = transact(place.app, clerk, (work) => signLetter(work, { letterId, ...step, checks }));
    expect(await codeOf(attempt)).toBe('requests.letterChanged');
  });

  test('whoever writes on a returned draft is a drafter as well', async () => {
    const letterId = await draft(await givenCase(), 'correctionNotice');
    await fill(letterId, { correctionPoints: '请写明文件的名称或者年份', correctionUntil: '2026-05-20' });
    await submit(letterId);
    await transact(place.app, reviewer, (work) => returnLetter(work, { letterId, note: '写明年份' }));
    await fill(letterId, {}, reviewer);
    await submit(letterId, reviewer);
    expect(await codeOf(sign(letterId, reviewer))).toBe('requests.letterActionNotAllowed');
    expect((await sign(letterId, leader)).documentNumber).toMatch(/^青教公开告〔2026〕\d+号$/u);
  });
});

describe("the county's own texts", () => {
  const set = (actor: OfficerActor, body: string) =>
    transact(place.app, actor, (work) =>
      setLetterTemplate(work, {
        jurisdictionId: county.jurisdictionId,
        kind: 'refusal',
        body,
        note: '按本县习惯',
      }),
    );

  test('are checked, versioned, and used by the next draft only', async () => {
    const earlier = await draft(await givenCase(), 'refusal', 'process');
    expect(await codeOf(set(office, shippedTemplates.refusal.replace('{救济途径}', '')))).toBe(
      'requests.templateFaulty',
    );
    expect(await codeOf(set(office, `${shippedTemplates.refusal}{申请人电话}`))).toBe(
      'requests.templateFaulty',
    );
    expect((await set(office, `${shippedTemplates.refusal}\n本县政府信息公开工作机构监督。`)).version).toBe(
      1,
    );
    const later = await draft(await givenCase(), 'refusal', 'process');
    const says = async (letterId: string) => JSON.stringify((await detailOf(letterId)).preview);
    expect(await says(earlier)).not.toContain('工作机构监督');
    expect(await says(later)).toContain('工作机构监督');
    expect(
      (await findLetterTemplate(place.app.database.read, county.jurisdictionId, 'refusal')).version,
    ).toBe(1);
  });

  test('belong to the FOI office', async () => {
    expect(await codeOf(set(leader, shippedTemplates.refusal))).toBe('access.forbidden');
  });
});
