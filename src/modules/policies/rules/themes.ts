/**
 * The two-level theme list of the State Council's document library (www.gov.cn, 政策文件库, as read in 2024): the first level
 * whole, the second level as far as it was read. A theme a document prints is folded onto the first level. Pure data;
 * browser-safe.
 */

export interface OfficialTheme {
  readonly title: string;
  /** Second level; empty where it was not read. */
  readonly below: readonly string[];
}

const listed = (title: string, ...below: readonly string[]): OfficialTheme => ({ title, below });

/** The 22 first-level themes in their order. */
export const officialThemes: readonly OfficialTheme[] = [
  listed('国务院组织机构'),
  listed(
    '综合政务',
    '政务公开',
    '政务督查',
    '应急管理',
    '电子政务',
    '文秘工作',
    '保密工作',
    '信访',
    '参事、文史',
    '其他',
  ),
  listed('国民经济管理、国有资产监管'),
  listed(
    '财政、金融、审计',
    '财政',
    '税务',
    '银行',
    '货币（含外汇）',
    '证券',
    '保险',
    '社会信用体系建设',
    '审计',
    '其他',
  ),
  listed('国土资源、能源', '土地', '矿产', '水资源', '海洋', '煤炭', '石油与天然气', '电力', '其他'),
  listed('农业、林业、水利', '农业、畜牧业、渔业', '林业', '水利', '其他'),
  listed('工业、交通'),
  listed('商贸、海关、旅游'),
  listed('市场监管、安全生产监管'),
  listed(
    '城乡建设、环境保护',
    '城市规划',
    '城乡建设（含住房）',
    '环境监测、保护与治理',
    '节能与资源综合利用',
    '气象、水文、测绘、地震',
    '其他',
  ),
  listed('科技、教育', '科技', '教育', '知识产权', '其他'),
  listed('文化、广电、新闻出版'),
  listed('卫生、体育', '卫生', '医药管理', '体育', '其他'),
  listed('人口与计划生育、妇女儿童工作'),
  listed(
    '劳动、人事、监察',
    '劳动就业',
    '社会保障',
    '人事工作',
    '军转安置',
    '监察',
    '纠正行业不正之风',
    '其他',
  ),
  listed('公安、安全、司法'),
  listed(
    '民政、扶贫、救灾',
    '减灾救灾',
    '优抚安置',
    '社会福利',
    '行政区划与地名',
    '社团管理',
    '扶贫',
    '其他',
  ),
  listed('民族、宗教'),
  listed('对外事务'),
  listed('港澳台侨工作'),
  listed('国防'),
  listed('其他'),
];

const fold = (text: string) => text.replace(/[\s、，,（）()]/gu, '');

/** The official first-level theme of what a document or a keyword says; undefined for another word. */
export function findOfficialTheme(printed: string): string | undefined {
  const wanted = fold(printed);
  if (wanted === '' || wanted === '其他') return wanted === '' ? undefined : '其他';
  return officialThemes.find(
    ({ title, below }) =>
      fold(title) === wanted || below.some((one) => one !== '其他' && fold(one) === wanted),
  )?.title;
}
