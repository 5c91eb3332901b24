/** Placeholders, blanks, fields of templates, and errors office software prints in their place. Pure. */
import type { RemainsFault } from './kinds.ts';

export interface LineSetting {
  /** The line belongs to a form to be filled in. */
  readonly isForm: boolean;
  /** The document tells of cases and leaves names out. */
  readonly isCaseReport: boolean;
  readonly isCell: boolean;
}

interface RemainPattern {
  readonly pattern: RegExp;
  readonly code: RemainsFault['code'];
  readonly severity?: 'hint';
  readonly reason: string;
}

const crosses =
  /(?<![A-Za-zＡ-Ｚａ-ｚ0-9×*＊])(?:[×Ⅹ✕╳]{2,}|[Xx]{2,6}|[Ｘｘ]{2,6}|〇{3,}|○{2,}|□{3,}|▲{2,}|△{2,})(?![A-Za-zＡ-Ｚａ-ｚ0-9×*＊+-])/gu;
/** ×年×月×日, 第X条: one cross is enough beside what must be counted. */
const singleCross = /(?<![A-Za-z0-9×*＊])[×XＸ][年月日](?![A-Za-z0-9])|第[×XＸ][条章节款项页期批](?!染色)/gu;
const maskedYear = /(?<!\d)(?:19|20)(?:\d[XxＸ×*＊]|[XxＸ×＊]{2})(?=年|〕)/gu;
const surname =
  /[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏姜谢邹苏潘范彭鲁马方袁柳唐薛雷贺汤罗郝安于傅余顾孟黄萧尹姚邵汪毛戴宋熊董梁杜阮江郭梅林徐高夏蔡田胡霍万卢莫程陆龙叶白段侯刘曾邓任邱崔][某]?$/u;
/** Firms, places and people that a text may leave unnamed on purpose. */
const nameLeftOut =
  /^(?:公司|银行|平台|APP|牌|网站|店|品牌|同学|老师|医院|小区|酒店|超市|集团|企业|厂|村民|路|街|女士|先生|房产|楼盘)/u;
const modelOfName =
  /字样|编排|编号(?:规则|方式|格式)|名称(?:应当?)?(?:为|是)|名义|标题文字|格式为|例如|如[：:“]|统一(?:称|写|表述)为/u;
const blanks = /[_＿]{3,}/gu;

const patterns: readonly RemainPattern[] = [
  {
    pattern: /《[\s　]*》|“[\s　]*”|【】|〔[\s　]*〕|‘[\s　]*’/gu,
    code: 'remains.emptyMark',
    reason: '其中没有内容',
  },
  {
    pattern:
      /\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{0,40}\}|<<[^<>\n]{1,40}>>|«[^«»\n]{1,40}»|\[\[[^[\]\n]{1,40}\]\]|<%[^%\n]{0,40}%>|%[A-Z_]{3,30}%/gu,
    code: 'remains.templateField',
    reason: '模板字段没有换成内容',
  },
  {
    pattern:
      /[（(【[]?(?:此处|这里|在此|本处)(?:插入|填写|填入|输入|添加|补充|粘贴|替换|略去)[^。；，\n]{0,12}?(?:[）)】\]]|(?=[。；，]|$))|(?:单击|点击)(?:此处|这里|或点击此处)[^。；，\n]{0,16}|【(?:请)?(?:填写|输入|选择|补充)[^】\n]{0,20}】|[（(](?:待|请)(?:补充?|填写?|完善|插入|续|核实?|确认|定稿)[^）)\n]{0,8}[）)]|[（(]示例[^）)\n]{0,6}[）)]|(?:lorem ipsum|dolor sit amet)/giu,
    code: 'remains.instruction',
    reason: '填写说明没有换成内容',
  },
  {
    pattern:
      /请(?:在此)?(?:填写|输入)(?=$|[。）】)\]])|[【[](?:插入)?(?:图片|图表|表格|附图|二维码|正文|标题|内容)[】\]]|(?<![A-Za-z])TB[DC](?![A-Za-z])/gu,
    code: 'remains.instruction',
    reason: '填写说明没有换成内容',
  },
  {
    pattern:
      /错误[!！][\s　]?(?:未找到引用源|未定义书签|书签未定义|不能识别的开关参数|未指定[^。\n]{0,6}|链接无效|超链接引用无效|文档中没有指定样式的文字|未知的文档属性名称)[。.]?|Error! (?:Reference source not found|Bookmark not defined|No text of specified style)[^。\n]{0,16}?\.?|#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|(?<![A-Za-z])\[object Object\]|\{ ?(?:PAGE|TOC|REF|HYPERLINK|MERGEFIELD|SEQ|DATE|NUMPAGES) [^{}\n]{0,40}\}/gu,
    code: 'remains.fieldError',
    reason: '办公软件留下的错误信息',
  },
  {
    pattern:
      /<\/?(?:p|br|div|span|td|tr|th|table|tbody|font|strong|img|b|u|em|li|ul|ol|h[1-6]|o:p|a)(?:\s[^<>\n]{0,200})?\/?>|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|hellip|middot);|&#\d{2,5};/giu,
    code: 'remains.markup',
    reason: '网页代码留在正文中',
  },
  {
    pattern: /[？?]{3,}|(?<=\p{Script=Han})[？?]{2}(?=\p{Script=Han}|[，、）]|\d)/gu,
    code: 'remains.editorMark',
    reason: '连用的问号多为待核实的记号',
  },
  {
    pattern:
      /[【[（(](?:注|批注|编者注|校对|修改意见|备注|问题|待办|疑问|审核意见)[：:][^】\]）)\n]{0,60}?(?:核实|核对|核准|修改|改为|改成|补充|删除|删去|确认|落实一下|再看|待定|待议|疑|吗|？|\?)[^】\]）)\n]{0,30}[】\])）]|[（(【[](?:(?:需|应|还需|尚需|再|数据)(?:待)?|待)(?:进一步)?(?:核实|核对|核准|确认)(?:一下|数据|数字|后补充?|后填写?)?[？?]?[）)】\]]/gu,
    code: 'remains.editorMark',
    reason: '审改过程中的记号',
  },
];

