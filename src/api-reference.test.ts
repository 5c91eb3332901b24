import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { modules } from './modules.ts';

let place: TestServer;

beforeAll(async () => {
  place = await openTestServer({ modules });
});
afterAll(() => place.close());

test('the description of the whole interface is valid OpenAPI 3.1', async () => {
  const document = (await place.server.inject('/api/v1/openapi.json')).json();
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('the reference page names every JSON route', async () => {
  const page = await place.server.inject('/api/docs');
  const names = modules.flatMap((module) => module.routes).filter((route) => route.kind === 'api');
  const missing = names.filter((route) => !page.body.includes(`id="${route.name}"`));
  expect(missing.map((route) => route.name)).toEqual([]);
});
