import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { checkingMeasures } from './measures.ts';
import { checkingModule } from './module.ts';
import { recordCheck } from './service/checks.ts';
import { recordOverride } from './service/overrides.ts';

let place: TestApp;
let county: GivenCounty;
beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, checkingModule], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  await transact(place.app, systemActor('test'), async (work) => {
    const run = { unitId: county.education, characters: 10, findings: [] };
    await recordCheck(work, { ...run, documentName: '公告一.txt' });
    await recordCheck(work, { ...run, documentName: '公告二.txt' });
    const override = {
      unitId: county.education,
      code: 'wording.office',
      spanDigest: 'digest',
      documentName: '公告一.txt',
      reason: '引用原文',
    };
    await recordOverride(work, { ...override, severity: 'block' });
    await recordOverride(work, { ...override, severity: 'confirm' });
  });
});
afterAll(() => place.close());

async function valuesOf(id: string, today: string): Promise<Record<string, unknown>> {
  const measure = checkingMeasures.find((one) => one.id === id);
  const values = await measure?.evaluate(
    {
      db: place.app.database.read,
      jurisdictionId: county.jurisdictionId,
      groups: [
        { key: 'education', unitIds: [county.education] },
        { key: 'town', unitIds: [county.town] },
      ],
      from: dayOf('2026-01-01'),
      until: dayOf('2027-01-01'),
      today: dayOf(today),
      calendar: await place.app.calendar(),
      taskId: null,
      planId: null,
    },
    {},
  );
  return Object.fromEntries(
    [...(values ?? [])].map(([key, value]) => [key, value.known ? value.value : value.reason]),
  );
}

test('files checked are counted for their unit, from the day on which they were', async () => {
  expect(await valuesOf('checking.checks', '2026-05-06')).toEqual({ education: 2, town: 0 });
  expect(await valuesOf('checking.checks', '2026-05-05')).toEqual({ education: 0, town: 0 });
});

test('only releases in spite of what forbids one are counted as such', async () => {
  expect(await valuesOf('checking.blockOverrides', '2026-05-06')).toEqual({ education: 1, town: 0 });
  expect(await valuesOf('checking.blockOverrides', '2026-05-05')).toEqual({ education: 0, town: 0 });
});

test.each([
  ['加强网站内容建设，消除错别字、错链断链', true],
  ['严格落实信息发布审查制度，未经审查不得发布', true],
  ['健全政府信息公开信息审查机制', true],
  ['全面排查敏感信息', true],
  ['召开新闻发布会不少于两次', false],
])('a task is led to it by its words: %s', (text, isLed) => {
  const hints = checkingMeasures.flatMap((measure) => measure.hints);
  expect(hints.some(({ pattern }) => pattern.test(text))).toBe(isLed);
});
