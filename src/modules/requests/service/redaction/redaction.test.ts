import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { dayOf } from '#kernel/day.ts';
import { writePaperDocx } from '#kernel/paper/docx.ts';
import type { OfficialPaper } from '#kernel/paper/paper.ts';
import { writePaperPdf } from '#kernel/paper/pdf.ts';
import { findProgram } from '#kernel/reading/formats/outside-program.ts';
import { readSourceIsolated } from '#kernel/reading/read-source-isolated.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { givenCounterRequest } from '../../given.ts';
import { requestsModule } from '../../module.ts';
import { listPaperTodos } from '../../queries/letter-todos.ts';
import { findReachableRedaction, viewRedactionDetail } from '../../queries/redactions.ts';
import { markEverywhere, type RedactionMark, redactionSign } from '../../rules/redaction/redacted-text.ts';
import { requestRedactions } from '../../tables/redactions.ts';
import { proveCopyOfPages, proveCopyOfText } from './make-copy.ts';
import { makeRedactedCopy, readRedactedCopy, releaseRedactedCopy, saveRedactionMarks } from './redactions.ts';
import { startRedaction } from './start-redaction.ts';

let place: TestApp;
let county: GivenCounty;
let clerk: OfficerActor;
let office: OfficerActor;
let stranger: OfficerActor;
let requestId: string;

const day = dayOf('2026-05-06');
const paper: OfficialPaper = {
  title: '张三丰家庭救助情况',
  issuer: '张三丰',
  day,
  blocks: [
    { kind: 'title', lines: ['救助情况说明'] },
    { kind: 'paragraph', text: '户主张三丰，患有慢性病，每月领取救助金600元。' },
    {
      kind: 'table',
      widths: [1, 1],
      headRows: 1,
      rows: [
        [
          { text: '姓名', header: true },
          { text: '金额（元）', header: true },
        ],
        [{ text: '张三丰' }, { text: '600' }],
      ],
    },
  ],
};

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const officer = (unitId: string, role: 'supervisor' | 'clerk', name: string) =>
    givenOfficer(place.app, county.jurisdictionId, unitId, [role], name);
  clerk = await officer(county.education, 'clerk', '经办乙');
  office = await officer(county.office, 'supervisor', '公开办甲');
  stranger = await officer(county.education, 'clerk', '同事丙');
  requestId = await givenCounterRequest(place.app, county.education, { by: clerk });
});
afterAll(() => place.close());

const signal = new AbortController().signal;

async function start(mode: 'text' | 'pages', name: string, bytes: Uint8Array, actor = clerk) {
  const source = { name, mediaType: 'application/octet-stream', bytes };
  const input = { requestId, title: '救助情况说明', mode, source, signal };
  return (await startRedaction(place.app, actor, input)).redactionId;
}

async function detailOf(redactionId: string, actor = clerk) {
  const found = await findReachableRedaction(place.app.database.read, actor, redactionId);
  if (found === undefined) throw new Error('not reached');
  return {
    ...(await viewRedactionDetail(place.app, actor, found.redaction, found.request)),
    row: found.redaction,
  };
}

async function save(
  redactionId: string,
  marks: readonly RedactionMark[],
  boxes: Parameters<typeof saveRedactionMarks>[2]['boxes'] = [],
) {
  const { version } = await detailOf(redactionId);
  await saveRedactionMarks(place.app, clerk, { redactionId, version, marks, boxes });
}

async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  const failed = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failed instanceof Refusal) return failed;
  throw new Error(`not refused: ${String(failed)}`);
}

async function markOf(redactionId: string, words: string): Promise<RedactionMark> {
  const parts = (await detailOf(redactionId)).text?.parts ?? [];
  const part = parts.findIndex((one) => one.includes(words));
  const start = (parts[part] ?? '').indexOf(words);
  return { part, start, end: start + words.length, why: '个人隐私', keepElsewhere: false };
}

