/** The trend of a binding: each month end asked again, from the rows there are now. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenBinding } from '../given/measuring.ts';
import { givenPlan } from '../given/plans.ts';
import { planModule } from '../module.ts';
import { listTaskIdsOfPlan } from '../queries/evaluation.ts';
import {
  type GivenTraining,
  givenTrainingMeasure,
  moduleOffering,
  withoutMeasures,
} from '../testing/measured-county.ts';
import { traceBinding } from './trend.ts';

let trainings: GivenTraining[] = [];
const measure = givenTrainingMeasure(() => trainings);
let place: TestApp;
let county: GivenCounty;
let taskId: string;

beforeAll(async () => {
  place = await openTestApp({
    modules: [withoutMeasures(organisation), withoutMeasures(planModule), moduleOffering(measure)],
    now: '2026-04-15T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const { planId } = await givenPlan(place.app, county);
  taskId = (await listTaskIdsOfPlan(place.app.database.read, planId))[2] ?? '';
});
afterAll(() => place.close());

const held = (id: string, day: string): GivenTraining => ({
  id,
  title: '培训',
  day: dayOf(day),
  unitId: county.office,
});
const { signal } = new AbortController();

test('shows each month end and today; a row counts from its day on, and one that is gone is gone', async () => {
  const binding = await givenBinding(place.app, taskId, measure);
  trainings = [held('1', '2026-02-10'), held('2', '2026-04-02')];
  const trace = async () =>
    (await traceBinding(place.app, binding, signal)).points.map(({ day, value, reached, total }) =>
      [day, value, reached, total].join(' '),
    );
  expect(await trace()).toEqual([
    '2026-01-31 0 0 1',
    '2026-02-28 1 1 1',
    '2026-03-31 1 1 1',
    '2026-04-15 2 1 1',
  ]);
  trainings = [held('2', '2026-04-02')];
  expect(await trace()).toEqual([
    '2026-01-31 0 0 1',
    '2026-02-28 0 0 1',
    '2026-03-31 0 0 1',
    '2026-04-15 1 1 1',
  ]);
});

test('of a repeated target only the parts that had begun are shown', async () => {
  const binding = await givenBinding(place.app, taskId, measure);
  trainings = [held('1', '2026-02-10')];
  const repeated = { ...binding, every: 'quarter' as const };
  const { points } = await traceBinding(place.app, repeated, signal);
  expect(points.map(({ total, reached, failing }) => [total, reached, failing])).toEqual([
    [1, 0, 0],
    [1, 1, 0],
    [1, 1, 0],
    [2, 1, 0],
  ]);
});
