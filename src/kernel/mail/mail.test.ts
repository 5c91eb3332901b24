import { Writable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../actor.ts';
import type { App } from '../app.ts';
import { mailTestCommand } from '../cli/commands/mail-test.ts';
import { ConfigFault, readConfig } from '../config.ts';
import { examineMail } from '../doctor/examine-mail.ts';
import { openJobRunner } from '../jobs/runner.ts';
import { jobs } from '../jobs/tables.ts';
import { startMailServer, type TestMailServer } from '../testing/mail-server.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { transact } from '../work.ts';
import { composeMail } from './compose-mail.ts';
import { mailSettingsOf } from './mail-settings.ts';
import { queueMail } from './queue-mail.ts';
import { sendQueuedMail } from './send-mail.ts';
import { mails } from './tables.ts';

let place: TestApp;
let server: TestMailServer;
const more: TestMailServer[] = [];

beforeAll(async () => {
  [place, server] = await Promise.all([openTestApp({ modules: [] }), startMailServer()]);
});
afterAll(async () => {
  await Promise.all([place.close(), server.close(), ...more.map((one) => one.close())]);
});

/** The application with a mail server of this configuration. */
function pointed(at: TestMailServer | undefined, environment: Record<string, string> = {}): App {
  const { app } = place;
  const config = readConfig({ ...at?.environment, ...environment });
  return { ...app, config: { ...config, dataFolder: app.config.dataFolder } };
}

async function serve(security?: 'starttls' | 'tls' | 'none'): Promise<TestMailServer> {
  const started = await startMailServer(security);
  more.push(started);
  return started;
}

const takenBy = (address: string) => server.taken.filter(({ to }) => to.includes(address));

const queue = (app: App, key: string, address: string) =>
  transact(app, systemActor('test'), async (work) => {
    work.audit({ action: 'test.mail', objectKind: 'mail', objectId: key, summary: '发一封信' });
    return queueMail(work, {
      key,
      address,
      subject: '今日要办：3件',
      text: '您有3件事要办。',
      html: '<p>您有<b>3</b>件事要办。</p>',
    });
  });

async function findMail(key: string) {
  const [mail] = await place.app.database.read.select().from(mails).where(eq(mails.uniqueKey, key));
  if (mail === undefined) throw new Error('no mail');
  return mail;
}

describe('a queued mail', () => {
  test('is handed over once after the commit, encrypted, with words and HTML, under one Message-ID', async () => {
    const app = pointed(server);
    const to = 'li@qinghe.example';
    expect(await queue(app, 'digest:1', to)).toBe(true);
    expect(await queue(app, 'digest:1', to)).toBe(false);
    expect(takenBy(to)).toEqual([]);
    const runner = openJobRunner(app);
    await runner.runDue();
    await runner.runDue();
    const mail = await findMail('digest:1');
    expect(mail).toMatchObject({ status: 'sent', replyCode: 250, lastError: null });
    // Running the job again by hand sends nothing.
    await sendQueuedMail(app, mail.id, new AbortController().signal);
    const [taken, ...again] = takenBy(to);
    expect(again).toEqual([]);
    expect(taken).toMatchObject({ from: 'gk@qinghe.example', to: [to], secure: true });
    expect(taken?.raw).toContain(`Message-ID: <${mail.id}@qinghe.example>`);
    expect(taken?.raw).toContain('Auto-Submitted: auto-generated');
    expect(taken?.raw).toMatch(
      /Content-Type: text\/plain; charset=utf-8[\s\S]*Content-Type: text\/html; charset=utf-8/,
    );
  });

  test('is not written when the work that asks for it is refused', async () => {
    await expect(
      transact(place.app, systemActor('test'), async (work) => {
        const mail = { key: 'refused', address: 'a@b.example', subject: 's', text: 't', html: 'h' };
        await queueMail(work, mail);
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await expect(findMail('refused')).rejects.toThrow('no mail');
  });

  test('that the server puts off is tried again later and then sent once', async () => {
    const app = pointed(server);
    await queue(app, 'busy', 'busy@qinghe.example');
    const runner = openJobRunner(app);
    await runner.runDue();
    expect(await findMail('busy')).toMatchObject({
      status: 'queued',
      lastError: 'SMTP EENVELOPE RCPT TO 451',
    });
    expect(await runner.runDue()).toBe(0);
    place.clock.advance(10_000);
    await runner.runDue();
    expect(await findMail('busy')).toMatchObject({ status: 'sent' });
    expect(takenBy('busy@qinghe.example')).toHaveLength(1);
  });

  test('waits while the server is away and goes when it is back', async () => {
    const gone = await startMailServer();
    await gone.close();
    await queue(place.app, 'away', 'wang@qinghe.example');
    await openJobRunner(pointed(gone)).runDue();
    expect(await findMail('away')).toMatchObject({ status: 'queued', lastError: 'SMTP ESOCKET CONN' });
    place.clock.advance(10_000);
    await openJobRunner(pointed(server)).runDue();
    expect(await findMail('away')).toMatchObject({ status: 'sent' });
  });

  test.each([
    ['unknown@qinghe.example', 550, '5.1.1'],
    ['spam@qinghe.example', 554, '5.7.1'],
  ])(
    'to %s is refused for good, noted with the code alone, and not tried again',
    async (to, replyCode, replyStatus) => {
      const app = pointed(server);
      await queue(app, to, to);
      await openJobRunner(app).runDue();
      expect(await findMail(to)).toMatchObject({ status: 'refused', replyCode, replyStatus });
      place.clock.advance(86_400_000);
      await openJobRunner(app).runDue();
      expect(await findMail(to)).toMatchObject({ status: 'refused' });
      expect((await examineMail(app)).map(({ what }) => what).join()).toMatch(/有 \d 封邮件被拒收/);
    },
  );

  test('whose conversation broke after its words is uncertain and never sent again', async () => {
    const dropping = await serve();
    const app = pointed(dropping);
    await queue(app, 'dropped', 'dropped@qinghe.example');
    await openJobRunner(app).runDue();
    await dropping.untilTaken(1);
    expect(await findMail('dropped')).toMatchObject({ status: 'uncertain' });
    place.clock.advance(86_400_000);
    await openJobRunner(pointed(server)).runDue();
    expect(await findMail('dropped')).toMatchObject({ status: 'uncertain' });
    expect(takenBy('dropped@qinghe.example')).toEqual([]);
  });

  test('found half handed over by a killed process becomes uncertain and is not sent', async () => {
    const app = pointed(server);
    await queue(app, 'killed', 'killed@qinghe.example');
    await app.database.pool.query("update mail set status = 'handingOver' where unique_key = 'killed'");
    await openJobRunner(app).runDue();
    expect(await findMail('killed')).toMatchObject({ status: 'uncertain' });
    expect(takenBy('killed@qinghe.example')).toEqual([]);
  });

  test('keeps its words for a month and its row for good', async () => {
    const app = pointed(server);
    await queue(app, 'kept', 'kept@qinghe.example');
    const runner = openJobRunner(app);
    await runner.runDue();
    expect(await findMail('kept')).toMatchObject({ textBody: '您有3件事要办。' });
    place.clock.advance(31 * 86_400_000);
    await runner.runDue();
    expect(await findMail('kept')).toMatchObject({ status: 'sent', textBody: null, htmlBody: null });
  });
});

test('no address, word or password of a mail reaches the log or the list of jobs', async () => {
  let logged = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const log = pino({ level: 'debug' }, sink);
  const wrong = pointed(server, { GONGKAI_SMTP_PASSWORD: 'wrong-password-1' });
  await queue(wrong, 'wrong', 'unknown.person@qinghe.example');
  await openJobRunner({ ...wrong, log }).runDue();
  await queue(wrong, 'late', 'busy.person@qinghe.example');
  await openJobRunner({ ...pointed(server), log }).runDue();
  expect(logged).toContain('SMTP EAUTH AUTH PLAIN 535');
  expect(logged).toContain('SMTP EENVELOPE RCPT TO 451');
  const rows = await place.app.database.read.select().from(jobs);
  const told = `${logged}${JSON.stringify(rows)}`;
  for (const secret of ['person', 'wrong-password', '要办', 'qinghe.example'])
    expect(told).not.toContain(secret);
});

describe('the way to the server', () => {
  const doctor = async (app: App) => (await examineMail(app)).map(({ level, what }) => `${level} ${what}`);
  const trial = (app: App) =>
    mailTestCommand.run(app, {
      operands: ['li@qinghe.example'],
      options: {},
      readFile: async () => ({ name: '', bytes: new Uint8Array() }),
      writeFile: async () => {},
      createFile: async () => ({ write: async () => {}, finish: async () => {}, discard: async () => {} }),
      say: () => {},
      signal: new AbortController().signal,
    });

  test.each([
    ['starttls', 'ok', '可用'],
    ['tls', 'ok', '可用'],
    ['none', 'note', '可用，但没有加密'],
  ] as const)('may be %s: the trial mail arrives and the doctor says so', async (security, level, words) => {
    const one = await serve(security);
    const app = pointed(one);
    expect(await trial(app)).toMatchObject({ text: '✓ 邮件服务器已收下（250）。', data: { sent: true } });
    await one.untilTaken(1);
    expect(one.taken[0]?.secure).toBe(security !== 'none');
    expect((await doctor(app))[0]).toBe(`${level} 邮件服务器 127.0.0.1:${one.port} ${words}`);
  });

  test('is never used unencrypted, with a strange certificate or with a wrong password', async () => {
    const plain = await serve('none');
    const secret = await serve('starttls');
    const cases: readonly (readonly [TestMailServer, Record<string, string>, string])[] = [
      [plain, { GONGKAI_SMTP_SECURITY: 'starttls' }, '加密协商失败'],
      [secret, { GONGKAI_SMTP_CA: '' }, '证书不被信任|加密协商失败'],
      [secret, { GONGKAI_SMTP_PASSWORD: 'no' }, '用户名或密码不对（535）'],
      [secret, { GONGKAI_SMTP_CA: 'no-such-file.pem' }, '读不到证书文件'],
    ];
    for (const [one, environment, words] of cases) {
      const app = pointed(one, environment);
      expect((await doctor(app))[0]).toMatch(new RegExp(`^fault .*(${words})`));
      expect(await trial(app)).toMatchObject({ exitCode: 2, data: { sent: false } });
    }
    expect([...plain.taken, ...secret.taken]).toEqual([]);
  });

  test('that is not configured is a note and no fault', async () => {
    const app = pointed(undefined);
    expect((await doctor(app))[0]).toBe('note 没有配置邮件，提醒和摘要只在工作台显示');
    expect(await trial(app)).toMatchObject({ exitCode: 2 });
  });
});

describe('the configuration', () => {
  const settingsOf = (environment: Record<string, string>) =>
    mailSettingsOf(readConfig({ GONGKAI_SMTP_FROM: 'gk@qinghe.example', ...environment }));

  test('reads an address with everything in it', () => {
    expect(settingsOf({ GONGKAI_SMTP_URL: 'smtp://g%40k:p%2Fw@mail.example:2525' })).toMatchObject({
      host: 'mail.example',
      port: 2525,
      security: 'starttls',
      user: 'g@k',
      password: 'p/w',
    });
    expect(settingsOf({ GONGKAI_SMTP_URL: 'smtps://mail.example' })).toMatchObject({
      port: 465,
      security: 'tls',
      user: undefined,
    });
    expect(settingsOf({ GONGKAI_SMTP_HOST: 'relay', GONGKAI_SMTP_SECURITY: 'none' })).toMatchObject({
      port: 25,
    });
    expect(settingsOf({})).toBeUndefined();
  });

  test.each([
    [{ GONGKAI_SMTP_URL: 'https://mail.example' }, 'GONGKAI_SMTP_URL'],
    [{ GONGKAI_SMTP_URL: 'smtp://mail.example', GONGKAI_SMTP_FROM: '' }, 'GONGKAI_SMTP_FROM'],
    [{ GONGKAI_SMTP_URL: 'smtp://mail.example', GONGKAI_SMTP_HOST: 'mail' }, 'GONGKAI_SMTP_HOST'],
    [{ GONGKAI_SMTP_FROM: '政务公开' }, 'GONGKAI_SMTP_FROM'],
  ])('%j is refused', (environment, named) => {
    expect(() => readConfig({ GONGKAI_SMTP_FROM: 'gk@qinghe.example', ...environment })).toThrow(ConfigFault);
    expect(() => readConfig({ GONGKAI_SMTP_FROM: 'gk@qinghe.example', ...environment })).toThrow(named);
  });
});

test('a subject or address cannot smuggle further headers', async () => {
  const { raw, to } = await composeMail({
    id: 'one',
    from: '政务公开 <gk@qinghe.example>',
    address: 'li@qinghe.example',
    subject: '您好\r\nBcc: spy@evil.example',
    text: 't',
    html: 'h',
    date: new Date(0),
  });
  expect(to).toBe('li@qinghe.example');
  expect(raw.toString()).not.toMatch(/^Bcc:/im);
});
