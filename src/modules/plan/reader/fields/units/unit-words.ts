/** The words by which a text is known to be the name of a unit: endings, level prefixes, collective phrases. */

const endings = [
  '局 办 办公室 委 委员会 厅 署 处 科 室 组 部 会 社 台 所 站 院 中心 公司',
  '集团 银行 支行 分行 联社 营业部 支队 大队 中队 总队 学校 大学 学院 政府 街道',
  '镇街 街镇 乡镇 镇乡 镇 乡 村 社区 园区 新区 开发区 功能区 景区 度假区 管理区',
  '党委 工委 纪委 团委 妇联 残联 文联 科协 侨联 工商联 供销社 海关 幼儿园 农商行',
  '中学 小学 基地 红十字会 公积金 单位 部门 机关 机构 企业 主体 人员 责任人 平台',
  '窗口 专班 馆 校 报社 指挥部 派出所 街 苏木 居 嘎查 林场 农场 牧场 电力 电信',
  '移动 联通 铁塔 邮政 法院 检察院 税务',
].flatMap((line) => line.split(' '));

const endingPattern = new RegExp(`(?:${endings.join('|')})$`, 'u');
const collectiveOpening =
  /^(?:各|全[区县市省州镇]|所有|相关|有关|其他|其它|市[、和]?县|区级|县级|市级|省级|县属|区属|市属|[区县市]直)/u;
const levelOpening =
  /^(?:各|[区县市省州镇旗](?![区县市镇]?$)|国网|国家|人行|中国|其他|其它|有关|相关|街道|乡镇|所有)/u;
const trailingBracket = /（.*）$/u;

/** Whether a text can stand alone as the name of a unit or a collective phrase. */
export function looksLikeUnit(name: string): boolean {
  const core = name.replace(trailingBracket, '');
  if (core === '') return false;
  if (core !== name && /^[镇乡村]$/u.test(core)) return true;
  if (collectiveOpening.test(core) && /[区县市州旗街镇乡村]$/u.test(core)) return core.length > 1;
  return core.length >= 2 && endingPattern.test(core);
}

/** Whether a text begins as a unit's full name does: 区…, 各…, 国网…. */
export function opensLikeUnit(name: string): boolean {
  return levelOpening.test(name);
}

/** 单位, 部门, 企业 … that mean nothing without the words before them. */
export function isBareKind(name: string): boolean {
  return /^(?:单位|部门|机构|企业|人员|组织|机关)$/u.test(name);
}

/** A phrase that stands for several units: 各镇街, 县级有关部门, 区政府各部门. */
export function isCollectivePhrase(name: string): boolean {
  return (
    /各|有关|相关|其他|其它|成员单位|所有|全体/u.test(name) ||
    /^(?:街道办事处|街道|乡镇|镇街|街镇|村（社区）|部门)$/u.test(name)
  );
}

/**
 * Stems that are short for a department (民政、财政): two of them around 和 may be two units or one, so the reader
 * keeps them together and says so.
 */
export function isDepartmentStem(name: string): boolean {
  return /^(?:[区县市])?(?:民政|财政|教育|公安|司法|人社|住建|交通|水利|水务|农业|农业农村|商务|文旅|卫健|卫生健康|应急|审计|统计|医保|税务|市场监管|发改|经信|工信|科技|信访|林业|环保|生态环境|自然资源|城管|宣传|网信)$/u.test(
    name,
  );
}
