import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { readSource } from '#kernel/reading/read-source.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { issueInput } from '../given/supervision.ts';
import { planModule } from '../module.ts';
import { findOrderDetail } from '../queries/supervision/order-detail.ts';
import { issueSupervisionOrders } from '../service/supervision/issue-orders.ts';
import { receiveSupervisionOrder, replyToSupervisionOrder } from '../service/supervision/order-commands.ts';
import { setOrderSheet } from '../words/supervision-sheet.ts';
import { writeOrderDocx } from './order-docx.ts';

let place: TestApp;
let county: GivenCounty;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-09-28T09:00:00+08:00' });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

test('the sheet names number, units, requirement, due day and office; its Word document says the same', async () => {
  const { app } = place;
  const supervisor = await givenOfficer(app, county.jurisdictionId, county.office, ['supervisor'], '科长');
  const { orderIds } = await transact(app, supervisor, (work) =>
    issueSupervisionOrders(work, county.jurisdictionId, issueInput([county.town, county.education])),
  );
  const orderId = orderIds[0] ?? '';
  const platform = systemActor('test');
  await transact(app, platform, (work) => receiveSupervisionOrder(work, orderId));
  await transact(app, platform, (work) =>
    replyToSupervisionOrder(work, orderId, { text: '已补齐并公开', links: [], fileIds: [] }),
  );
  const context = { today: dayOf('2026-09-28'), calendar: await app.calendar() };
  const detail = await findOrderDetail(app.database.read, orderId, context, () => false);
  if (detail === undefined) throw new Error('no order');
  const sheet = setOrderSheet(detail);
  expect(sheet).toMatchObject({
    title: '青禾县政务公开工作督办单',
    number: '督办〔2026〕1号',
    addressees: '县教育局、双溪镇',
    office: '青禾县人民政府办公室',
    issuedOn: '2026年9月28日',
  });
  const due = sheet.rows.find(([label]) => label === '反馈期限')?.[1];
  expect(due).toEqual(['2026年10月10日（周六）', '督办单2026年9月28日发出，当日不计，次日起5个工作日内反馈']);
  const source = await readSource(await writeOrderDocx(sheet), { fileName: '督办单.docx' });
  const text = source.ok ? JSON.stringify(source.document) : '';
  const words = [sheet.title, sheet.number, sheet.addressees, sheet.office, '（印章）'];
  for (const [label, lines] of [...sheet.rows, ...sheet.receipt]) words.push(label, ...lines);
  for (const word of words) expect(text).toContain(word);
});
