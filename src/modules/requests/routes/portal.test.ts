import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, visitor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { beijingInstant } from '#kernel/clock.ts';
import { addDays, dayOf } from '#kernel/day.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { findStructureFaults, findTypeFaults } from '#portal/testing/page-faults.ts';
import { readPage } from '#portal/testing/rendered.tsx';
import { givenFiling } from '../given.ts';
import { requestsModule } from '../module.ts';
import { findApplicantRow } from '../queries/requests.ts';
import { noticeCorrection } from '../service/clarify.ts';
import { openFilingDraft, tidyDraftsNightly } from '../service/filing/drafts.ts';
import { eraseOldProofs } from '../service/identity-proofs.ts';
import { confirmReceipt, transferCase } from '../service/intake.ts';
import { openApplicant } from '../service/seal-applicant.ts';
import { requestDrafts } from '../tables/filing.ts';
import { requestProofs } from '../tables/proofs.ts';
import { requests } from '../tables/requests.ts';

let server: TestServer;
let county: GivenCounty;
let office: OfficerActor;
let stranger: OfficerActor;

beforeAll(async () => {
  server = await openTestServer({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(server.app);
  office = await givenOfficer(server.app, county.jurisdictionId, county.office, ['supervisor'], '公开办');
  stranger = await givenOfficer(
    server.app,
    county.jurisdictionId,
    county.education,
    ['clerk', 'unitLeader'],
    '外人',
  );
});
afterAll(() => server.close());

async function post(
  url: string,
  fields: Readonly<Record<string, string>>,
  more: { readonly cookie?: string; readonly file?: Uint8Array } = {},
) {
  const cookie = more.cookie === undefined || more.cookie === '' ? {} : { cookie: more.cookie };
  if (more.file === undefined) {
    return server.ask(visitor, {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...cookie },
      payload: new URLSearchParams(fields).toString(),
    });
  }
  const edge = 'form-edge';
  const head = `--${edge}\r\nContent-Disposition: form-data; name="proof"; filename="身份证.png"\r\nContent-Type: image/png\r\n\r\n`;
  return server.ask(visitor, {
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, ...cookie },
    payload: Buffer.concat([Buffer.from(head), more.file, Buffer.from(`\r\n--${edge}--\r\n`)]),
  });
}

const listRows = () => server.app.database.read.select().from(requests);
const cookieOf = (answer: { readonly headers: Readonly<Record<string, unknown>> }) =>
  /request-draft=[^;]*/.exec(String(answer.headers['set-cookie']))?.[0] ?? '';
const codeIn = (body: string) => /<strong>([0-9A-Z]{5} [0-9A-Z]{5})<\/strong>/.exec(body)?.[1] ?? '';
const numberIn = (body: string) => /<dd>(\d{4}-\d{4})<\/dd>/.exec(body)?.[1] ?? '';

async function open(url: string, cookie = '') {
  return server.ask(visitor, { url, headers: cookie === '' ? {} : { cookie } });
}

/** Fills the form; the cookie that holds the draft. */
async function fillIn(given: Readonly<Record<string, string>> = {}, cookie = '') {
  const answer = await post('/requests/apply/form', givenFiling(county.education, given), { cookie });
  return { answer, cookie: cookieOf(answer) };
}

/** Files a request of its own and returns its row, code and the browser's cookie. */
async function file(given: Readonly<Record<string, string>> = {}, proof?: Uint8Array) {
  const { cookie } = await fillIn(given);
  if (proof !== undefined) await post('/requests/apply/proof', {}, { cookie, file: proof });
  await post('/requests/apply/submit', {}, { cookie });
  const { body } = await open('/requests/apply/receipt', cookie);
  const [row] = await server.app.database.read
    .select()
    .from(requests)
    .where(eq(requests.number, numberIn(body)));
  return { code: codeIn(body), row, cookie };
}

