import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor, visitor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { readSource } from '#kernel/reading/read-source.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenHandover,
  givenLiaison,
  givenOfficer,
  givenPerson,
  givenTraining,
} from '../given.ts';
import { organisation } from '../module.ts';
import { matchRoster } from '../queries/roster.ts';
import { getTrainingDetail } from '../queries/trainings.ts';
import { readRosterFile } from '../roster-file.ts';
import { recordRoster } from '../service/roster.ts';
import { refusalCodeOf } from '../testing/records.ts';

let place: TestServer;
let county: GivenCounty;

beforeAll(async () => {
  place = await openTestServer({ modules: [organisation], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

const read = () => place.app.database.read;

async function cellsOf(bytes: Uint8Array, fileName: string): Promise<string[][]> {
  const source = await readSource(bytes, { fileName });
  const table = source.ok ? source.document.blocks.find((block) => block.kind === 'table') : undefined;
  if (table?.kind !== 'table') throw new Error('no table');
  return table.rows.map((row) => row.cells.map((cell) => cell.text));
}

describe('a roster', () => {
  const take = async (sessionId: string, fileName: string, bytes: Uint8Array) => {
    const reading = await readRosterFile(fileName, bytes);
    if (!reading.ok) throw new Error(reading.because);
    const roster = await matchRoster(read(), county.jurisdictionId, reading.entries);
    await transact(place.app, systemActor('test'), (work) => recordRoster(work, sessionId, roster));
    return roster;
  };
  const held = () =>
    givenTraining(place.app, { organiserId: county.office, plannedFor: '2026-05-01', heldOn: '2026-05-01' });
  const peopleOf = async (id: string) => {
    const detail = await getTrainingDetail(read(), county.jurisdictionId, id);
    return [
      detail.attendees.map((row) => [row.officerId, row.newEntrant]),
      detail.headCounts.map((row) => [row.unitId, row.heads, row.newEntrants]),
    ];
  };

  test('knows registered officers by name and unit, counts others, and keeps no name of theirs', async () => {
    const officerId = await givenPerson(place.app, county, county.education, '石静仪');
    const id = await held();
    const csv = new TextEncoder().encode(
      '姓名,单位,人数,新进人员\n石静仪,县教育局,,是\n石静仪,县教育局,,\n外来人,双溪镇,,\n,双溪镇,6,2\n',
    );
    const roster = await take(id, '名单.csv', csv);
    expect(roster.lines.map((line) => [line.outcome, line.heads])).toEqual([
      ['officer', 1],
      ['officer', 0],
      ['heads', 1],
      ['heads', 6],
    ]);
    const people = [[[officerId, false]], [[county.town, 7, 2]]];
    expect(await peopleOf(id)).toEqual(people);
    await take(id, '名单.csv', csv);
    expect(await peopleOf(id)).toEqual(people);
    const { rows } = await read().execute(
      `select count(*)::int as n from audit_entry where after::text like '%外来人%'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('may be a workbook, or text as an old spreadsheet program saves it', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('名单').addRows([
      ['单位', '人数'],
      ['双溪镇', 4],
    ]);
    const id = await held();
    await take(id, '名单.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect((await peopleOf(id))[1]).toEqual([[county.town, 4, 0]]);
    // 单位,人数 / 双溪镇,9 in GB 18030.
    const old = Buffer.from('b5a5cebb2cc8cbcafd0d0acbabcfaad5f22c390d0a', 'hex');
    await take(id, '名单.csv', old);
    expect((await peopleOf(id))[1]).toEqual([[county.town, 9, 0]]);
  });

  test('with a line of an unknown unit is tried without writing, and refused as a whole', async () => {
    const id = await held();
    const clerk = await givenOfficer(place.app, county.jurisdictionId, county.office, ['clerk']);
    const boundary = 'roster';
    const send = (record: 'true' | 'false', actor: typeof clerk | typeof visitor = clerk) =>
      place.ask(actor, {
        method: 'POST',
        url: `/api/v1/organisation/trainings/${id}/roster`,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: [
          `--${boundary}\r\nContent-Disposition: form-data; name="record"\r\n\r\n${record}\r\n`,
          `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n`,
          'Content-Type: text/csv\r\n\r\n姓名,单位\n甲,县教育局\n乙,县教育厅\n',
          `\r\n--${boundary}--\r\n`,
        ].join(''),
      });
    const trial = await send('false');
    expect(trial.json()).toMatchObject({ officers: 0, others: 1, unmatched: 1, recorded: false });
    expect(trial.json().lines[1].note).toContain('县教育厅');
    expect((await send('true')).json()).toMatchObject({ code: 'organisation.rosterUnmatched' });
    expect(await peopleOf(id)).toEqual([[], []]);
    expect((await send('false', visitor)).statusCode).toBe(401);
    const stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk']);
    expect((await send('false', stranger)).statusCode).toBe(403);
  });

  test('of a training that was not held is refused', async () => {
    const id = await givenTraining(place.app, { organiserId: county.office, plannedFor: '2026-06-01' });
    const csv = new TextEncoder().encode('单位,人数\n双溪镇,3\n');
    expect(await refusalCodeOf(take(id, '名单.csv', csv))).toBe('organisation.trainingNotNow');
  });
});

describe('papers', () => {
  test('the sign-in sheet and the template name the liaisons of the units invited', async () => {
    const officerId = await givenPerson(place.app, county, county.town, '芦巧巧');
    await givenLiaison(place.app, { unitId: county.town, officerId, from: '2026-01-05' });
    const id = await givenTraining(place.app, {
      organiserId: county.office,
      plannedFor: '2026-06-01',
      invitedUnitIds: [county.education, county.town],
    });
    const clerk = await givenOfficer(place.app, county.jurisdictionId, county.office, ['clerk']);
    const get = async (paper: string) => {
      const answer = await place.ask(clerk, {
        method: 'GET',
        url: `/api/v1/organisation/trainings/${id}/${paper}`,
      });
      return new Uint8Array(answer.rawPayload);
    };
    const sheet = await cellsOf(await get('sign-in-sheet'), 'a.docx');
    expect(sheet[0]).toEqual(['序号', '单位', '姓名', '新进人员', '签字']);
    expect(sheet.slice(1, 3)).toEqual([
      ['1', '县教育局', '', '', ''],
      ['2', '双溪镇', '芦巧巧', '', ''],
    ]);
    const template = await cellsOf(await get('roster-template'), 'a.xlsx');
    expect(template[0]).toEqual(['姓名', '单位', '人数', '新进人员']);
    expect(template[2]?.slice(0, 2)).toEqual(['芦巧巧', '双溪镇']);
  });

  test('the handover sheet says who ticked what and when, with the signatures', async () => {
    const { handoverId, giverId } = await givenHandover(place.app, county, county.education, {
      from: dayOf('2026-05-04'),
      signed: true,
    });
    const supervisor = await givenOfficer(place.app, county.jurisdictionId, county.office, ['supervisor']);
    const answer = await place.ask(supervisor, {
      method: 'GET',
      url: `/api/v1/organisation/handovers/${handoverId}/sheet`,
    });
    const bytes = new Uint8Array(answer.rawPayload);
    const rows = await cellsOf(bytes, 'a.docx');
    expect(rows[0]).toEqual(['序号', '类别', '交接内容', '移交人确认', '接收人确认']);
    expect(rows[2]?.slice(0, 2)).toEqual(['2', '印章']);
    expect(rows[2]?.[3]).toContain('2026-05-06');
    const source = await readSource(bytes, { fileName: 'a.docx' });
    const text = source.ok
      ? source.document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')
      : '';
    expect(text).toContain('监交人（监交人）：test　2026年5月6日');
    expect(giverId).not.toBe('');
  });
});
