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
import { givenFiling } from '../given.ts';
import { requestsModule } from '../module.ts';
import { noticeCorrection } from '../service/clarify.ts';
import { eraseOldProofs } from '../service/identity-proofs.ts';
import { confirmReceipt } from '../service/intake.ts';
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

async function post(url: string, fields: Readonly<Record<string, string>>, file?: Uint8Array) {
  if (file === undefined) {
    return server.ask(visitor, {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  }
  const edge = 'form-edge';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${edge}\r\nContent-Disposition: form-data; name="proof"; filename="身份证.png"\r\nContent-Type: image/png\r\n\r\n`;
  return server.ask(visitor, {
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${edge}--\r\n`)]),
  });
}

const listRows = () => server.app.database.read.select().from(requests);
let serial = 0;
/** Files a request of its own and returns its row and code. */
async function file(given: Readonly<Record<string, string>> = {}, proof?: Uint8Array) {
  serial += 1;
  const filingKey = `0c5f3c1e-8f39-4d44-9a53-${String(serial).padStart(12, '0')}`;
  const fields = givenFiling(county.education, { filingKey, ...given });
  const answer = await post('/requests/apply/form', fields, proof);
  const code = /<strong>([0-9A-Z]{5} [0-9A-Z]{5})<\/strong>/.exec(answer.body)?.[1] ?? '';
  const [row] = await server.app.database.read
    .select()
    .from(requests)
    .where(eq(requests.filingKey, filingKey));
  return { answer, code, row, fields };
}

describe('filing', () => {
  test('a filing sent twice, also at once, is one case with one code', async () => {
    const before = (await listRows()).length;
    const { code, fields } = await file();
    expect(code).not.toBe('');
    const [again, once] = await Promise.all([
      post('/requests/apply/form', fields),
      post('/requests/apply/form', fields),
    ]);
    expect(again.body).toContain(code);
    expect(once.body).toContain(code);
    expect((await listRows()).length).toBe(before + 1);
  });

  test('what is missing is named beside the field, and everything typed is kept', async () => {
    const { answer, row } = await file({ name: '', phone: '', subject: '某文件<b>' });
    expect(row).toBeUndefined();
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('请填写姓名或者名称');
    expect(answer.body).toContain('某文件&lt;b&gt;');
    expect(answer.body).toContain('110101199003070011');
  });

  test('it waits to be confirmed by both sides; the office is the first to know', async () => {
    const { row } = await file();
    expect(row).toMatchObject({ way: 'online', stage: 'registered', receivedOn: null, officerIds: [] });
  });
});

describe('the proof of identity', () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from('identity of a person')]);
  const openProofAs = (actor: OfficerActor, requestId: string, proofId: string) =>
    server.ask(actor, {
      method: 'POST',
      url: `/api/v1/requests/${requestId}/proofs/${proofId}/open`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ reason: '核对身份' }),
    });

  test('is sealed in the store, opened with a logged reason, closed to others, and gone when its time is over', async () => {
    const { row } = await file({}, png);
    if (row === undefined) throw new Error('not filed');
    const { read } = server.app.database;
    const [proof] = await read.select().from(requestProofs).where(eq(requestProofs.requestId, row.id));
    if (proof === undefined) throw new Error('no proof');
    expect((await openProofAs(stranger, row.id, proof.id)).statusCode).toBe(404);
    const opened = await openProofAs(office, row.id, proof.id);
    expect(Buffer.from(JSON.parse(opened.body).content, 'base64').equals(png)).toBe(true);
    const [logged] = await read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'requests.openProof'));
    expect(logged).toMatchObject({ after: { reason: '核对身份' } });
    await post('/requests/status/act', {
      code: (await codeOf(row.id)) ?? '',
      check: '5678',
      act: 'withdraw',
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

  test('what is neither picture nor PDF is refused', async () => {
    const { answer, row } = await file({}, Buffer.from('<script>'));
    expect(row).toBeUndefined();
    expect(answer.statusCode).toBe(422);
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
    const act = (what: string, text: string) =>
      post('/requests/status/act', { code, check: '5678', act: what, text });
    expect((await act('correct', '青教发〔2025〕8号')).statusCode).toBe(409);
    await transact(server.app, office, (work) =>
      confirmReceipt(work, { requestId: row.id, on, evidence: '电话' }),
    );
    await transact(server.app, office, (work) =>
      noticeCorrection(work, { requestId: row.id, on, points: ['请写明文号'], until: dayOf('2026-05-20') }),
    );
    expect((await act('correct', '青教发〔2025〕8号')).body).toContain('重新计算');
    expect((await act('write', '请问何时答复')).body).toContain('请问何时答复');
    expect((await act('withdraw', '不需要了')).body).toContain('申请已经撤回');
    expect((await act('withdraw', '不需要了')).statusCode).toBe(409);
  });
});
