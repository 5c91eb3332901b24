import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../checked-document.ts';
import { documentOfRows } from '../../document-draft.ts';
import { bareContext } from '../../recogniser.ts';
import { readIdentityNumber } from './identity-number.ts';
import { countPeopleBehindMask } from './masked-number.ts';
import { personalDataRecogniser } from './recogniser.ts';

const years = { from: 1985, to: 1999 };

/** Counts by writing every digit in the place of every star, the slow and certain way. */
function countByTrying(masked: string): number {
  const star = masked.indexOf('*');
  if (star >= 0) {
    const letters = star === 17 ? '0123456789X' : '0123456789';
    return [...letters].reduce((sum, letter) => sum + countByTrying(masked.replace('*', letter)), 0);
  }
  const reading = readIdentityNumber(masked);
  const year = Number(masked.slice(6, 10));
  const given = reading?.area === 'county' && masked.slice(14, 17) !== '000';
  return reading?.verdict === 'valid' && given && year >= years.from && year <= years.to ? 1 : 0;
}

describe('people behind a mask', () => {
  test.each([
    '3302121990****1234',
    '33021219900307****',
    '330212199003071***',
    '330212199*0307123*',
    '33021219**02290*1X',
    '3302**199003071234',
    '**021219870612012*',
    '33*2121990*30*1*31',
  ])('%s is counted like trying every number', (masked) => {
    expect(countPeopleBehindMask(masked, { years })).toBe(countByTrying(masked));
  });

  test('the more is hidden, the more people it can be', () => {
    const masks = [
      '3302121990030712**',
      '330212199003071***',
      '33021219900307****',
      '330212199003******',
      '330212********1***',
    ];
    const counts = masks.map((mask) => countPeopleBehindMask(mask) ?? 0);
    expect(counts).toEqual(counts.toSorted((left, right) => left - right));
  });

  test('a hidden area counts the counties that fit', () => {
    expect(countPeopleBehindMask('3302**19900307123*')).toBeGreaterThan(10);
    expect(countPeopleBehindMask('******19900307123*')).toBeGreaterThan(5000);
    expect(countPeopleBehindMask('99021219900307****')).toBe(0);
  });

  test('birth month and sex of the list narrow the choice', () => {
    const free = countPeopleBehindMask('330212********1234') ?? 0;
    const known = countPeopleBehindMask('330212********1234', { known: { year: 1990, month: 3 } }) ?? 0;
    expect(known).toBeLessThan(5);
    expect(free).toBeGreaterThan(3000);
    expect(countPeopleBehindMask('33021219900307****', { known: { sex: 'female' } })).toBe(499);
    expect(countPeopleBehindMask('33021219900307**3*', { known: { sex: 'female' } })).toBe(0);
  });

  test('stars written too few stand for what is missing; other signs mask too', () => {
    const whole = countPeopleBehindMask('330212********1234');
    for (const masked of [
      '330212****1234',
      '330212＊＊＊＊＊＊＊＊1234',
      '330212XXXXXXXX1234',
      '330212●●●●●●●●1234',
      '330212 **** **** 1234',
    ]) {
      expect(countPeopleBehindMask(masked)).toBe(whole);
    }
  });

  test('15 digits are counted without a check digit', () => {
    expect(countPeopleBehindMask('330212900307***')).toBe(999);
  });

  test('what is no masked ID number has no count', () => {
    for (const text of ['', '****', '330212199003071234', '张*', '330212****abcd', '1*2*3']) {
      expect(countPeopleBehindMask(text)).toBeUndefined();
    }
  });
});

const mask = (text: string, more = {}) =>
  personalDataRecogniser
    .find(documentOfText(text), { ...bareContext, ...more })
    .map((finding) => [finding.code.slice(13), finding.text, finding.severity, finding.suggestion]);

describe('masks in a document', () => {
  test('a mask that hides the birth day is enough', () => {
    expect(mask('张望澜，身份证号330212********0001')).toEqual([]);
    expect(mask('身份证号：330212****0001', { isPublishedList: true })).toEqual([]);
    expect(mask('手机138****0001，卡号6222********0001，编号33********01')).toEqual([]);
  });

  test('a mask that leaves the birth year and four digits is not, and a better one is proposed', () => {
    expect(mask('身份证号3302121990****0012')).toEqual([
      ['maskedIdNumber', '3302121990****0012', 'confirm', '330212********0012'],
    ]);
    expect(mask('张望澜 3302121990****0012', { isPublishedList: true })).toEqual([
      ['maskedIdNumber', '3302121990****0012', 'block', '330212********0012'],
    ]);
  });

  test('the threshold is the office’s to set', () => {
    expect(mask('身份证号330212********0012', { leastPeopleBehindMask: 5000 })).toEqual([
      ['maskedIdNumber', '330212********0012', 'confirm', '330212************'],
    ]);
    expect(mask('身份证号3302121990****0012', { leastPeopleBehindMask: 10 })).toEqual([]);
  });

  test('a column of birth dates beside the masked numbers is counted in', () => {
    const table = documentOfRows(null, [
      ['姓名', '出生年月', '身份证号'],
      ['张望澜', '1990年3月', '330212********0012'],
    ]);
    const found = personalDataRecogniser.find(table, { ...bareContext, isPublishedList: true });
    expect(found.map((finding) => [finding.code, finding.severity])).toEqual([
      ['personalData.maskedIdNumber', 'block'],
    ]);
    expect(found[0]?.reason).toContain('出生日期');
  });
});
