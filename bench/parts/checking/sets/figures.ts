/** Sums that do not add up, in running text and in tables; and sums that do, rounded or told in part. */
import { cleanSentences, units } from '../official-sentences.ts';
import {
  type PlantedCase,
  type PlantedCell,
  type PlantedSet,
  plantCase,
  plantTable,
  type Random,
} from '../planted-set.ts';

const casesOfSet = 150;

function times(count: number, make: (index: number) => PlantedCase): readonly PlantedCase[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

interface Statement {
  readonly text: string;
  readonly wrong: string;
}

type Maker = (random: Random) => Statement;

const statements: readonly Maker[] = [
  (random) => {
    const [left, right] = [random.integer(2, 60), random.integer(2, 60)];
    const say = (total: number) => `主动公开${left}件、依申请公开${right}件，共${total}件`;
    return { text: say(left + right), wrong: say(left + right + random.integer(1, 9)) };
  },
  (random) => {
    const parts = [random.integer(10, 60), random.integer(10, 60), random.integer(10, 60)];
    const total = parts.reduce((sum, part) => sum + part, 0);
    const say = (all: number) =>
      `共受理事项${all}件，其中网上${parts[0]}件、窗口${parts[1]}件、其他${parts[2]}件`;
    return { text: say(total), wrong: say(total + random.integer(1, 9)) };
  },
  (random) => {
    const before = random.integer(4, 40) * 10;
    const rate = random.pick([10, 20, 30, 40, 50]);
    const after = before + (before * rate) / 100;
    const say = (percent: number) => `办件量由${before}件增加到${after}件，增长${percent}%`;
    return { text: say(rate), wrong: say(rate + random.pick([2, 5, 8])) };
  },
  (random) => {
    const [before, change] = [random.integer(40, 90), random.integer(2, 30)];
    const say = (points: number) => `知晓率由${before - change}%提高到${before}%，提高${points}个百分点`;
    return { text: say(change), wrong: say(change + random.integer(1, 9)) };
  },
  (random) => {
    const [before, change] = [random.integer(100, 900), random.integer(2, 90)];
    const say = (more: number) => `全年发布信息${before + change}条，比上年${before}条增加${more}条`;
    return { text: say(change), wrong: say(change + random.integer(1, 9)) };
  },
  (random) => {
    const part = random.integer(1, 19) * 5;
    const say = (percent: number) =>
      `共收到意见100条，其中采纳${part}条，占${percent}%；未采纳${100 - part}条，占${100 - part}%`;
    return { text: say(part), wrong: say(part === 95 ? 90 : part + 3) };
  },
  (random) => {
    const first = random.integer(40, 90) / 10;
    const second = random.integer(300, 450) / 10;
    const say = (third: number) =>
      `三次产业结构为${first.toFixed(1)}:${second.toFixed(1)}:${third.toFixed(1)}`;
    const third = 100 - first - second;
    return { text: say(third), wrong: say(third + random.integer(1, 8)) };
  },
  (random) => {
    const count = random.integer(3, 5);
    const marks = ['一', '二', '三', '四', '五', '六', '七'].slice(0, count);
    const list = marks.map((mark) => `${mark}是做好相关工作`).join('；');
    const say = (number: number) => `重点抓好以下${'〇一二三四五六七'[number]}项工作：${list}`;
    return { text: say(count), wrong: say(count + random.pick([-1, 1])) };
  },
];

const soundOnly: readonly ((random: Random) => string)[] = [
  (random) => `共有党员${random.integer(50, 90)}人，其中女党员${random.integer(5, 40)}人。`,
  (random) =>
    `新建公园${random.integer(2, 9)}个、改造${random.integer(2, 9)}个，共完成投资3.${random.integer(1, 9)}亿元。`,
  () => '收入由2.53亿元增长到3.02亿元，同比增长19.4%。',
  () => '拨付资金3.33万元、3.33万元、3.33万元，共10万元。',
  () => '服务对象满意、基本满意分别占60.5%、45.2%（可多选）。',
  (random) => `全县辖${random.integer(3, 9)}个镇、${random.integer(3, 9)}个街道，由县政府统一管理。`,
];

function proseSet(random: Random): PlantedSet {
  const faulty = times(casesOfSet, () =>
    plantCase()
      .clean(cleanSentences(random))
      .fault('sum', random.pick(statements)(random).wrong)
      .clean(`。${cleanSentences(random)}`)
      .finish(),
  );
  const sound = times(casesOfSet, (index) => {
    const said =
      index % 3 === 0 ? random.pick(soundOnly)(random) : `${random.pick(statements)(random).text}。`;
    return plantCase()
      .clean(`${cleanSentences(random)}${said}${cleanSentences(random)}`)
      .finish();
  });
  return { name: '文中数字合计', classes: ['sum'], cases: [...faulty, ...sound] };
}

/** A table of counts with totals of its columns and rows; `wrong` names the total to spoil. */
function countTable(random: Random, wrong: 'none' | 'column' | 'row'): PlantedCase {
  const rows = units.slice(0, random.integer(3, units.length));
  const counts = rows.map(() => [random.integer(1, 90), random.integer(1, 90), random.integer(1, 90)]);
  const sums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const totals = [0, 1, 2].map((column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const grand = sums.reduce((sum, count) => sum + count, 0);
  const at = random.integer(0, rows.length - 1);
  const off = random.integer(1, 9);
  const sumCell = (index: number): PlantedCell =>
    wrong === 'row' && index === at
      ? { fault: 'sum', text: String((sums[index] ?? 0) + off) }
      : String(sums[index]);
  const totalCell = (column: number): PlantedCell =>
    wrong === 'column' && column === 1
      ? { fault: 'sum', text: String((totals[column] ?? 0) + off) }
      : String(totals[column]);
  return plantTable('受理情况统计表', [
    ['单位', '申请', '投诉', '咨询', '合计'],
    ...rows.map((name, index): PlantedCell[] => [name, ...(counts[index] ?? []).map(String), sumCell(index)]),
    ['合计', totalCell(0), totalCell(1), totalCell(2), String(grand)],
  ]);
}

/** A list with one total and a rate of growth. */
function plainTable(random: Random, wrong: 'none' | 'total' | 'rate'): PlantedCase {
  const rows = units.slice(0, random.integer(4, units.length));
  const before = rows.map(() => random.integer(2, 60) * 10);
  const rates = rows.map(() => random.pick([-50, -20, -10, 10, 20, 30, 50]));
  const after = before.map((count, index) => count + (count * (rates[index] ?? 0)) / 100);
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const grown = ((total(after) / total(before) - 1) * 100).toFixed(1);
  const spoilt = random.integer(0, rows.length - 1);
  const rateCell = (index: number): PlantedCell =>
    wrong === 'rate' && index === spoilt
      ? { fault: 'sum', text: ((rates[index] ?? 0) + 3).toFixed(1) }
      : (rates[index] ?? 0).toFixed(1);
  const totalCell: PlantedCell =
    wrong === 'total' ? { fault: 'sum', text: String(total(after) + 10) } : String(total(after));
  return plantTable('办件情况表', [
    ['单位', '2024年', '2025年', '同比增长（%）'],
    ...rows.map((name, index): PlantedCell[] => [
      name,
      String(before[index]),
      String(after[index]),
      rateCell(index),
    ]),
    ['合计', String(total(before)), totalCell, wrong === 'total' ? '—' : grown],
  ]);
}

/** Tables that must not be added up: rates, years, outlines, words. */
function soundTable(random: Random): PlantedCase {
  return plantTable('收支情况表', [
    ['项目', '预算数（万元）', '完成率', '联系电话'],
    ['一、收入', '120.50', '96%', `8${random.integer(100_000, 999_999)}`],
    ['其中：上级补助', '20.50', '100%', `8${random.integer(100_000, 999_999)}`],
    ['二、支出', '118.20', '95%', '—'],
    ['合计', '2.30', '—', '—'],
  ]);
}

function tableSet(random: Random): PlantedSet {
  const kinds = ['none', 'column', 'row'] as const;
  const plainKinds = ['none', 'total', 'rate'] as const;
  return {
    name: '表中数字合计',
    classes: ['sum'],
    cases: [
      ...times(casesOfSet, (index) => countTable(random, kinds[index % 3] ?? 'none')),
      ...times(casesOfSet, (index) => plainTable(random, plainKinds[index % 3] ?? 'none')),
      ...times(30, () => soundTable(random)),
    ],
  };
}

/** Sets of sums. */
export function plantSets(random: Random): readonly PlantedSet[] {
  return [proseSet(random), tableSet(random)];
}
