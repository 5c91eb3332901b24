/** The faults in the use of numerals, with the rule behind each. */
import type { FindingKind } from '../../finding.ts';

const standard = 'GB/T 15835—2011《出版物上数字用法》';
const strong = { class: 'numeral', severity: 'confirm' } as const;
const style = { class: 'numeral', severity: 'hint' } as const;

export const numeralKinds = {
  'numeral.mixedYear': {
    ...strong,
    title: '年份的数字混用',
    remedy: '年份统一用阿拉伯数字，如“2024年”。',
    source: `${standard}4.1、5.1`,
  },
  'numeral.letter': {
    ...strong,
    title: '数字中夹有字母',
    remedy: '把字母 O、l 改为数字 0、1。',
    source: `${standard}5.1`,
  },
  'numeral.zeroSign': {
    ...style,
    title: '汉字“〇”的写法',
    remedy: '汉字数字作编号、年份时，“0”写作“〇”。',
    source: `${standard}4.2.3`,
  },
  'numeral.mixedNumber': {
    ...style,
    title: '阿拉伯数字与“十”“百”“千”连用',
    remedy: '除“万”“亿”外，阿拉伯数字不与汉字数字连用，如“3千5百元”写作“3500元”。',
    source: `${standard}4.3`,
  },
  'numeral.approximate': {
    ...style,
    title: '概数的写法',
    remedy: '概数用汉字，两数之间不用顿号，如“三四天”“十几个”。',
    source: `${standard}4.2.2`,
  },
  'numeral.doubleApproximate': {
    ...style,
    title: '约数词语重复',
    remedy: '“约”“近”“超过”与“左右”“多”“余”只用其一。',
    source: '汉语表达规范',
  },
  'numeral.splitDigits': {
    ...style,
    title: '数字被空格拆开',
    remedy: '删去数字中间的空格。',
    source: `${standard}5.1`,
  },
  'numeral.fullWidth': {
    ...style,
    title: '全角数字',
    remedy: '数字用半角。',
    source: `${standard}5.1`,
  },
  'numeral.grouping': {
    ...style,
    title: '千分位、小数点的写法',
    remedy: '千分位用半角逗号，每三位一节；小数点只有一个。',
    source: `${standard}5.1.1、5.1.4`,
  },
  'numeral.unit': {
    ...strong,
    title: '单位、百分号重复',
    remedy: '只保留一个单位。',
    source: `${standard}5.1`,
  },
  'numeral.multiple': {
    ...strong,
    title: '减少若干倍',
    remedy: '减少、下降、降低不能用两倍以上的倍数，改用分数或百分数。',
    source: '汉语表达规范',
  },
} as const satisfies Record<string, FindingKind>;
