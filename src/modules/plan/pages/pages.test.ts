import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { portalErrorPage } from '#portal/error-page.tsx';
import { noSiteMarks } from '#portal/site-marks.ts';
import { findStructureFaults, findTypeFaults } from '#portal/testing/page-faults.ts';
import {
  linksOf,
  onlyElement,
  plainText,
  type RenderedPage,
  readPage,
  textsOf,
} from '#portal/testing/rendered.tsx';
import { planFeedAddress, planListAddress, planYearAddress, unitTasksAddress } from '../addresses.ts';
import { givenPlan } from '../given.ts';
import { planModule } from '../module.ts';

/** A plan with headings over its tasks and merged headings beside them, as pasted from a table. */
const planText = [
  '青禾县2026年政务公开重点工作任务分解表',
  '青政办发〔2026〕5号',
  '青禾县人民政府办公室 2026年3月20日',
  '',
  '序号\t工作事项\t具体要求\t牵头单位\t配合单位\t完成时限',
  '一、重点领域公开',
  '1\t教育公开\t公开义务教育招生政策和学区划分，方便家长查询办理。\t县教育局\t双溪镇\t6月底前',
  '2\t教育公开\t按季度公开教育经费安排和使用情况，附通俗说明。\t县教育局\t县政府办公室\t全年',
  '二、基础建设',
  '3\t业务培训\t组织政务公开业务培训，每年不少于1次，覆盖全部联络员。\t县政府办公室\t县教育局\t年底前完成，长期坚持',
  '4\t公开专区\t完善镇村政务公开专区，摆放办事指南和政策汇编。\t双溪镇\t\t持续推进',
].join('\n');

let place: TestServer;
let county: GivenCounty;
let planId: string;
let planPath: string;

async function openPage(url: string): Promise<RenderedPage> {
  const reply = await place.ask(visitor, { url });
  expect(reply.statusCode).toBe(200);
  return readPage(reply.body);
}