/** Cheap test whether any pattern may match. */
const worthReading =
  /[×Ⅹ✕╳Xx＊ＸｘxX〇○□▲△]{2}|[×XＸ][年月日条章节款项页期批]|(?:19|20)\d[XxＸ×*＊]|[_＿]{3}|《[\s　]*》|“[\s　]*”|【|〔[\s　]*〕|‘[\s　]*’|\{|«|<|\[|%[A-Z]|此处|这里|在此|本处|击|[（(](?:待|请|示例|注|批|编|校|修|备|问|疑|审|需|应|还|尚|再|数|进|核|确)|请填|请在此|请输|\[|TB[DC]|lorem|dolor|错误|Error|#[A-Z]|&|[？?]{2}/iu;

function judgeCrosses(
  text: string,
  match: RegExpMatchArray,
  isNameModel: boolean,
  setting: LineSetting,
): RemainsFault | undefined {
  const [found] = match;
  const at = match.index ?? 0;
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + found.length, at + found.length + 2);
  const beside = (sign: string) => /\p{Script=Han}|[（〔“《，、。：；]/u.test(sign);
  if (!beside(before.slice(-1)) && !beside(after.slice(0, 1)) && !(before === '' && after === ''))
    return undefined;
  // □□□ and ○○ are boxes to tick and marks of years; 张×× is a name left out on purpose.
  if (/^[□〇○]/u.test(found) && !/^[年月日县市镇号]/u.test(after)) return undefined;
  if (surname.test(before) && !/^[年月日县市区镇乡]/u.test(after)) return undefined;
  const span = { start: at, end: at + found.length };
  // Rules say how a name is to be formed: 名称应为“××律师事务所”; cases leave names out.
  const isNameless = nameLeftOut.test(text.slice(at + found.length, at + found.length + 3));
  const isModel = setting.isCaseReport ? !/^[年月日项个件次万亿元%]/u.test(after) : isNameModel || isNameless;
  const severity = isModel ? { severity: 'hint' as const } : {};
  return { code: 'remains.placeholder', ...severity, reason: `“${found}”没有换成实际内容`, ...span };
}

function judgeBlanks(text: string): readonly RemainsFault[] {
  return [...text.matchAll(blanks)].flatMap((match): RemainsFault[] => {
    const at = match.index;
    const end = at + match[0].length;
    // A line to write on stands after a label; a gap in a sentence has text on both sides.
    const isGap =
      /\p{Script=Han}$/u.test(text.slice(0, at).slice(-1)) &&
      /^\p{Script=Han}/u.test(text.slice(end, end + 1));
    const isLabel = /[：:）)][\s　]*$/u.test(text.slice(Math.max(0, at - 4), at));
    if (!isGap || isLabel) return [];
    return [{ code: 'remains.blank', reason: '句中的空白没有填写', start: at, end }];
  });
}

/** ××年××月××日 is one thing to fill in. */
function joinNeighbours(faults: readonly RemainsFault[]): readonly RemainsFault[] {
  const joined: RemainsFault[] = [];
  for (const fault of [...faults].sort((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last === undefined || fault.start - last.end > 1) joined.push(fault);
    else joined[joined.length - 1] = { ...last, end: fault.end };
  }
  return joined;
}

const errorCell = /^(?:NaN|undefined|null|#{4,}|Infinity|TRUE|FALSE|\[object Object\])$/u;

/** Placeholders and remains of software in a line. */
export function findPlaceholders(text: string, setting: LineSetting): readonly RemainsFault[] {
  if (setting.isCell && errorCell.test(text.trim())) {
    const start = text.indexOf(text.trim());
    const span = { start, end: start + text.trim().length };
    return [{ code: 'remains.fieldError', reason: '单元格显示的是错误值', ...span }];
  }
  if (!worthReading.test(text)) return [];
  const found = patterns.flatMap(({ pattern, code, severity, reason }) =>
    [...text.matchAll(pattern)].map((match): RemainsFault => {
      const span = { start: match.index, end: match.index + match[0].length };
      return { code, ...(severity === undefined ? {} : { severity }), reason, ...span };
    }),
  );
  const always = found.filter(
    ({ code }) => !setting.isForm || code === 'remains.fieldError' || code === 'remains.markup',
  );
  if (setting.isForm) return always;
  const masked = [...text.matchAll(maskedYear)].map((match): RemainsFault => {
    const span = { start: match.index, end: match.index + match[0].length };
    return { code: 'remains.placeholder', reason: '年份没有填写', ...span };
  });
  const single = [...text.matchAll(singleCross)].map((match): RemainsFault => {
    const at = match.index + match[0].search(/[×XＸ]/u);
    return { code: 'remains.placeholder', reason: '数字没有填写', start: at, end: at + 1 };
  });
  const matches = [...text.matchAll(crosses)];
  const isNameModel = matches.length > 0 && modelOfName.test(text);
  const crossed = matches
    .map((match) => judgeCrosses(text, match, isNameModel, setting))
    .filter((one) => one !== undefined);
  return [...always, ...joinNeighbours([...masked, ...single, ...crossed]), ...judgeBlanks(text)];
}
