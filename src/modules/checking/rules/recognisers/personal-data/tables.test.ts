import { expect, test } from 'vitest';
import { type CheckedDocument, documentOfText } from '../../checked-document.ts';
import { documentOfRows } from '../../document-draft.ts';
import { bareContext, type CheckContext } from '../../recogniser.ts';
import { checkDigitOfIdentity } from './identity-number.ts';
import { personalDataRecogniser } from './recogniser.ts';

/** Sequence 000 is given to nobody. */
const identity = (body: string) => body + checkDigitOfIdentity(body);
const adult = identity('33021219870612000');
const other = identity('33021219590301000');

function found(document: CheckedDocument, context: Partial<CheckContext> = {}): readonly string[] {
  return personalDataRecogniser
    .find(document, { ...bareContext, ...context })
    .map((finding) => `${finding.code.slice(13)} ${finding.text} ${finding.severity}`);
}

test('the heading of a column decides what its numbers are', () => {
  const table = documentOfRows('2026年残疾人补贴发放名单', [
    ['序号', '姓名', '身份证号', '联系电话', '银行账号', '残疾等级', '金额'],
    ['1', '张望澜', adult, '13800001234', '6222000000001', '二级', '13800000000'],
    ['2', '李建国', '330212195903010001', '0574-28880001', '1234567890123456789', '无', '200'],
    ['3', '王小梅', '330212********0001', '138****0001', '', '肢体三级', '200'],
  ]);
  expect(found(table)).toEqual([
    `idNumber ${adult} block`,
    'mobile 13800001234 confirm',
    'bankAccount 6222000000001 block',
    'disability 二级 confirm',
    'idNumberWrongCheck 330212195903010001 confirm',
    'bankAccount 1234567890123456789 block',
    'disability 肢体三级 confirm',
  ]);
});

test('in a published list nothing excuses the full datum, and names stay', () => {
  const table = documentOfRows('低保对象公示', [
    ['姓名', '手机号码', '家庭住址', '致贫原因'],
    ['张望澜', '13800001234', '望澜县桥头镇东升村3组12号', '因病'],
    ['李建国', '138****0001', '望澜县桥头镇东升村', '无'],
  ]);
  expect(found(table, { isPublishedList: true })).toEqual([
    'mobile 13800001234 block',
    'homeAddress 望澜县桥头镇东升村3组12号 block',
    'hardship 因病 block',
  ]);
});

test('columns of serials, codes and amounts hold nobody’s numbers', () => {
  const table = documentOfRows(null, [
    ['编号', '统一社会信用代码', '项目代码', '金额', '面积', '企业名称'],
    ['13800001234', '91330212MA2AF0000X', '330212202203150001', '15012345678', '13912345678', '望澜建设公司'],
    ['15000001235', '913302127503812345', '330212202203150002', '18812345678', '17012345678', '望澜纺织公司'],
  ]);
  expect(found(table)).toEqual([]);
});

test('an account in a table of companies is public, in a table of people it is not', () => {
  const rows = (head: string, name: string) =>
    documentOfRows(null, [
      [head, '账号', '金额'],
      [name, '39011200090001234', '5000'],
    ]);
  expect(found(rows('单位名称', '望澜建设有限公司'))).toEqual([]);
  expect(found(rows('姓名', '张望澜'))).toEqual(['bankAccount 39011200090001234 block']);
});

test('names of children are personal data, names of their guardians are not', () => {
  const table = documentOfRows('2026年3月孤儿基本生活费发放表', [
    ['序号', '姓名', '监护人姓名', '乡镇', '金额'],
    ['1', '张小虎', '张望澜', '桥头镇', '1500'],
    ['2', '李*', '李建国', '桥头镇', '1500'],
  ]);
  expect(found(table, { isPublishedList: true })).toEqual(['minor 张小虎 block']);
});

test('a form has its labels at the left', () => {
  const form = documentOfRows(null, [
    ['姓名', '张望澜', '性别', '男'],
    ['身份证号', adult, '联系电话', '13800001234'],
    ['家庭住址', '望澜县城关街道和平路12弄5号302室', '健康状况', '尿毒症'],
  ]);
  expect(found(form)).toEqual([
    `idNumber ${adult} block`,
    'mobile 13800001234 confirm',
    'homeAddress 望澜县城关街道和平路12弄5号302室 confirm',
    'health 尿毒症 confirm',
  ]);
});

test.each([
  ['tabs', '\t'],
  ['bars', ' | '],
  ['commas', ','],
  ['wide blanks', '　　'],
  ['blanks', ' '],
])('tables drawn with %s in plain text are tables', (_name, sign) => {
  const rows = [
    ['姓名', '身份证号', '联系电话', '残疾等级'],
    ['张望澜', adult, '13800001234', '二级'],
    ['李建国', other, '13900001234', '三级'],
  ];
  const text = `残疾人名单\n${rows.map((row) => row.join(sign)).join('\n')}\n以上名单公示7天。`;
  expect(found(documentOfText(text))).toEqual([
    `idNumber ${adult} block`,
    'mobile 13800001234 confirm',
    'disability 二级 confirm',
    `idNumber ${other} block`,
    'mobile 13900001234 confirm',
    'disability 三级 confirm',
  ]);
});

test('headings repeated at a page break and headings over two rows keep their columns', () => {
  const table = documentOfRows(null, [
    ['姓名', '证件号码', '编号'],
    ['张望澜', adult, '15000001234'],
    ['姓名', '证件号码', '编号'],
    ['李建国', 'E00000001', '15000001235'],
  ]);
  expect(found(table)).toEqual([`idNumber ${adult} block`, 'passport E00000001 block']);
});

test('reasons name the column', () => {
  const table = documentOfRows(null, [
    ['姓名', '身份证号码'],
    ['张望澜', adult],
  ]);
  const [finding] = personalDataRecogniser.find(table, bareContext);
  expect(finding?.reason).toContain('“身份证号码”列');
});