describe('filing', () => {
  test('sent again, also at once, it is one case with one code, shown to this browser alone', async () => {
    const before = (await listRows()).length;
    const { cookie } = await fillIn();
    const submit = () => post('/requests/apply/submit', {}, { cookie });
    const [one, other] = await Promise.all([submit(), submit()]);
    await submit();
    expect([one.headers.location, other.headers.location]).toEqual(Array(2).fill('/requests/apply/receipt'));
    expect((await listRows()).length).toBe(before + 1);
    const receipt = await open('/requests/apply/receipt', cookie);
    expect(codeIn(receipt.body)).not.toBe('');
    expect(receipt.headers['cache-control']).toBe('no-store');
    expect((await open('/requests/apply/receipt')).headers.location).toBe('/requests/apply/form');
  });

  test('what is missing is named beside the field, and everything typed is kept', async () => {
    const { answer } = await fillIn({
      unitId: '',
      name: '',
      phone: '',
      subject: '某文件<b>',
      wantedChannel: 'mail',
    });
    expect(answer.statusCode).toBe(400);
    for (const kept of [
      '请选择向哪个机关申请',
      '请填写姓名或者名称',
      '某文件&lt;b&gt;',
      '110101199003070011',
    ]) {
      expect(answer.body).toContain(kept);
    }
    const mailed = await fillIn({ wantedChannel: 'mail' });
    expect(mailed.answer.body).toContain('选了邮寄，请填写通信地址和邮政编码');
  });

  test('a slip in the number is pointed out and stands in nobody’s way', async () => {
    const { cookie } = await fillIn({ identityNumber: '110101199003070012' });
    expect((await open('/requests/apply/review', cookie)).body).toContain('校验码不符');
    await post('/requests/apply/submit', {}, { cookie });
    expect(numberIn((await open('/requests/apply/receipt', cookie)).body)).not.toBe('');
  });

  test('it waits to be confirmed by both sides; the office is the first to know', async () => {
    const { row } = await file();
    expect(row).toMatchObject({ way: 'online', stage: 'registered', receivedOn: null, officerIds: [] });
  });
});

test('every page on the way is sound in type and structure', async () => {
  const { cookie } = await fillIn();
  const kept = await post('/requests/apply/kept', {});
  const bodies = [
    (await fillIn({ name: '' })).answer.body,
    (await open('/requests/apply/kept', cookieOf(kept))).body,
    (await post('/requests/apply/resume', { code: 'x' })).body,
    (await open('/requests/apply/review', cookie)).body,
  ];
  await post('/requests/apply/submit', {}, { cookie });
  const receipt = (await open('/requests/apply/receipt', cookie)).body;
  const look = { code: codeIn(receipt), check: numberIn(receipt) };
  bodies.push(receipt, (await open('/requests/status')).body, (await post('/requests/status', look)).body);
  bodies.push((await post('/requests/status', { code: '', check: '' })).body);
  for (const page of bodies.map(readPage)) {
    expect(findTypeFaults(page), page.title).toEqual([]);
    expect(findStructureFaults(page), page.title).toEqual([]);
  }
});

describe('a draft', () => {
  test('is kept unfinished, opens by its code on another machine, and stands nowhere in the clear', async () => {
    const kept = await post('/requests/apply/kept', { subject: '学校建设资金', name: '独孤求真' });
    const page = await open('/requests/apply/kept', cookieOf(kept));
    const code = /<strong>([0-9A-Z ]{19})<\/strong>/.exec(page.body)?.[1] ?? '';
    const elsewhere = await post('/requests/apply/resume', { code: code.toLowerCase() });
    expect((await open('/requests/apply/form', cookieOf(elsewhere))).body).toContain('独孤求真');
    const rows = JSON.stringify(await server.app.database.read.select().from(requestDrafts));
    for (const secret of ['独孤求真', code.replaceAll(' ', '')]) expect(rows).not.toContain(secret);
    expect((await post('/requests/apply/resume', { code: 'ABCD EFGH JKLM NPQR' })).statusCode).toBe(404);
  });

  test('is gone when thrown away, after a week, and as a draft once it was filed', async () => {
    const thrown = (await fillIn()).cookie;
    await post('/requests/apply/discard', {}, { cookie: thrown });
    expect((await open('/requests/apply/review', thrown)).headers.location).toBe('/requests/apply/form');
    const { cookie } = await file({ name: '东方不白' });
    expect((await open('/requests/apply/form', cookie)).body).not.toContain('东方不白');
    const old = (await fillIn()).cookie;
    server.clock.set(beijingInstant(addDays(dayOf('2026-05-06'), 8), '09:00'));
    expect((await open('/requests/apply/review', old)).headers.location).toBe('/requests/apply/form');
    await tidyDraftsNightly.run(
      server.app,
      { after: new Date(0), through: new Date(0) },
      AbortSignal.any([]),
    );
    expect(await server.app.database.read.select().from(requestDrafts)).toEqual([]);
    server.clock.set(beijingInstant(dayOf('2026-05-06'), '09:00'));
  });
});

