import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHolidayYearFiles } from './calendar-files.ts';
import { readHolidayNotice } from './holiday-notice.ts';

const shipped = await readHolidayYearFiles(path.join(import.meta.dirname, '../../../data/calendars'));

/** A notice in the customary shape; the provisions are facts, the frame around them is ours. */
function noticeOf(year: number, number: string, signed: string, provisions: readonly string[]): string {
  const frame = `国务院办公厅关于${year}年\n部分节假日安排的通知\n${number}\n\n各有关单位：\n　　现将${year}年的安排列在下面。\n`;
  return `${frame}${provisions.map((line) => `　　${line}\n`).join('')}　　请据此安排值班。\n国务院办公厅\n${signed}`;
}

const provisions2026 = [
  '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
  '二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。',
  '三、清明节：4月4日（周六）至6日（周一）放假，共3天。',
  '四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。',
  '五、端午节：6月19日（周五）至21日（周日）放假，共3天。',
  '六、中秋节：9月25日（周五）至27日（周日）放假，共3天。',
  '七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
];
const notice2026 = noticeOf(2026, '国办发明电〔2025〕7号', '2025年11月4日', provisions2026);

const provisions2023 = [
  '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。',
  '二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。',
  '三、清明节：4月5日放假，共1天。',
  '四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。',
  '五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。',
  '六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。',
];

describe('a pasted notice', () => {
  it('gives exactly the rows that ship for 2026, with number and day of issue', () => {
    const reading = readHolidayNotice(notice2026);
    const expected = shipped.find((year) => year.year === 2026);
    expect(reading.flags).toEqual([]);
    expect(reading.year?.holidays).toEqual(expected?.holidays);
    expect(reading.year?.workedWeekends).toEqual(expected?.workedWeekends);
    expect(reading.year?.notice).toEqual(expected?.notice);
  });

  it('gives the rows of 2023 and sets the day of the year before apart', () => {
    const reading = readHolidayNotice(
      noticeOf(2023, '国办发明电[2022]16号', '2022年12月8日', provisions2023),
    );
    const expected = shipped.find((year) => year.year === 2023);
    expect(reading.year?.holidays).toEqual(expected?.holidays);
    expect(reading.year?.workedWeekends).toEqual(expected?.workedWeekends);
    expect(reading.year?.notice.number).toBe('国办发明电〔2022〕16号');
    expect(reading.otherYears).toEqual([{ day: '2022-12-31', name: '元旦', working: false }]);
    expect(reading.flags).toEqual(['2022-12-31（元旦放假）不属于2023年，请核对相邻年度的日历。']);
  });

  it('reads full-width figures and lines broken anywhere', () => {
    const wide = notice2026
      .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      .replaceAll('日', '日\n');
    expect(readHolidayNotice(wide)).toEqual(readHolidayNotice(notice2026));
  });

  it('does not take advice to stay at home for a holiday', () => {
    const advice = provisions2026.with(2, '三、清明节：4月4日至6日放假，共3天。建议在4月3日安排休息。');
    const reading = readHolidayNotice(noticeOf(2026, '国办发明电〔2025〕7号', '2025年11月4日', advice));
    expect(reading.year?.holidays.some((row) => row.day === '2026-04-03')).toBe(false);
  });

  it.each([
    ['6日（周一）放假，共3天', '6日（周二）放假，共3天', '清明节：2026-04-06写作周二，实为周一。'],
    ['6日（周一）放假，共3天', '6日（周一）放假，共4天', '清明节：写明共4天，读到3天。'],
    ['5月9日（周六）上班', '5月8日（周五）上班', '2026-05-08是周五，不是周末，不能列为调休上班日。'],
    ['6月19日（周五）至21日', '6月19日（周五）至31日', '端午节：起止日期有误：6月19日(周五)至31日(周日)。'],
    ['五、端午节', '五、某某节', '没有读到这些节日的放假日：端午。'],
    ['国办发明电〔2025〕7号', '', '没有找到发文字号，请核对后补录。'],
    ['1月4日（周日）上班', '1月3日（周六）上班', '2026-01-03重复：既列为元旦放假，又列为元旦调休上班。'],
  ])('flags damage: %s → %s', (sound, damaged, flag) => {
    expect(notice2026).toContain(sound);
    expect(readHolidayNotice(notice2026.replace(sound, damaged)).flags).toContain(flag);
  });

  it('proposes nothing for a text that is no notice', () => {
    const reading = readHolidayNotice('关于召开座谈会的通知：3月5日上班后到会。');
    expect(reading.year).toBeUndefined();
    expect(reading.flags).toHaveLength(1);
  });
});

describe('rows from a file', () => {
  it('takes back every year that ships as JSON, without a flag', () => {
    for (const year of shipped) {
      expect(readHolidayNotice(JSON.stringify(year))).toEqual({ year, otherYears: [], flags: [] });
    }
  });

  it('reads a table of days and names lines it cannot read', () => {
    const reading = readHolidayNotice(
      '日期,类型,节日\n2027-01-01,放假,元旦\n2027-01-03,上班,元旦\n无\n2027-02-30,放假,春节',
    );
    expect(reading.year).toMatchObject({
      year: 2027,
      holidays: [{ day: '2027-01-01', name: '元旦' }],
      workedWeekends: [{ day: '2027-01-03', for: '元旦' }],
    });
    expect(reading.flags).toContain('第4行读不懂：无');
    expect(reading.flags).toContain('第5行的日期不存在：2027-02-30。');
  });

  it('says what is wrong with JSON of another shape', () => {
    expect(readHolidayNotice('{"year": 2027}').flags[0]).toContain('notice');
    expect(readHolidayNotice('{oops').flags[0]).toContain('不是有效的JSON');
  });
});
