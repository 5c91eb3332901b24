/** The faults of punctuation, with the rule behind each. */
import type { FindingKind } from '../../finding.ts';

const standard = 'GB/T 15834—2011《标点符号用法》';
const strong = { class: 'punctuation', severity: 'confirm' } as const;
const style = { class: 'punctuation', severity: 'hint' } as const;

export const punctuationKinds = {
  'punctuation.halfWidth': {
    ...strong,
    title: '半角标点',
    remedy: '汉字之间用全角标点。',
    source: `${standard}5.1`,
  },
  'punctuation.unpaired': {
    ...strong,
    title: '引号、括号、书名号不成对',
    remedy: '补上缺少的一半，或删去多余的一半。',
    source: `${standard}4.8、4.9、4.15`,
  },
  'punctuation.mixedPair': {
    ...strong,
    title: '括号全角、半角不一致',
    remedy: '一对括号都用全角。',
    source: `${standard}5.1`,
  },
  'punctuation.repeated': {
    ...strong,
    title: '标点重复',
    remedy: '只保留一个标点。',
    source: `${standard}4`,
  },
  'punctuation.ellipsis': {
    ...style,
    title: '省略号',
    remedy: '省略号用“……”，占两个字的位置。',
    source: `${standard}4.11`,
  },
  'punctuation.dash': {
    ...style,
    title: '破折号',
    remedy: '破折号用“——”，占两个字的位置。',
    source: `${standard}4.10`,
  },
  'punctuation.enumerationBeforeAnd': {
    ...style,
    title: '“和”“及”前的顿号',
    remedy: '最后两个并列成分之间用了“和”“及”，其前不用顿号。',
    source: `${standard}4.5`,
  },
  'punctuation.enumerationBetweenTitles': {
    ...style,
    title: '书名号、引号之间的顿号',
    remedy: '标有书名号或引号的并列成分之间通常不用顿号。',
    source: `${standard}4.5.3.5`,
  },
  'punctuation.range': {
    ...style,
    title: '起止号',
    remedy: '时间、数值的起止用一字线“—”或浪纹线“～”。',
    source: `${standard}4.13`,
  },
  'punctuation.stopInHeading': {
    ...style,
    title: '标题末尾的句号',
    remedy: '独立成行的标题末尾不用句号。',
    source: `${standard}附录 A`,
  },
  'punctuation.stopInBrackets': {
    ...style,
    title: '括号内的句号',
    remedy: '句内括号里的话末尾不用句号。',
    source: `${standard}4.9`,
  },
} as const satisfies Record<string, FindingKind>;