describe('the proof of identity', () => {
  const pdf = Buffer.from('%PDF-1.7 identity of a person');
  const openProofAs = (actor: OfficerActor, requestId: string, proofId: string) =>
    server.ask(actor, {
      method: 'POST',
      url: `/api/v1/requests/${requestId}/proofs/${proofId}/open`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ reason: '核对身份' }),
    });

  test('is sealed in the store, opened with a logged reason, closed to others, and gone when its time is over', async () => {
    const { row } = await file({}, pdf);
    if (row === undefined) throw new Error('not filed');
    const { read } = server.app.database;
    const [proof] = await read.select().from(requestProofs).where(eq(requestProofs.requestId, row.id));
    if (proof === undefined) throw new Error('no proof');
    expect((await openProofAs(stranger, row.id, proof.id)).statusCode).toBe(404);
    const opened = await openProofAs(office, row.id, proof.id);
    expect(Buffer.from(JSON.parse(opened.body).content, 'base64').equals(pdf)).toBe(true);
    const [logged] = await read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'requests.openProof'));
    expect(logged).toMatchObject({ after: { reason: '核对身份' } });
    await post('/requests/status/act', {
      code: (await codeOf(row.id)) ?? '',
      check: '5678',
      act: 'withdraw',
      confirmed: 'yes',
      text: '不需要了',
    });
    const today = dayOf('2026-05-06');
    server.clock.set(beijingInstant(addDays(today, 180), '09:00'));
    expect(await eraseOldProofs(server.app)).toBe(0);
    server.clock.set(beijingInstant(addDays(today, 181), '09:00'));
    expect(await eraseOldProofs(server.app)).toBe(1);
    expect((await openProofAs(office, row.id, proof.id)).statusCode).toBe(410);
    server.clock.set(beijingInstant(today, '09:00'));
  });

  test('what is neither picture nor PDF is refused, beside what was filled in; a photo loses its place', async () => {
    const { cookie } = await fillIn();
    const refused = await post('/requests/apply/proof', {}, { cookie, file: Buffer.from('<script>') });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('2025年义务教育学校建设资金安排文件');
    const place = 'N29.6516 E120.0911';
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, place.length + 2]), Buffer.from(place)]);
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8]), comment, Buffer.from([0xff, 0xd9])]);
    await post('/requests/apply/proof', {}, { cookie, file: photo });
    const review = await open('/requests/apply/review', cookie);
    expect(review.body).toContain('第1份：图片');
    const draft = await openFilingDraft(server.app, cookie.replace('request-draft=', ''));
    expect(draft?.proofs.map(({ byteLength }) => byteLength)).toEqual([4]);
  });
});

async function codeOf(requestId: string): Promise<string | undefined> {
  const answer = await server.ask(office, {
    method: 'POST',
    url: `/api/v1/requests/${requestId}/reveal-applicant`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ reason: '当面告知查询码' }),
  });
  return JSON.parse(answer.body).queryCode;
}

