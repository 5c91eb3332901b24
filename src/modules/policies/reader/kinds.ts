/**
 * 文种: the fifteen kinds of 《党政机关公文处理工作条例》第八条 and the names of texts that documents issue. Pure data and
 * its lookup.
 */

/** The kinds of official documents (art. 8). */
export const officialKinds = [
  '决议',
  '决定',
  '命令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;

/** Names of the texts that a notice issues or that are published as they are; longest first where one ends another. */
const textKinds = [
  '管理办法',
  '实施办法',
  '暂行办法',
  '办法',
  '管理规定',
  '暂行规定',
  '规定',
  '实施细则',
  '细则',
  '实施方案',
  '工作方案',
  '行动方案',
  '方案',
  '行动计划',
  '计划',
  '规划纲要',
  '纲要',
  '规划',
  '应急预案',
  '预案',
  '条例',
  '规则',
  '规程',
  '规范',
  '标准',
  '制度',
  '章程',
  '准则',
  '指南',
  '指引',
  '要点',
  '措施',
  '清单',
  '目录',
  '名单',
  '安排',
  '分工',
  '职责',
  '答复',
  '复函',
  '令',
  '解释',
  '公约',
  '政策',
  '指标',
  '总结',
  '提示',
  '公示',
  '倡议书',
  '守则',
  '通则',
  '法典',
  '修正案',
  '(?<![方做办立执司守普合违非依说看想用疗语书无没])法',
] as const;

const tail = '(?:（[^（）]{1,30}）|\\([^()]{1,30}\\)|》)*';
const ofKind = (kinds: readonly string[]) => new RegExp(`(?<kind>${kinds.join('|')})${tail}$`, 'u');
const endsOfficial = ofKind(['复函', '命令', ...officialKinds, '令']);
const endsText = ofKind(textKinds);

export interface TitleKinds {
  readonly kind: string | null;
  readonly issuedKind: string | null;
}

const issuing = /(?:印发|发布|公布|颁布|下发|转发|批转)(?<inner>.{2,80}?)的?(?:通知|决定|令|公告|函|意见)$/u;

/** Kind of a document from its title, and of the text it issues. A 复函 is a 函, a 令 a 命令. */
export function kindsOfTitle(title: string): TitleKinds {
  const compact = title.replace(/\s+/gu, '');
  const kind = endsOfficial.exec(compact)?.groups?.kind ?? null;
  const inner = issuing.exec(compact.replace(/（[^（）]{1,20}）$/u, ''))?.groups?.inner ?? null;
  const issuedKind = inner === null ? null : (endsText.exec(inner.replace(/的$/u, ''))?.groups?.kind ?? null);
  if (kind !== null) {
    const official = kind === '复函' ? '函' : kind === '令' ? '命令' : kind;
    return { kind: official, issuedKind: shortKind(issuedKind) };
  }
  return { kind: shortKind(endsText.exec(compact)?.groups?.kind ?? null), issuedKind: null };
}

/** 管理办法 and 实施办法 are 办法. */
function shortKind(kind: string | null): string | null {
  if (kind === null) return null;
  return (
    /^(?:管理|实施|暂行|工作|行动|应急)?(?<short>办法|规定|细则|方案|计划|预案)$/u.exec(kind)?.groups
      ?.short ?? kind
  );
}

/** Whether a text without blanks ends as titles of documents do. */
export function endsLikeTitle(compact: string): boolean {
  return endsOfficial.test(compact) || endsText.test(compact);
}

/** The official kind a box names (体裁：通知); undefined for other words. */
export function officialKindOf(text: string): string | undefined {
  const compact = text.replace(/\s+/gu, '');
  return officialKinds.find((kind) => kind === compact);
}

const bareKind = new RegExp(
  `^(?:${[...officialKinds, ...textKinds, '实施意见', '指导意见', '若干意见'].join('|')})$`,
  'u',
);

/** Whether a title is nothing but a kind: 《决定》 for a document named before. */
export function isBareDocumentKind(title: string): boolean {
  return bareKind.test(title);
}
