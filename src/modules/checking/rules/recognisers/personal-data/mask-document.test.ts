import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../checked-document.ts';
import { documentOfRows } from '../../document-draft.ts';
import { bareContext } from '../../recogniser.ts';
import { checkDigitOfIdentity, countyCodes } from './identity-number.ts';
import { maskPersonalData } from './mask-document.ts';
import { personalDataRecogniser } from './recogniser.ts';

const find = (text: string) => personalDataRecogniser.find(documentOfText(text), bareContext);

/** Well-formed identity numbers: every county, birth day and sequence, with the right check digit. */
const identities = fc
  .record({
    county: fc.constantFrom(...countyCodes),
    year: fc.integer({ min: 1930, max: 2005 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ county, year, month, day, sequence }) => {
    const pad = (value: number, width: number) => String(value).padStart(width, '0');
    const body = `${county}${year}${pad(month, 2)}${pad(day, 2)}${pad(sequence, 3)}`;
    return body + checkDigitOfIdentity(body);
  });

const separators = ['', ' ', '-', '.', '·', '　', '\u200b', '—', '\u00a0', ' - '];
/** Cuts at the places people cut at, or anywhere, and widens the digits. */
const writtenForms = fc
  .record({
    number: identities,
    separator: fc.constantFrom(...separators),
    cuts: fc.constantFrom<readonly number[]>(
      [6, 14],
      [6],
      [14],
      [3, 6, 10, 14],
      [4, 8, 12, 16],
      [6, 10, 12, 14, 17],
      [17],
    ),
    isWide: fc.boolean(),
    isLower: fc.boolean(),
  })
  .map(({ number, separator, cuts, isWide, isLower }) => {
    const cut = [...number].map((sign, index) => (cuts.includes(index) ? separator + sign : sign)).join('');
    const wide = isWide
      ? cut.replace(/[0-9X]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
      : cut;
    return isLower ? wide.replace('X', 'x') : wide;
  });

describe('properties', () => {
  test('a valid ID number is found in every written form, and nothing but it', () => {
    fc.assert(
      fc.property(writtenForms, fc.constantFrom('身份证号：', '张望澜（', '当事人', ''), (form, before) => {
        const found = find(`${before}${form}，请核对`);
        expect(found.map(({ code, text }) => [code, text])).toEqual([['personalData.idNumber', form]]);
      }),
      { numRuns: 400, seed: 11_643 },
    );
  });

  test('every wrong check digit is told apart', () => {
    fc.assert(
      fc.property(identities, fc.integer({ min: 1, max: 10 }), (number, shift) => {
        const letters = '0123456789X';
        const wrong = letters.charAt((letters.indexOf(number.charAt(17)) + shift) % 11);
        const found = find(`身份证号：${number.slice(0, 17)}${wrong}。`);
        expect(found.map(({ code, severity }) => [code, severity])).toEqual([
          ['personalData.idNumberWrongCheck', 'confirm'],
        ]);
      }),
      { numRuns: 200, seed: 11_643 },
    );
  });

  test('a masked text holds nothing that must be masked', () => {
    fc.assert(
      fc.property(fc.array(writtenForms, { maxLength: 5 }), (forms) => {
        const text = forms
          .map((form, index) => `${index + 1}．当事人张望澜，身份证号${form}，电话13800001234。`)
          .join('\n');
        const masked = maskPersonalData(text);
        expect(find(masked).filter(({ severity }) => severity !== 'hint')).toEqual([]);
      }),
      { numRuns: 100, seed: 11_643 },
    );
  });

  test('no text makes it throw, and findings lie within the text and apart', () => {
    const signs = fc.constantFrom(
      ...'0123456789Xx*＊０９ -—.（）()张王省市县路号室幢村组@微信qQ京浙A患因病残疾，。：\n\t|姓名身份证电话',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 120 }), (letters) => {
        const text = letters.join('');
        let end = 0;
        for (const finding of find(text)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(text.slice(finding.start, finding.end)).toBe(finding.text);
          end = finding.end;
        }
      }),
      { numRuns: 2000, seed: 11_643 },
    );
  });
});

test.each([
  '1',
  '１',
  '1 ',
  '张1',
  '*',
  'X',
  '1*',
  '330212199003071234 ',
  '13800001234',
  '身份证号',
  '家庭住址1号',
  '张因病',
  'a@',
  '浙A0',
  '姓名\t身份证号\n',
  '-',
  '（',
  '1-',
  '患癌症',
])('a hundred thousand times %j is read to its end', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  expect(find(text).every((finding) => finding.end <= text.length)).toBe(true);
});

test('each kind is masked by the default of the house', () => {
  const number = `33021219870612000${checkDigitOfIdentity('33021219870612000')}`;
  const text = `张望澜，身份证号${number}，电话138-0000-1234，卡号6222020000001234566，家庭住址：望澜县桥头镇东升村3组12号，患尿毒症。`;
  expect(maskPersonalData(text)).toBe(
    `张望澜，身份证号330212********${number.slice(14)}，电话138****1234，卡号（略），家庭住址：望澜县桥头镇东升村，（略）。`,
  );
});

test('a table is masked cell by cell', () => {
  const table = documentOfRows(null, [
    ['姓名', '手机', '致贫原因', '金额'],
    ['张望澜', '13800001234', '因病', '13800001234'],
  ]);
  expect(maskPersonalData(table)).toBe(
    '姓名\n手机\n致贫原因\n金额\n张望澜\n138****1234\n（略）\n13800001234',
  );
});