describe('looking up', () => {
  test('needs the code and the digits; shows course and clocks, and no name of anybody', async () => {
    const { code, row } = await file();
    if (row === undefined) throw new Error('not filed');
    const look = (typed: Readonly<Record<string, string>>) => post('/requests/status', typed);
    expect((await look({ code, check: '0000' })).statusCode).toBe(404);
    expect((await look({ code: 'AAAAA AAAAA', check: '5678' })).statusCode).toBe(404);
    await transact(server.app, office, (work) =>
      confirmReceipt(work, { requestId: row.id, on: dayOf('2026-05-06'), evidence: '电话' }),
    );
    const { statusCode, body } = await look({ code: code.toLowerCase(), check: '5678' });
    expect(statusCode).toBe(200);
    expect(body).toContain('2026年6月2日');
    expect(body).toContain('办理中');
    for (const secret of ['王小明', '110101199003070011', '公开办']) expect(body).not.toContain(secret);
  });

  test('with them an applicant corrects, writes and withdraws, each only while the case allows it', async () => {
    const { code, row } = await file();
    if (row === undefined) throw new Error('not filed');
    const on = dayOf('2026-05-06');
    const act = (what: string, text: string, more = {}) =>
      post('/requests/status/act', { code, check: row.number, act: what, text, ...more });
    expect((await act('correct', '青教发〔2025〕8号')).statusCode).toBe(409);
    await transact(server.app, office, (work) =>
      confirmReceipt(work, { requestId: row.id, on, evidence: '电话' }),
    );
    await transact(server.app, office, (work) =>
      noticeCorrection(work, { requestId: row.id, on, points: ['请写明文号'], until: dayOf('2026-05-20') }),
    );
    expect((await act('correct', '青教发〔2025〕8号')).body).toContain('重新计算');
    expect((await act('write', '请问何时答复')).body).toContain('请问何时答复');
    expect((await act('withdraw', '不需要了')).body).toContain('撤回后不能恢复，请勾选确认');
    expect((await act('withdraw', '不需要了', { confirmed: 'yes' })).body).toContain('申请已经撤回');
    expect((await act('withdraw', '不需要了', { confirmed: 'yes' })).statusCode).toBe(409);
  });

  test('the number stands for the digits, also after a transfer gave another; no code opens another request', async () => {
    const { code, row } = await file();
    const other = await file();
    if (row === undefined || other.row === undefined) throw new Error('not filed');
    const look = (typed: string, check: string) => post('/requests/status', { code: typed, check });
    expect((await look(code, other.row.number)).statusCode).toBe(404);
    expect((await look(other.code, row.number)).statusCode).toBe(404);
    const wrong = [await look('AAAAA AAAAA', row.number), await look(code, '2026-9999')];
    expect(new Set(wrong.map(({ body }) => /error-summary.*?<\/div>/su.exec(body)?.[0])).size).toBe(1);
    await transact(server.app, office, (work) =>
      transferCase(work, { requestId: row.id, unitId: county.town, reason: '职责在镇' }),
    );
    const found = await look(code, ` ${row.number} `);
    expect([found.statusCode, found.headers['cache-control']]).toEqual([200, 'no-store']);
  });

  test('the way of delivery changes until the reply, the new address sealed like the first', async () => {
    const { code, row } = await file();
    if (row === undefined) throw new Error('not filed');
    const change = (more: Readonly<Record<string, string>>) =>
      post('/requests/status/delivery', { code, check: '5678', wantedMedium: 'paper', ...more });
    expect((await change({ wantedChannel: 'mail' })).body).toContain('没有可用的通信地址');
    const changed = await change({ wantedChannel: 'mail', address: '青禾县桃花源巷8号' });
    expect(changed.body).toContain('取得方式改为：纸质，邮寄');
    const { read } = server.app.database;
    const applicant = await findApplicantRow(read, row.id);
    expect(openApplicant(server.app.config, applicant?.sealed ?? null)).toMatchObject({
      address: '青禾县桃花源巷8号',
      queryCode: code.replace(' ', ''),
    });
    const written = JSON.stringify([applicant, await read.select().from(auditEntries)]);
    expect(written).not.toContain('桃花源巷');
    expect((await change({ wantedChannel: 'pickUp', code: 'AAAAA AAAAA' })).statusCode).toBe(404);
  });

  test('guessing is slowed for whoever guesses', async () => {
    const guess = () => post('/requests/status', { code: 'AAAAA AAAAA', check: '2026-0001' });
    const codes: number[] = [];
    for (let attempt = 0; attempt < 21; attempt += 1) codes.push((await guess()).statusCode);
    expect(codes.at(-1)).toBe(429);
  });
});
