/** Words, sentences and paragraphs that stand twice in a row. Pure. */
import type { PublishedLine } from '../../published-lines.ts';
import type { RemainsFault } from './kinds.ts';

/**
 * Words that never follow themselves: nouns that are also verbs (组织组织, 规定规定) are left out, and so are words whose
 * halves meet by chance (公用信用信息).
 */
const neverTwice: ReadonlySet<string> = new Set(
  [
    '政府人民国家中国部门单位群众问题情况企业社会经济地区全县全市全省我县我市我省',
    '有关相关以及或者并且而且同时因此如果虽然但是对于关于根据按照通过为了由于',
    '应当可以不得必须需要能够已经正在进行开展实施加强推进推动促进提高提升完善健全落实坚持确保做好抓好',
    '认真全面积极严格切实不断深入大力充分及时主动依法努力扎实有效',
    '以下以上其他各级各类所有本级上级下级',
    '我们他们这个这些那些什么',
  ]
    .join('')
    .match(/../gu)
    ?.concat('进一步', '办公室'),
);
/** 县政府政府信息公开 and 人民人民… are names meeting names. */
const meetsName =
  /^政府(?:信息|网站|采购|购买|债务|债券|投资|公报|职能|部门|工作|性|规章|门户|规划|决策|常务|全体|组成|公告|令|合同|补[助贴]|资产|引导|主导|文件|机关|服务)|^人民(?:币|法院|检察院|政府|代表|武装|防空|调解|团体|陪审)|^(?:信息公开|政务公开)|^部门(?:预算|决算|规章)|^社会(?:保险|保障|救助|组织|福利|工作)|^企业(?:职工|信用|年金)|^办公室(?:主任|副主任|负责|工作人员|干部)/u;
const doubledSign = /的的|和和|或或|将将|们们|这这|那那|我我/u;
const chineseOnly = /^[\p{Script=Han}\d]+$/u;
/** 一个问题一个问题, 每户每户 count on purpose; 最高人民法院人民法院… is a name that meets a name. */
const counting = /^[一每逐几\d]|^人民(?:法院|检察院|政府)$/u;
const shortestPhrase = 4;
const longestPhrase = 14;
const fineAround =
  /[目标端鹄有]的的|的的(?:确|士)|[调饱中谦温缓柔暖祥谐平]和和|和和[平解谐睦气好美善议面声]|[间惑]或或|或或[许者然多]|[大小名女少老中上干]将将|将将[来军要近就领士帅]/u;
/** Ends at its sign or at the line's end, so that no place is looked at twice. */
const sentence = /[^。；！？\n]+[。；！？]?/gu;
const wholeSentence = /^[^。；！？]{10,}[。；！？]$/u;

function wordFault(start: number, found: string): RemainsFault {
  const half = found.slice(0, found.length / 2);
  return {
    code: 'remains.doubledWord',
    reason: `“${half}”重复`,
    suggestion: half,
    start,
    end: start + found.length,
  };
}

/** Where a piece of this length stands twice in a row; runs of one piece are told once. */
function placesOfDoubles(text: string, length: number): readonly number[] {
  const places: number[] = [];
  const last = text.length - length;
  let run = 0;
  for (let at = 0; at < last; at += 1) {
    run = text.charCodeAt(at) === text.charCodeAt(at + length) ? run + 1 : 0;
    if (run < length) continue;
    places.push(at - length + 1);
    run = 0;
  }
  return places;
}

/** Words that are doubled to soften or to stress; 企业对企业对…, 点到点. */
const doubledOnPurpose =
  /^(?:研究|讨论|商量|考虑|学习|了解|打听|琢磨|谢谢|很多|许多|非常|常常|慢慢|天天|人人|时时|处处|哈哈|呵呵|[对到与和比])/u;
const endsHere = /^[，。、；：！？）”》]/u;

/** Whether a piece stands twice by mistake, as far as that can be told without knowing the words. */
function isDoubledByMistake(text: string, at: number, length: number): boolean {
  const piece = text.slice(at, at + length);
  if (length === 1) {
    // 标 / 的的: what stands before may be on the line above.
    const isFine = at === 0 || fineAround.test(text.slice(at - 1, at + 3));
    return doubledSign.test(piece + piece) && !isFine;
  }
  if (!chineseOnly.test(piece) || counting.test(piece) || doubledOnPurpose.test(piece)) return false;
  const after = text.slice(at + 2 * length, at + 2 * length + 1);
  if (neverTwice.has(piece)) {
    return !meetsName.test(text.slice(at + length, at + length + 8));
  }
  if (length >= shortestPhrase) return true;
  // 公用信用信息, 本规定规定的: words that only meet. At the end of a clause nothing is left to meet.
  if (!/^\p{Script=Han}+$/u.test(piece) || /^.?的/u.test(piece)) return false;
  return endsHere.test(after);
}

/** Words doubled in a line, by place. */
export function findDoubledWords(text: string): readonly RemainsFault[] {
  const faults: RemainsFault[] = [];
  for (let length = 1; length <= longestPhrase; length += 1) {
    for (const at of placesOfDoubles(text, length)) {
      if (isDoubledByMistake(text, at, length)) faults.push(wordFault(at, text.slice(at, at + 2 * length)));
    }
  }
  return faults;
}

/** The same sentence twice in a row within a line. */
export function findDoubledSentences(text: string): readonly RemainsFault[] {
  if (text.length < 22) return [];
  const faults: RemainsFault[] = [];
  let before = '';
  for (const match of text.matchAll(sentence)) {
    if (!wholeSentence.test(match[0])) continue;
    const said = match[0].trim();
    if (said.slice(0, -1) === before) {
      const span = { start: match.index, end: match.index + match[0].length };
      faults.push({
        code: 'remains.doubledParagraph',
        reason: '这一句与前一句相同',
        suggestion: '',
        ...span,
      });
    }
    before = said.slice(0, -1);
  }
  return faults;
}

const shortestParagraph = 16;

/** Of each line, whether it repeats the paragraph before it; forms and headers repeat by nature. */
export function repeatsParagraph(line: PublishedLine, before: PublishedLine | undefined): boolean {
  if (before === undefined || line.kind !== before.kind || line.kind !== 'body') return false;
  const text = line.text.trim();
  return text.length >= shortestParagraph && /[，。；]/u.test(text) && text === before.text.trim();
}
