/**
 * What a cell looks like by its contents alone: a number, a deadline, a list of units, or text. The judgement is
 * coarse on purpose: it types columns and finds shifted cells, the field readers do the exact reading.
 */
import { simplifyCharacters, tidyText } from '../fields/index.ts';
import { readBareNumber, readOpeningNumber } from './numbering.ts';

export type CellKind = 'blank' | 'number' | 'deadline' | 'units' | 'text';

const unitEnd =
  /(?:局|办|办公室|委|委员会|中心|部|部门|单位|院|馆|政府|街道|办事处|镇|乡|镇街|街镇|乡镇|公司|集团|支行|分行|银行|队|处|所|室|会|联|区|学校|大学|社区|村|居|组|专班|科|股|站|厅|署|台|社|企业|团|校|主体|机构|成员|机关|系统|牵头|配合|负责|落实|等|站点|厂|场|园|县级|市级|区级|窗口)$/u;
const verbs =
  /(?:加强|推进|推动|完善|做好|开展|建立|健全|落实好|落实到|强化|组织开展|公开|发布|编制|制定|及时|确保|提升|优化|规范)/u;
const unitRoleWords = /(?:共同|分别|具体|主要)?(?:牵头|配合|负责|主办|协办|落实|参与)(?:单位|部门)?[:：]?/gu;

function unitPieces(text: string): string[] {
  return text
    .replace(/[（(【[][^（）()【】[\]]*[）)】\]]/gu, '')
    .replace(unitRoleWords, '、')
    .split(/[、，,；;。.\s/]+|[和及与](?=[县区市各省乡镇街])|等(?=[县区市各省乡镇街])/u)
    .filter((piece) => piece !== '');
}

/** Whether a text reads like a list of units: `区发改局、各镇街`, `X局牵头，Y局配合`. */
export function looksLikeUnits(printed: string): boolean {
  const text = simplifyCharacters(tidyText(printed)).replace(
    /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu,
    '',
  );
  if (text === '' || text.length > 600) return false;
  const pieces = unitPieces(text);
  if (pieces.length === 0) return false;
  const alike = pieces.filter(
    (piece) => piece.length <= 26 && unitEnd.test(piece) && !verbs.test(piece),
  ).length;
  return alike / pieces.length >= 0.6;
}

const deadlineWords =
  /(?:全年|常年|长期|持续|常态|贯穿|年底|年末|月底|月末|季度|[上下]半年|年内|月内|年中|季末|\d{1,2}\s*月|[一二三四五六七八九十]月|\d{4}\s*[年.\-/]|日前|日内|工作日|每(?:半年|[年月季周日天])|适时|即时|立即|即日|随时|按时|按期|按要求|按规定|按上级|按照|实时|及时|定期|印发后|坚持|不定期|时限|推进|完成|(?<![\d.])(?:[1-9]|1[0-2])\.(?:[12]?\d|3[01])(?:日|之?前|底))/u;

const dated = /\d|年底|年末|月底|月末|季度|半年|年中/u;
const workWords = /(?:建设|工作|公开|信息|政务|平台|管理|机制|服务|公报|政策|网站|宣传|水平|制度)/u;

/** Whether a text reads like a deadline cell: short, with a time in it, and no list of units or duty. */
export function looksLikeDeadline(printed: string): boolean {
  const compact = simplifyCharacters(tidyText(printed)).replace(/\s+/gu, '');
  const text = readOpeningNumber(compact)?.rest ?? compact;
  if (text === '' || text.length > 45 || !deadlineWords.test(text)) return false;
  if (/(?:单位|部门|局|街道|办公室|委员会)/u.test(text.replace(/各(?:单位|部门)按?/u, ''))) return false;
  if (!dated.test(text)) return text.length <= 16 && !workWords.test(text);
  return (
    text.length <= 20 ||
    !workWords.test(text) ||
    /^(?:在|于|最迟|力争)?(?:\d|[一二三四上下第]|年)/u.test(text)
  );
}

/** The kind of a cell's text. */
export function kindOfCell(printed: string): CellKind {
  const text = printed.trim();
  if (text === '') return 'blank';
  if (readBareNumber(text) !== undefined) return 'number';
  if (looksLikeDeadline(text)) return 'deadline';
  if (looksLikeUnits(text)) return 'units';
  return 'text';
}