beforeAll(async () => {
  place = await openTestServer({
    modules: [organisation, planModule],
    now: '2026-07-02T09:00:00+08:00',
    server: { renderErrorPage: portalErrorPage('青禾县', noSiteMarks) },
  });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

test('before anything is issued the list says what will stand there', async () => {
  const page = await openPage(planListAddress());
  expect(textsOf(page, '.empty-title')).toEqual(['还没有公布任务分解表']);
});

describe('a plan in force', () => {
  beforeAll(async () => {
    ({ planId } = await givenPlan(place.app, { ...county, text: planText }));
    planPath = `/plans/${planId}`;
  });

  test('is listed under its year with its number and how much it holds', async () => {
    const page = await openPage(planListAddress());
    expect(textsOf(page, 'h2')).toEqual(['2026年']);
    expect(linksOf(page).get(planPath)).toBe('青禾县2026年政务公开重点工作任务分解表');
    expect(textsOf(page, '.title-notes span')).toContain('青政办发〔2026〕5号');
  });

  test('shows each task under its section with number, text, units, deadline and standing', async () => {
    const page = await openPage(planPath);
    expect(textsOf(page, '.plan-section > h2')).toEqual(['重点领域公开', '基础建设']);
    expect([...page.querySelectorAll('.task')]).toHaveLength(4);
    const [first] = page.querySelectorAll('.task');
    if (first === undefined) throw new Error('no task');
    expect(plainText(onlyElement(first, '.task-no'))).toBe('第1项');
    expect(textsOf(first, '.task-text > p')).toEqual(['公开义务教育招生政策和学区划分，方便家长查询办理。']);
    expect(linksOf(first).get(unitTasksAddress({ planId, unitId: county.education }))).toBe('县教育局');
    expect(textsOf(first, 'summary time')).toEqual(['2026年6月30日']);
    expect(textsOf(first, '.standing')).toEqual(['无法判定']);
    expect(textsOf(first, '.standing-reason')).toEqual(['已于2026年6月30日到期，还没有可以核对的度量']);
  });

  test('every mark of its year leads to a task on the page', async () => {
    const page = await openPage(planPath);
    const anchors = new Set([...page.querySelectorAll('.task')].map((task) => task.getAttribute('id')));
    const marks = [...page.querySelectorAll('svg.for-wide .year-row a[aria-label]')];
    expect(marks).toHaveLength(4);
    for (const mark of marks) {
      const [path, anchor] = (mark.getAttribute('href') ?? '').split('#');
      expect(path).toBe(planPath);
      expect(anchors).toContain(anchor);
    }
  });

  test('prints as the customary table with its columns and merged cells', async () => {
    const table = onlyElement(await openPage(planPath), '.print-table');
    expect(textsOf(table, 'thead th')).toEqual([
      '序号',
      '工作任务',
      '工作事项',
      '具体要求',
      '牵头单位',
      '配合单位',
      '完成时限',
    ]);
    expect([...table.querySelectorAll('tbody tr')]).toHaveLength(4);
    const merged = [...table.querySelectorAll('td')].filter((cell) => cell.getAttribute('rowSpan') !== null);
    expect(merged.map((cell) => [plainText(cell), cell.getAttribute('rowSpan')])).toEqual([
      ['重点领域公开', '2'],
      ['教育公开', '2'],
      ['基础建设', '2'],
    ]);
  });

  test('offers its data, its feed and its drawing', async () => {
    const page = await openPage(planPath);
    const links = linksOf(page);
    for (const format of ['xlsx', 'docx']) {
      const address = `/api/v1/plans/${planId}/export?format=${format}`;
      expect(links.has(address)).toBe(true);
      expect((await place.ask(visitor, { url: address })).statusCode).toBe(200);
    }
    expect(onlyElement(page, 'link[type="application/atom+xml"]').getAttribute('href')).toBe(
      planFeedAddress({ planId }),
    );
    const drawing = await place.ask(visitor, { url: planYearAddress({ planId }) });
    expect(drawing.headers['content-type']).toMatch(/^image\/svg\+xml/);
    const parser = new SaxesParser();
    expect(() => parser.write(drawing.body).close()).not.toThrow();
    expect(drawing.body).toContain('xmlns="http://www.w3.org/2000/svg"');
  });

  test('feeds each task with a whole address', async () => {
    const reply = await place.ask(visitor, {
      url: planFeedAddress({ planId }),
      headers: { host: 'open.example' },
    });
    expect(reply.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const addresses = [...reply.body.matchAll(/rel="alternate"[^>]*href="([^"]*)"/g)].map(([, href]) => href);
    expect(addresses).toHaveLength(5);
    for (const address of addresses) expect(address).toContain(`http://open.example${planPath}`);
  });

  test('is sound in type and structure on each of its pages', async () => {
    const unitPath = unitTasksAddress({ planId, unitId: county.town });
    for (const path of [
      planListAddress(),
      planPath,
      `${planPath}?text=培训`,
      `${planPath}?text=没有`,
      unitPath,
    ]) {
      const page = await openPage(path);
      expect(findTypeFaults(page), path).toEqual([]);
      expect(findStructureFaults(page), path).toEqual([]);
    }
  });
});

describe('narrowing the tasks of a plan', () => {
  const numbersOn = async (query: string) => textsOf(await openPage(`${planPath}?${query}`), '.task-no');

  test('by unit, section, state and words', async () => {
    expect(await numbersOn(`unit=${county.town}`)).toEqual(['第1项', '第4项']);
    expect(await numbersOn(`section=${encodeURIComponent('基础建设')}`)).toEqual(['第3项', '第4项']);
    expect(await numbersOn('standing=notYetDue')).toEqual(['第2项', '第3项']);
    expect(await numbersOn(`text=${encodeURIComponent('培训')}&unit=&section=&standing=`)).toEqual(['第3项']);
  });

  test('keeps in the form what was chosen, and a way back to all', async () => {
    const page = await openPage(`${planPath}?unit=${county.town}&text=${encodeURIComponent('专区')}`);
    expect(onlyElement(page, 'option[selected]:not([value=""])').getAttribute('value')).toBe(county.town);
    expect(onlyElement(page, 'input#text').getAttribute('value')).toBe('专区');
    expect(linksOf(page).get(`${planPath}#tasks`)).toBe('看全部任务');
    expect(textsOf(page, '[role="status"]')).toEqual(['符合条件的任务共1项']);
  });

  test('by what makes no sense narrows nothing', async () => {
    expect(await numbersOn('unit=everybody&standing=perfect')).toHaveLength(4);
  });
});

describe('the tasks of a unit', () => {
  test('stand in the order in which they fall due, each with the unit’s role', async () => {
    const page = await openPage(unitTasksAddress({ planId, unitId: county.education }));
    expect(textsOf(page, 'h1')).toEqual(['县教育局2026年的任务']);
    expect(textsOf(page, '.lead')).toEqual(['共3项，其中牵头2项、配合1项。最近到期的在前。']);
    expect(textsOf(page, '.task-no')).toEqual(['第2项', '第3项', '第1项']);
    expect(textsOf(page, '.role-word')).toEqual(['牵头', '配合', '牵头']);
  });

  test('a unit without tasks and a plan that is not there are told apart from a fault', async () => {
    for (const url of [
      unitTasksAddress({ planId, unitId: county.government }),
      '/plans/00000000-0000-7000-8000-000000000000',
    ]) {
      const reply = await place.ask(visitor, { url });
      expect(reply.statusCode).toBe(404);
      expect(textsOf(readPage(reply.body), 'h2')).toEqual(['原因', '您可以']);
    }
  });
});
