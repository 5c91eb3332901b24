/**
 * Marks of secrecy and of restricted use on the paper itself: levels with a star, 内部资料, 不予公开, 阅后收回. Position
 * decides (alone in a line, in brackets, in header, property or file name); texts that speak about secrecy are left alone.
 */
import type { CheckedDocument } from '../checked-document.ts';
import type { Finding, FindingKind } from '../finding.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';
import { type DocumentLine, isRunningText, linesWithSign } from './document-lines.ts';

const secrecy = '保守国家秘密法第三十五条；政府信息公开条例第十四条';
const workSecrets = '保守国家秘密法第六十四条；政府信息公开条例第十六条';
const examination = '政府信息公开条例第十七条；GB/T 9704-2012';

const kinds = {
  'secretMark.level': {
    class: 'secretMark',
    severity: 'block',
    title: '国家秘密标志',
    remedy: '停止发布，交保密机构核实；确已解密的，凭解密手续去除标志后再发布。',
    source: secrecy,
  },
  'secretMark.workSecret': {
    class: 'secretMark',
    severity: 'block',
    title: '工作秘密标志',
    remedy: '停止发布，由确定该工作秘密的单位核实。',
    source: workSecrets,
  },
  'secretMark.internal': {
    class: 'secretMark',
    severity: 'block',
    title: '内部资料标志',
    remedy: '核实能否公开；可以公开的，去除标志后再发布。',
    source: workSecrets,
  },
  'secretMark.noSpread': {
    class: 'secretMark',
    severity: 'block',
    title: '限制传播的字样',
    remedy: '核实能否公开；可以公开的，去除字样后再发布。',
    source: workSecrets,
  },
  'secretMark.notPublic': {
    class: 'secretMark',
    severity: 'confirm',
    title: '不公开或依申请公开标注',
    remedy: '与制作单位核对公开属性；属性已变更的，说明理由并改正标注。',
    source: examination,
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

const blank = '[ \\t\\u3000\\u00a0]{0,4}';
const level = `(?:绝${blank}密|机${blank}密|秘${blank}密)`;
const period =
  '(?:(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[ \\u3000]{0,2}(?:年|个?月|天|日)|长期|启用前|使用前|公布前|解密前?)';
const opening = '“「『"《‘\'';

const starredLevel = new RegExp(
  `(?:[★☆]${blank})?${level}级?${blank}(?:[★☆✩✪✭✮⭐⛤]+|[＊*·•∗✱]+(?=${blank}${period}))(?:${blank}(?:保密期限)?[:：]?${blank}${period})?`,
  'gu',
);
const labelledLevel = new RegExp(
  `密${blank}级${blank}[:：]${blank}(${level}|内部|工作秘密)(?![ \\u3000]{0,4}[/、／□☐|或])`,
  'gu',
);
const aloneLevel = new RegExp(
  `^[★☆【〖\\[［（(]{0,2}${level}级?(?:文件|资料|材料|件)?(?:${blank}[★☆（(]?${blank}${period}[）)]?)?[★☆】〗\\]］）)]{0,2}$`,
  'u',
);
const englishMark =
  /^[[【(（]?(?:top secret|strictly confidential|confidential|secret|for internal use only|internal use only)[\]】)）]?$/iu;

const careWords =
  '(?:注意(?:保存|保密)|妥善(?:保管|保存)|(?:请勿|切勿|严禁|不得|禁止|不准|勿)(?:外传|外泄|转发|转载|扩散|翻印|复印|复制|传播|上网|泄露|拍照|截图)|阅后(?:即焚|即毁|即删|销毁|收回|交回|退回|归还)|用后收回|会后收回)';
const internalWords =
  '(?:内部(?:资料|文件|材料|参考|使用|传阅|掌握|明电|情况|刊物|交流|通报|发行|文稿|工作文件|工作资料)|内参)';
const onlyInside =
  '(?:仅供|仅限|只供|只限)(?:内部|领导|本单位|本系统|工作人员)(?:工作)?(?:人员)?(?:使用|参考|掌握|传阅|交流|参阅|阅知|阅读|学习)?';
const care = `(?:[\\s,，、;；!！·—-]{0,4}${careWords})`;
const aloneInternal = new RegExp(
  `^(?:[★【〖\\[［（(]{0,2}${internalWords}${care}{0,3}[!！。]?[★】〗\\]］）)]{0,2}|[★【〖\\[［（(]内部[★】〗\\]］）)]|内部[★☆]|内部${care}{1,3})$`,
  'u',
);
const aloneCare = new RegExp(
  `^[★【〖\\[［（(]{0,2}(?:(?:${careWords}|${onlyInside})[\\s，,、;；!！。]{0,3}){1,3}[★】〗\\]］）)]{0,2}$`,
  'u',
);
const careMark = new RegExp(`${careWords}|${onlyInside}`, 'gu');
const ownSubject =
  /(?:[本此该]|以上|上述)(?:文件|件|通知|通报|材料|资料|名单|表格?|信息|稿|函|方案|报告|内容|会议材料|文)[^，。；]{0,10}$/u;
const bracketBefore = /[（(【〔[［][^）)】〕\]］]{0,24}$/u;
const bracketBehind = /^[^（(【〔[［]{0,16}[）)】〕\]］]/u;
/** Printed matter allowed by 内部资料性出版物管理办法 is given away freely; its imprint is no mark of secrecy. */
const imprint = /内部资料性|免费(?:交流|赠阅)|准印证/u;

const closed = '(?:不公开发布|不予公开|不公开|不予公布|暂不公开|不宜公开|依申请公开)';
const publicityLabel = new RegExp(
  `(?:信息公开|政务公开|公开)(?:方式|属性|类别|形式|选项|类型|性质|范围|标识)(?:${blank}[:：]|[ \\u3000]{1,4})${blank}(?:[☑√✓■]${blank})?(${closed}|依申请(?!公开))(?![ \\u3000]{0,4}(?:[/、／□☐|或]|主动公开|${closed}))`,
  'gu',
);
const publicityBracket = new RegExp(
  `[（(【〔\\[［]${blank}(?:此件|本件|此文|本文件|该件)?${blank}${closed}${blank}[）)】〕\\]］]`,
  'gu',
);
const publicityTicked = new RegExp(`[☑√✓■]${blank}${closed}`, 'gu');
const publicityOfPaper = new RegExp(`(?:此件|本件|此文件|本文件)${blank}${closed}(?=[。；，,）)]|$)`, 'gu');
const alonePublicity = new RegExp(`^[【（(\\[]?${closed}[】）)\\]]?$`, 'u');
const distribution = /^(?:抄送|抄报|分送|主送|印发)|印发$/u;

const nameOutside =
  /(?:^|[（(【[［_\-—\s])(绝密|机密|秘密|内部资料|内部文件|内部参考|内部|工作秘密|不予公开|不公开)(?=$|[）)】\]］_\-—\s.★☆])/gu;

type Mark = {
  readonly code: keyof typeof kinds;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
};

function codeOfWord(word: string): keyof typeof kinds {
  if (word.includes('工作秘密')) return 'secretMark.workSecret';
  if (word.includes('公开') || word.startsWith('依申请')) return 'secretMark.notPublic';
  return word.includes('内部') ? 'secretMark.internal' : 'secretMark.level';
}

/** In quotation marks or titles the text speaks about a mark. */
function isQuoted(line: DocumentLine, at: number): boolean {
  return at > 0 && opening.includes(line.text.charAt(at - 1));
}

const wherePhrase = (line: DocumentLine): string => {
  switch (line.kind) {
    case 'header':
      return '页眉';
    case 'footer':
      return '页脚';
    case 'property':
      return `文件属性${line.label === '' ? '' : `“${line.label}”`}`;
    case 'fileName':
      return '文件名';
    case 'hiddenText':
    case 'hiddenCell':
      return '隐藏内容';
    default:
      return '正文';
  }
};

/** A line so full of marks says nothing new with the next one; the bound keeps their comparison short. */
const mostMarksOfLine = 200;

function marksInside(line: DocumentLine): readonly Mark[] {
  const { text, start } = line;
  const marks: Mark[] = [];
  const where = wherePhrase(line);
  const add = (code: keyof typeof kinds, match: RegExpMatchArray, reason: string) => {
    const at = match.index ?? 0;
    const mark: Mark = { code, start: start + at, end: start + at + match[0].length, reason };
    if (marks.length >= mostMarksOfLine) return;
    const isNew = marks.every((one) => one.end <= mark.start || mark.end <= one.start);
    if (isNew && !isQuoted(line, at)) marks.push(mark);
  };
  if (text.includes('密')) {
    for (const match of text.matchAll(starredLevel))
      add('secretMark.level', match, `${where}有国家秘密标志。`);
    for (const match of text.matchAll(labelledLevel)) {
      add(codeOfWord(match[1] ?? ''), match, `${where}标有密级。`);
    }
  }
  if (text.includes('公开') || text.includes('依申请')) {
    for (const pattern of [publicityLabel, publicityBracket, publicityOfPaper, publicityTicked]) {
      for (const match of text.matchAll(pattern)) {
        add('secretMark.notPublic', match, `${where}标注为不公开或依申请公开，与发布相矛盾。`);
      }
    }
  }
  if (imprint.test(text)) return marks;
  const isAlone = aloneCare.test(text);
  for (const match of text.matchAll(careMark)) {
    const before = text.slice(0, match.index);
    const behind = text.slice(match.index + match[0].length);
    const inBrackets = bracketBefore.test(before.slice(-26)) && bracketBehind.test(behind.slice(0, 18));
    if (isAlone || inBrackets || ownSubject.test(before.slice(-16))) {
      add('secretMark.noSpread', match, `${where}要求不得传播或限内部使用。`);
    }
  }
  return marks;
}

function markOfWholeLine(line: DocumentLine): Mark | undefined {
  const whole = (code: keyof typeof kinds, reason: string): Mark => ({
    code,
    start: line.start,
    end: line.end,
    reason,
  });
  if (line.kind === 'cell' || line.text.length > 60) return undefined;
  const where = wherePhrase(line);
  if (aloneLevel.test(line.text)) return whole('secretMark.level', `${where}单独标有密级。`);
  if (/^[★【〖[（(]{0,2}工作秘密[★】〗\])）]{0,2}$/u.test(line.text)) {
    return whole('secretMark.workSecret', `${where}单独标有“工作秘密”。`);
  }
  if (aloneInternal.test(line.text) && !imprint.test(line.text + line.next)) {
    return whole('secretMark.internal', `${where}标有内部使用字样。`);
  }
  if (englishMark.test(line.text)) return whole('secretMark.internal', `${where}有英文保密标志。`);
  if (alonePublicity.test(line.text) && (!isRunningText(line.kind) || distribution.test(line.next))) {
    return whole('secretMark.notPublic', `${where}标注为不公开或依申请公开，与发布相矛盾。`);
  }
  return undefined;
}

function marksOfName(line: DocumentLine): readonly Mark[] {
  return [...line.text.matchAll(nameOutside)].map((match) => {
    const word = match[1] ?? '';
    const start = line.start + match.index + match[0].length - word.length;
    return {
      code: codeOfWord(word),
      start,
      end: start + word.length,
      reason: `${wherePhrase(line)}带有“${word}”。`,
    };
  });
}

function marksOfLine(line: DocumentLine): readonly Mark[] {
  const whole = markOfWholeLine(line);
  if (whole !== undefined) return [whole];
  const inside = marksInside(line);
  const named = line.kind === 'fileName' || line.kind === 'property' ? marksOfName(line) : [];
  return [
    ...inside,
    ...named.filter((mark) => inside.every((one) => one.end <= mark.start || mark.end <= one.start)),
  ];
}

/** Signs without which no mark of this recogniser exists. */
const anySign =
  /密|公开|内部|内参|[仅只][供限]|依申请|(?:勿|严禁|不得|禁止|不准)(?:外|转|扩|翻|复|传|上|泄|拍|截)|[阅会用]后|注意保存|secret|confidential|internal/giu;

export const secretMarkRecogniser: Recogniser = {
  name: 'secret-marks',
  kinds,
  find(document: CheckedDocument): readonly Finding[] {
    return linesWithSign(document, anySign)
      .flatMap(marksOfLine)
      .map((mark) =>
        findingOf(kinds, mark.code, { ...mark, text: document.text.slice(mark.start, mark.end) }),
      );
  },
};
