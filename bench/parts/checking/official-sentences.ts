/** Our own sentences in the style of official papers, without any fault: what planted faults are set into. */
import type { Random } from './planted-set.ts';

export const counties = ['望澜县', '青禾县', '临溪县', '云台县'];
export const units = ['财政局', '民政局', '司法局', '教育局', '农业农村局', '住房和城乡建设局', '卫生健康局'];
export const matters = [
  '政务公开',
  '惠民补贴',
  '义务教育',
  '公共文化服务',
  '农村危房改造',
  '食品安全',
  '安全生产',
  '养老服务',
];

const sentences: readonly ((random: Random) => string)[] = [
  (random) =>
    `${random.pick(counties)}${random.pick(units)}要明确一名负责同志，统筹做好${random.pick(matters)}工作。`,
  (random) => `围绕${random.pick(matters)}，按月更新公开目录，做到内容准确、链接可用。`,
  (random) =>
    `请各单位于2026年${random.integer(2, 11)}月${random.integer(1, 28)}日前将落实情况报送县政府办公室。`,
  (random) => `对“${random.pick(matters)}”专栏进行自查，发现问题的，应当及时整改（整改情况另行通报）。`,
  (random) => `依照《中华人民共和国政府信息公开条例》第${random.integer(19, 26)}条的规定，主动公开相关信息。`,
  (random) =>
    `本年度计划安排资金${random.integer(2, 90)}.${random.integer(1, 9)}万元，用于${random.pick(matters)}。`,
  () => '办公时间为工作日8:30—12:00、14:00—17:30，咨询电话见县政府门户网站www.example.gov.cn。',
  (random) =>
    `经核查，${random.pick(matters)}领域的公开率为9${random.integer(0, 9)}.${random.integer(1, 9)}%，比上年提高1.${random.integer(1, 9)}个百分点。`,
  () => '坚持公开为常态、不公开为例外，把群众关心的事项讲清楚、说明白。',
  () => '各镇人民政府、街道办事处，县级各部门要加强协作，形成合力；重要情况及时报告。',
  () => '本通知自印发之日起施行，由县政府办公室负责解释。',
  () => '群众既可以在线提交申请，也可以到政务服务中心现场办理。',
];

/** One or several clean sentences in a row; none twice, as that would be a fault. */
export function cleanSentences(random: Random, count = 1): string {
  const said: string[] = [];
  while (said.length < count) {
    const sentence = random.pick(sentences)(random);
    if (!said.includes(sentence)) said.push(sentence);
  }
  return said.join('');
}
