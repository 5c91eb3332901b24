/** The faults of numbering, with the rule behind each. */
import type { FindingKind } from '../../finding.ts';

const levels =
  'GB/T 9704—2012《党政机关公文格式》7.3.3 正文：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注';
const strong = { class: 'numbering', severity: 'confirm' } as const;
const style = { class: 'numbering', severity: 'hint' } as const;

export const numberingKinds = {
  'numbering.missing': {
    ...strong,
    title: '序号缺漏',
    remedy: '补上缺少的一项，或顺改序号。',
    source: levels,
  },
  'numbering.repeated': { ...strong, title: '序号重复', remedy: '顺改序号。', source: levels },
  'numbering.disordered': { ...strong, title: '序号次序错误', remedy: '顺改序号。', source: levels },
  'numbering.start': {
    ...style,
    title: '序号不从一开始',
    remedy: '核对是否缺少前面的内容。',
    source: levels,
  },
  'numbering.level': {
    ...style,
    title: '层次序数跳级',
    remedy: '层次序数依次使用“一、”“（一）”“1.”“（1）”。',
    source: levels,
  },
  'numbering.form': {
    ...style,
    title: '序号写法不一致',
    remedy: '同一层次的序号用同一写法。',
    source: levels,
  },
  'numbering.article': {
    ...strong,
    title: '章、节、条的序号不连续',
    remedy: '核对条文是否缺漏，或顺改序号。',
    source: '《规章制定程序条例》（国务院令第322号，2017年修订）第八条',
  },
  'numbering.caption': {
    ...strong,
    title: '图、表的编号不连续',
    remedy: '按出现的次序为图、表编号。',
    source: 'GB/T 1.1—2020《标准化工作导则 第1部分》10.4、10.5（参照）',
  },
  'numbering.inline': {
    ...strong,
    title: '段内序号不连续',
    remedy: '补上缺少的一项，或顺改序号。',
    source: levels,
  },
} as const satisfies Record<string, FindingKind>;
