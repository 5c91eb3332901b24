import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testCommandInput } from '#kernel/testing/command-input.ts';
import { checkReportCommand, reportSchemaCommand } from './check-command.ts';
import { reportFormat } from './contract/report-schema.ts';
import { fileOfReport } from './rules/report-file.ts';
import { givenCountyYear, reportOfValues } from './testing/given-figures.ts';
import { givenReportPage } from './testing/report-pages.ts';
import { formTables } from './testing/report-tables.ts';

const printed = z.array(
  z.object({
    file: z.string(),
    year: z.number().nullable(),
    layout: z.string().nullable(),
    isClean: z.boolean(),
    findings: z.array(
      z.object({ identity: z.string(), row: z.string().nullable(), column: z.string().nullable() }),
    ),
  }),
);

const clean = givenReportPage(formTables(givenCountyYear()));
const broken = givenReportPage(formTables({ ...givenCountyYear(), 'requests.granted.total': 27 }));
const before = givenReportPage(formTables({ ...givenCountyYear(), 'requests.carriedOut.naturalPerson': 9 }), {
  title: '望澜县人民政府2024年政府信息公开工作年度报告',
});

async function checked(
  files: Readonly<Record<string, string>>,
  operands: readonly string[],
  previous?: string,
) {
  const options = previous === undefined ? {} : { previous };
  const output = await checkReportCommand.run(testCommandInput({ operands, files, options }));
  return { ...output, files: printed.parse(output.data) };
}

describe('gongkai report check', () => {
  it('ends with 0 for a report without faults', async () => {
    const output = await checked({ 'a.html': clean }, ['a.html']);
    expect(output.exitCode).toBe(0);
    expect(output.files).toMatchObject([{ file: 'a.html', year: 2025, layout: '2021', isClean: true }]);
    expect(output.text).toContain('勾稽关系全部成立');
  });

  it('ends with 2 and names both sides', async () => {
    const output = await checked({ 'a.html': broken }, ['a.html']);
    expect(output.exitCode).toBe(2);
    expect(output.files[0]?.findings).toEqual([
      { identity: 'I2', row: 'outcomeTotal', column: 'total' },
      { identity: 'I3', row: 'granted', column: 'total' },
    ]);
    expect(output.text).toContain('各类申请人合计26（自然人20＋商业企业6），总计写的是27，相差1');
  });

  it('compares what was carried over with the report of the year before', async () => {
    const output = await checked({ 'a.html': clean, 'b.html': before }, ['a.html'], 'b.html');
    expect(output.files[0]?.findings.map(({ identity, column }) => [identity, column])).toEqual([
      ['I4', 'naturalPerson'],
      ['I4', 'enterprise'],
      ['I4', 'legalService'],
      ['I4', 'total'],
      ['I6', 'inForce'],
    ]);
  });

  it('reads a report of figures by its schema and refuses one that does not fit', async () => {
    const report = { format: reportFormat, ...fileOfReport(reportOfValues(givenCountyYear()), '2021') };
    const output = await checked({ 'a.json': JSON.stringify(report) }, ['a.json']);
    expect(output.files).toMatchObject([{ isClean: true, year: 2025 }]);
    const unfit = { ...report, requests: { ...report.requests, received: { naturalPerson: '四十' } } };
    await expect(checked({ 'a.json': JSON.stringify(unfit) }, ['a.json'])).rejects.toMatchObject({
      code: 'reporting.jsonUnfit',
    });
  });

  it.each([
    ['公告.txt', '望澜县今天公开了一批信息。'],
    ['其他.html', '<html><body><table><tr><td>总计</td><td>3</td></tr></table></body></html>'],
    ['x.json', '{"a":1}'],
  ])('refuses %s, which is no report', async (file, content) => {
    await expect(checked({ [file]: content }, [file])).rejects.toMatchObject({ name: 'Refusal' });
  });

  it('prints a schema that names every table', async () => {
    const { text } = await reportSchemaCommand.run(testCommandInput({}));
    expect(JSON.parse(text)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
    expect(text).toContain('四、结转下年度继续办理');
  });
});
