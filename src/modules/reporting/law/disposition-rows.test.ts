import { expect, test } from 'vitest';
import { reportRows } from '#modules/requests/index.ts';
import { outcomes2021 } from './request-rows.ts';

test('every result of a request has its row in the annual report, and every row its result', () => {
  expect([...reportRows]).toEqual(outcomes2021.map(({ id }) => id));
});