describe('a copy of text', () => {
  let id = '';

  test('is held back until every place is marked', async () => {
    id = await start('text', '救助情况.docx', await writePaperDocx(paper));
    const name = await markOf(id, '张三丰');
    await save(id, [name]);
    const marked = await detailOf(id);
    expect(marked.leftovers).toEqual([expect.objectContaining({ words: '张三丰' })]);
    const early = await refusalOf(makeRedactedCopy(place.app, clerk, id));
    expect(early.code).toBe('requests.redactionUnproven');
    expect(early.sentence.why).toContain('别处没有遮盖');
    expect((await detailOf(id)).stage).toBe('marking');
    await save(id, [...markEverywhere(marked.text ?? { parts: [] }, name), await markOf(id, '患有慢性病')]);
  });

  test('is proven from its bytes, which hold what was kept and nothing that was taken out', async () => {
    await makeRedactedCopy(place.app, clerk, id);
    const made = await detailOf(id);
    expect(made).toMatchObject({ stage: 'proven', leftovers: [] });
    const bytes = await readRedactedCopy(place.app, made.row);
    const reading = await readSourceIsolated(bytes, { fileName: 'a.pdf' }, { gatherAsides: true });
    const everything = JSON.stringify(reading);
    expect(everything).toContain(redactionSign);
    expect(everything).toContain('每月领取救助金600元');
    expect(everything).not.toMatch(/张三丰|慢性病/u);
  });

  test('is released by somebody who did not mark it, and stays as it is', async () => {
    const asks = async (actor: OfficerActor) =>
      (await listPaperTodos({ db: place.app.database.read, actor, today: day })).map(({ title }) => title);
    expect([await asks(office), await asks(clerk)]).toEqual([[expect.stringContaining('核对公开版')], []]);
    const release = (actor: OfficerActor) =>
      transact(place.app, actor, (work) => releaseRedactedCopy(work, { redactionId: id }));
    expect((await refusalOf(release(clerk))).code).toBe('requests.redactionActionNotAllowed');
    await release(office);
    expect((await detailOf(id)).stage).toBe('released');
    expect((await refusalOf(save(id, []))).code).toBe('requests.redactionActionNotAllowed');
  });

  test('a change after the proof takes the copy back', async () => {
    const id = await start('text', '说明.txt', Buffer.from('户主李四光，电话不详。'));
    await save(id, [await markOf(id, '李四光')]);
    await makeRedactedCopy(place.app, clerk, id);
    await save(id, []);
    expect(await detailOf(id)).toMatchObject({ stage: 'marking', copySha256: null, proof: [] });
  });

  test('what the checks forbid holds the copy back', async () => {
    const id = await start('text', '说明.txt', Buffer.from('户主李四光，身份证号11010519491231002X。'));
    await save(id, [await markOf(id, '李四光')]);
    expect((await refusalOf(makeRedactedCopy(place.app, clerk, id))).code).toBe('requests.redactionBlocked');
  });

  test('neither rows nor audit hold the words, and stored bytes are sealed', async () => {
    const everything = JSON.stringify([
      await place.app.database.read.select().from(requestRedactions),
      await place.app.database.read.select().from(auditEntries),
    ]);
    expect(everything).not.toMatch(/张三丰|慢性病|李四光/u);
  });

  test('the source passed off as the copy does not pass the proof', async () => {
    const { bytes } = await writePaperPdf(paper);
    const text = { parts: ['户主张三丰，患有慢性病，每月领取救助金600元。'], blocks: [] };
    const marks = [{ part: 0, start: 2, end: 5, why: '个人隐私', keepElsewhere: false }];
    expect((await proveCopyOfText(bytes, '救助情况说明', text, marks)).holds).toBe(false);
  });
});

describe('who and what is refused', () => {
  test('a stranger reaches nothing', async () => {
    const id = await start('text', '说明.txt', Buffer.from('说明'));
    expect(await findReachableRedaction(place.app.database.read, stranger, id)).toBeUndefined();
    expect((await refusalOf(start('text', '说明.txt', Buffer.from('说明'), stranger))).code).toBe(
      'requests.notFound',
    );
    for (const attempt of [
      () => makeRedactedCopy(place.app, stranger, id),
      () => saveRedactionMarks(place.app, stranger, { redactionId: id, version: 1, marks: [], boxes: [] }),
      () => transact(place.app, stranger, (work) => releaseRedactedCopy(work, { redactionId: id })),
    ]) {
      expect((await refusalOf(attempt())).code).toBe('requests.redactionNotFound');
    }
  });

  test('a file that cannot be handled', async () => {
    const broken = start('text', '坏.pdf', Buffer.from('%PDF-1.4 broken'));
    expect((await refusalOf(broken)).code).toBe('requests.redactionSourceUnfit');
    expect((await refusalOf(start('pages', '说明.txt', Buffer.from('说明')))).code).toBe(
      'requests.redactionSourceUnfit',
    );
  });

  test('marks that give no ground or lie outside', async () => {
    const id = await start('text', '说明.txt', Buffer.from('说明'));
    const wrong = { part: 0, start: 0, end: 9, why: '', keepElsewhere: false };
    expect((await refusalOf(save(id, [wrong]))).code).toBe('requests.redactionMarksUnfit');
  });
});

const drawer = await findProgram('pdftoppm');

describe.runIf(drawer !== undefined)('a copy of pages', () => {
  const boxes = [{ page: 1, x: 0.1, y: 0.1, width: 0.8, height: 0.5, why: '个人隐私' }];

  test('holds pictures only, black where it was boxed', async () => {
    const { bytes } = await writePaperPdf(paper);
    const id = await start('pages', '救助情况.pdf', bytes);
    await save(id, [], boxes);
    await makeRedactedCopy(place.app, clerk, id);
    const { row } = await detailOf(id);
    const copy = await readRedactedCopy(place.app, row);
    const reading = await readSourceIsolated(copy, { fileName: 'a.pdf' }, { gatherAsides: true });
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'imageOnly' } });
    expect(Buffer.from(copy).includes(Buffer.from('/Info'))).toBe(false);
  });

  test('a PDF with text under black boxes does not pass the proof', async () => {
    const { bytes } = await writePaperPdf(paper);
    const proof = await proveCopyOfPages(bytes, 1, boxes);
    expect(proof.holds).toBe(false);
    expect(proof.faults).toHaveLength(2);
  });
});
