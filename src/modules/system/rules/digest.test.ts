import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { dayOf } from '#kernel/day.ts';
import { type DigestPlace, writeDigestMail } from '../mails/digest-mail.ts';
import { arrangeDigest, type DigestDuty, digestSubject, isDigestDay } from './digest.ts';

const calendar = loadWorkingCalendar(await readHolidayYearFiles(path.resolve('data/calendars')));

test.each([
  ['daily', '2026-10-08', true],
  ['daily', '2026-10-10', true], // worked Saturday
  ['daily', '2026-10-11', false],
  ['daily', '2026-10-01', false],
  ['off', '2026-10-08', false],
  ['weekly', '2026-09-28', true],
  ['weekly', '2026-09-29', false],
  ['weekly', '2026-10-08', true], // Thursday after the holiday week began
  ['weekly', '2026-10-09', false],
  ['weekly', '2026-10-10', false],
  ['weekly', '2026-10-12', true],
] as const)('%s on %s: %s', (rhythm, day, goes) => {
  expect(isDigestDay(rhythm, calendar, dayOf(day))).toBe(goes);
});

const today = dayOf('2026-11-20');
const duty = (title: string, due: string | null): DigestDuty => ({
  title,
  detail: null,
  due: due === null ? null : dayOf(due),
  address: '/plan/tasks/1',
});

describe('what stands in it', () => {
  test('names the year of what fell due in another one', () => {
    const digest = arrangeDigest([duty('上年', '2025-12-31'), duty('今年', '2026-12-31')], [], [], today);
    if (digest === undefined) throw new Error('no digest');
    const { text } = writeDigestMail(digest, {
      siteName: '望澜县',
      officerName: '陆一鸣',
      today,
      origin: undefined,
    });
    expect(text).toContain('2025年12月31日到期');
    expect(text).toContain('\n  12月31日到期');
  });

  test('is sorted by how it presses, and nothing is written about nothing', () => {
    const digest = arrangeDigest(
      [
        duty('逾期', '2026-11-19'),
        duty('今天', '2026-11-20'),
        duty('七日', '2026-11-27'),
        duty('以后', '2026-11-28'),
        duty('没有日子', null),
      ],
      [],
      [],
      today,
    );
    expect(digest?.late.map(({ title }) => title)).toEqual(['逾期']);
    expect(digest?.soon.map(({ title }) => title)).toEqual(['今天', '七日']);
    expect(digest?.other.map(({ title }) => title)).toEqual(['以后', '没有日子']);
    expect(arrangeDigest([], [], [], today)).toBeUndefined();
  });

  test('says in its subject what presses first', () => {
    const subjectOf = (...duties: DigestDuty[]) => {
      const digest = arrangeDigest(duties, [], [], today);
      return digest === undefined ? '' : digestSubject(digest, '望澜县');
    };
    expect(subjectOf(duty('甲', '2026-11-01'), duty('乙', '2026-11-21'), duty('丙', null))).toBe(
      '逾期1件，7日内到期1件 · 望澜县政务公开',
    );
    expect(subjectOf(duty('丙', null))).toBe('待办1件 · 望澜县政务公开');
  });
});

describe('the mail', () => {
  const place: DigestPlace = {
    siteName: '望澜县',
    officerName: '左明轩',
    today,
    origin: 'https://gk.example.cn',
  };
  const mailOf = (duties: DigestDuty[], given = place) => {
    const digest = arrangeDigest(duties, [], [], today);
    if (digest === undefined) throw new Error('nothing to say');
    return writeDigestMail(digest, given);
  };

  test('links to the platform’s public address, and to nowhere when there is none', () => {
    const { text, html } = mailOf([duty('甲', '2026-11-19')]);
    expect(text).toContain('- 甲\n  11月19日到期（昨天）\n  https://gk.example.cn/desk/plan/tasks/1');
    expect(html).toContain('<a href="https://gk.example.cn/desk/plan/tasks/1"');
    const bare = mailOf([duty('甲', '2026-11-19')], { ...place, origin: undefined });
    expect(bare.text + bare.html).not.toMatch(/https?:|href/);
  });

  test('shows what people wrote as words, never as markup', () => {
    const { html } = mailOf([duty('<img src=x onerror=alert(1)> & "引号"', null)]);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;引号&quot;');
    expect(html).not.toContain('<img');
  });

  test('counts what it leaves out', () => {
    const { text } = mailOf(Array.from({ length: 15 }, (_, n) => duty(`第${n}件`, '2026-11-19')));
    expect(text).toContain('已经逾期（15件）');
    expect(text.match(/^- /gm)).toHaveLength(12);
    expect(text).toContain('另有3件');
  });
});
