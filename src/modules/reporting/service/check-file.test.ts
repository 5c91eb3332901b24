import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, officerRoles } from '#kernel/actor.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { givenCounty, givenOfficerOfEachRole } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { reportingModule } from '../module.ts';
import { reportingPermissions } from '../permissions.ts';
import { givenCountyYear } from '../testing/given-figures.ts';
import { givenReportPage } from '../testing/report-pages.ts';
import { formTables } from '../testing/report-tables.ts';
import { checkReportFile } from './check-file.ts';

let place: TestApp;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, reportingModule], now: '2026-05-06T09:00:00+08:00' });
  officers = await givenOfficerOfEachRole(place.app, await givenCounty(place.app));
});
afterAll(() => place.close());

const pageOf = (values = givenCountyYear(), year = 2025) =>
  new TextEncoder().encode(
    givenReportPage(formTables(values), { title: `望澜县人民政府${year}年政府信息公开工作年度报告` }),
  );
const file = (bytes: Uint8Array, field = 'file', name = '年报.html') => ({ field, name, bytes });
const check = (role: OfficerRole, files: Parameters<typeof checkReportFile>[2]) =>
  checkReportFile(place.app, officers[role], files, new AbortController().signal);

describe('checking a file', () => {
  test.each(officerRoles)('%s may or may not, as the table says', async (role) => {
    const isAllowed = reportingPermissions['reporting.check'].roles.some((one) => one === role);
    // Without a file: who may is told that it is missing, and nothing is read.
    await expect(check(role, [])).rejects.toMatchObject({
      code: isAllowed ? 'reporting.fileMissing' : 'access.forbidden',
    });
  });

  test('a visitor is asked to sign in', async () => {
    const attempt = checkReportFile(place.app, { kind: 'visitor' }, [], new AbortController().signal);
    await expect(attempt).rejects.toMatchObject({ code: 'access.signInNeeded' });
  });

  test('answers the report and its findings, and compares it with last year’s', async () => {
    const before = pageOf({ ...givenCountyYear(), 'requests.carriedOut.naturalPerson': 3 }, 2024);
    const reply = await check('clerk', [file(pageOf()), file(before, 'previous')]);
    expect(reply).toMatchObject({ fileName: '年报.html', report: { year: 2025 } });
    expect(reply.findings.map(({ identity, column }) => [identity, column])).toEqual([
      ['I4', 'enterprise'],
      ['I4', 'legalService'],
      ['I4', 'total'],
      ['I6', 'inForce'],
    ]);
  });

  test.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'reporting.fileUnreadable'],
    ['another paper', new TextEncoder().encode('望澜县今天公开了一批信息。'), 'reporting.notAReport'],
    ['figures of another shape', new TextEncoder().encode('{"layout":"2021"}'), 'reporting.jsonUnfit'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(check('supervisor', [file(bytes, 'file', '文件.txt')])).rejects.toMatchObject({ code });
  });
});
