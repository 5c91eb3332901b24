/** Citations of statutes: slips in titles, articles that do not exist, statutes no longer in force; and sound ones. */
import { dayOf } from '#kernel/day.ts';
import { type PlantedCase, type PlantedSet, plantCase, type Random } from '../planted-set.ts';

const statutes = [
  ['中华人民共和国政府信息公开条例', 56],
  ['中华人民共和国行政许可法', 83],
  ['中华人民共和国行政处罚法', 86],
  ['中华人民共和国档案法', 53],
  ['中华人民共和国个人信息保护法', 74],
  ['中华人民共和国安全生产法', 119],
  ['重大行政决策程序暂行条例', 44],
] as const;
const ended = [
  '中华人民共和国合同法',
  '中华人民共和国物权法',
  '信访条例',
  '中华人民共和国担保法',
  '中华人民共和国契税暂行条例',
];
const openings = ['根据', '依照', '按照', '为贯彻落实', '现依据'];
const closings = [
  '的规定，现将有关事项公告如下。',
  '，制定本办法。',
  '有关要求办理。',
  '，决定给予行政处罚。',
];
const day = { documentDay: dayOf('2026-03-20') };

const slips: readonly (readonly [string, string])[] = [
  ['条例', '条列'],
  ['信息', '信习'],
  ['处罚', '处发'],
  ['许可', '许克'],
  ['决策', '决测'],
  ['档案', '挡案'],
  ['保护', '保户'],
  ['生产', '生严'],
];

function soundCase(random: Random): PlantedCase {
  const [title, articles] = random.pick(statutes);
  return plantCase()
    .clean(`${random.pick(openings)}《${title}》第${random.integer(1, articles)}条${random.pick(closings)}`)
    .finish(day);
}

function slippedCase(random: Random): PlantedCase {
  const usable = statutes.flatMap(([title]) =>
    slips.filter(([right]) => title.includes(right)).map(([right, wrong]) => title.replace(right, wrong)),
  );
  return plantCase()
    .clean(`${random.pick(openings)}《`)
    .fault('lawTitle', random.pick(usable))
    .clean(`》${random.pick(closings)}`)
    .finish(day);
}

function beyondCase(random: Random): PlantedCase {
  const [title, articles] = random.pick(statutes);
  return plantCase()
    .clean(`${random.pick(openings)}《${title}》`)
    .fault('lawTitle', `第${articles + random.integer(1, 60)}条`)
    .clean(random.pick(closings))
    .finish(day);
}

function endedCase(random: Random): PlantedCase {
  return plantCase()
    .clean(`${random.pick(openings)}《`)
    .fault('lawTitle', random.pick(ended))
    .clean(`》${random.pick(closings)}`)
    .finish(day);
}

function meantAsPastCase(random: Random): PlantedCase {
  return plantCase()
    .clean(`合同订立时适用原《${random.pick(ended)}》${random.pick(closings)}`)
    .finish(day);
}

const times = (count: number, make: () => PlantedCase) => Array.from({ length: count }, make);

export function plantSets(random: Random): readonly PlantedSet[] {
  const classes = ['lawTitle'] as const;
  const clean = () => [...times(60, () => soundCase(random)), ...times(20, () => meantAsPastCase(random))];
  return [
    { name: '法律法规名称笔误', classes, cases: [...times(80, () => slippedCase(random)), ...clean()] },
    { name: '条文不存在', classes, cases: [...times(80, () => beyondCase(random)), ...clean()] },
    { name: '已废止的法律法规', classes, cases: [...times(60, () => endedCase(random)), ...clean()] },
  ];
}
