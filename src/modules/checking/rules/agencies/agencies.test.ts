import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { findingsOfCase, readRecogniserCases } from '../../testing/recogniser-cases.ts';
import { documentOfText } from '../checked-document.ts';
import { bareContext, type CheckContext } from '../recogniser.ts';
import { formerAgencyRecogniser, parseFormerAgencies } from './former-agencies.ts';
import { unitNameRecogniser } from './unit-names.ts';

const agencies = parseFormerAgencies(
  await readFile(path.resolve('data/checking/agencies/former-agencies.csv'), 'utf8'),
);
const former = formerAgencyRecogniser(agencies);

describe('names of agencies that a reform ended', () => {
  it.each(readRecogniserCases(new URL('./agencies.csv', import.meta.url)))('$title', (one) => {
    expect(findingsOfCase(former, one)).toEqual(one.expected);
  });

  it('refuses a malformed list', () => {
    expect(() => parseFormerAgencies('former,on,present,level\n卫生部,gestern,卫健委,state')).toThrow(
      RangeError,
    );
  });
});

const unit = (name: string, shortNames: readonly string[], activeUntil: string | null = null) => ({
  name,
  shortNames,
  issuingCodes: [],
  activeFrom: null,
  activeUntil: activeUntil === null ? null : dayOf(activeUntil),
});

const county: CheckContext = {
  ...bareContext,
  documentDay: dayOf('2026-03-20'),
  countyName: '望澜县',
  units: [
    unit('望澜县市场监督管理局', ['县市场监管局']),
    unit('望澜县教育局', ['县教育局']),
    unit('望澜县人力资源和社会保障局', ['县人社局']),
    unit('望澜县人民政府', ['县政府']),
    unit('望澜县人民政府办公室', ['县政府办公室']),
    unit('望澜县扶贫开发办公室', ['县扶贫办'], '2021-06-30'),
  ],
};
const judge = (text: string) =>
  unitNameRecogniser
    .find(documentOfText(text), county)
    .map(({ code, text: mark, suggestion }) => [code, mark, suggestion]);

describe('names of the county’s own units', () => {
  it.each([
    ['望澜县市场监督局受理投诉。', ['agencyName.slip', '望澜县市场监督局', '望澜县市场监督管理局']],
    [
      '由望澜县人力资源与社会保障局解释。',
      ['agencyName.slip', '望澜县人力资源与社会保障局', '望澜县人力资源和社会保障局'],
    ],
    ['望澜县扶贫开发办公室负责。', ['agencyName.closed', '望澜县扶贫开发办公室', null]],
  ])('%s', (text, expected) => {
    expect(judge(text)).toEqual([expected]);
  });

  it.each([
    '望澜县市场监督管理局、望澜县教育局负责落实。',
    '望澜县人民政府办公室关于印发通知的函',
    '望澜县体育局举办比赛。',
    '望澜县人社局组织招聘。',
    '原望澜县扶贫开发办公室的档案已经移交。',
    '望澜县第一中学、望澜县中心小学',
    '望澜县',
  ])('says nothing of %s', (text) => {
    expect(judge(text)).toEqual([]);
  });

  it('says nothing where there is no register', () => {
    expect(unitNameRecogniser.find(documentOfText('望澜县市场监督局'), bareContext)).toEqual([]);
  });
});
