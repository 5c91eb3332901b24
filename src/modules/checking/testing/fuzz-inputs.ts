/**
 * Random, damaged and pathological inputs for the checks, from a seed: what a person never types and a broken program or an
 * attacker hands in. For tests and for the long run of `bench/checking-fuzz.ts`.
 */

/** A stream of numbers 0 ≤ x < 1. */
export type Fractions = () => number;

/** The same numbers for the same seed (xorshift, 32 bits). */
export function fractionsOfSeed(seed: number): Fractions {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
}

const integer = (next: Fractions, below: number) => Math.floor(next() * below);
function pick<Value>(next: Fractions, values: readonly Value[]): Value {
  const value = values[integer(next, values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

/** Pieces recognisers look for, whole and broken. */
export const fuzzPieces: readonly string[] = [
  ...'0123456789０１２３４５６７８９一二三四五六七八九十〇零百千万亿壹贰',
  ...'（）()〔〕[]【】《》〈〉“”‘’"\'「」，。、；：！？,.;:!?—…-－–~～·•/／\\|@#￥$%％‰+＋=＊*×√☑□×',
  ...['年', '月', '日', '号', '第', '条', '款', '项', '章', '附件', '合计', '共', '其中', '占', '万元', '％'],
  ...[
    '姓名',
    '身份证',
    '身份证号',
    '电话',
    '手机',
    '住址',
    '银行卡',
    '护照',
    '车牌',
    '邮箱',
    '微信',
    '患者',
    '残疾',
  ],
  ...['机密★', '秘密', '绝密★长期', '内部资料', '不予公开', '签报', '抄送', '印发', '请示', '批示'],
  ...[
    '县人民政府',
    '市发改委',
    '县民政局',
    '国务院办公厅',
    '望澜县',
    '中华人民共和国',
    '政府信息公开条例',
    '通知',
    '公告',
  ],
  ...[
    '11010519491231002X',
    '110105491231002',
    '13812345678',
    '+86 138 1234 5678',
    '6222021001116245702',
    '浙B12345',
  ],
  ...[
    '国办发〔2019〕14号',
    '2024年2月30日',
    '星期三',
    'XX',
    '××',
    '此处填写',
    '<p>',
    '&nbsp;',
    'a@b.cn',
    'http://',
  ],
  ...[' ', '\u3000', '\t', '\n', '\r\n', '\u00a0', '\u200b', '\ufeff', '\u0000', '\ufffd', '\u2028'],
  ...['\ud83d', '\ude00', '\ud83d\ude00', '\u{20000}', '\u0301', '\u202e', 'é', 'Ａ', 'ⅷ', '㈠', '①', '㎡'],
];

const samples: readonly string[] = [
  '望澜县人民政府办公室关于印发2026年政务公开工作要点的通知（望澜政办发〔2026〕3号）',
  '根据《中华人民共和国政府信息公开条例》第二十条、第二十一条，经研究，现将有关事项通知如下：',
  '一、总体要求。全年发放补贴120万元，比上年增长12.5%，其中农村低保80万元，占66.7%。',
  '联系人：张三，电话0574－12345678；手机138-1234-5678，身份证号11010519491231002X。',
  '附件：1. 任务分解表\n2. 联系方式\n\n望澜县民政局\n2026年3月20日（星期五）',
  '姓名\t性别\t身份证号\t住址\n张三\t男\t110105491231002\t望澜县城关镇解放路12号3幢402室',
  '会议要求，各镇（街道）要切实提高认识，确保6月底前完成；逾期未完成的，予以通报。',
];

function randomUnits(next: Fractions, length: number): string {
  let text = '';
  for (let at = 0; at < length; at++) {
    const range = next();
    if (range < 0.4) text += String.fromCharCode(0x4e00 + integer(next, 0x51a5));
    else if (range < 0.6) text += String.fromCharCode(0x20 + integer(next, 0x5f));
    else text += String.fromCharCode(integer(next, 0x10000));
  }
  return text;
}

/** A sample with some places deleted, doubled, swapped or replaced. */
function mutated(next: Fractions, sample: string): string {
  let text = sample;
  for (let step = integer(next, 6); step >= 0; step--) {
    const at = integer(next, text.length + 1);
    const to = Math.min(text.length, at + integer(next, 6));
    const middle = [
      () => '',
      () => text.slice(at, to).repeat(2),
      () => [...text.slice(at, to)].reverse().join(''),
      () => pick(next, fuzzPieces),
      () => pick(next, fuzzPieces) + text.slice(at, to),
    ];
    text = text.slice(0, at) + pick(next, middle)() + text.slice(to);
  }
  return text;
}

/** One input, a few dozen units long. */
export function fuzzText(next: Fractions): string {
  const kind = next();
  if (kind < 0.15) return randomUnits(next, integer(next, 40));
  if (kind < 0.6) return Array.from({ length: 1 + integer(next, 14) }, () => pick(next, fuzzPieces)).join('');
  if (kind < 0.9) return mutated(next, pick(next, samples).slice(0, 20 + integer(next, 60)));
  const piece = Array.from({ length: 1 + integer(next, 3) }, () => pick(next, fuzzPieces)).join('');
  return piece.repeat(1 + integer(next, 12)).slice(0, 80);
}

/** Texts of about `length` units made of one short piece again and again: where backtracking and pairing go wrong. */
export function pathologicalTexts(length: number): ReadonlyMap<string, string> {
  const pairs = [
    '（）',
    '《》',
    '〔2024〕',
    '1-',
    '1 ',
    '1.',
    '1,',
    'a@',
    'a.',
    '年1月',
    '、《',
    '“‘',
    '第一条',
    '附件1：',
  ];
  const openings = [
    '（',
    '《',
    '“',
    '〔',
    '身份证号：',
    '姓名：张',
    '关于',
    '县',
    '人民',
    '合计1',
    '1+1=',
    '占1％',
    '一、',
    '\n1',
    '\t',
  ];
  const mixed = [
    '张三、李四',
    '138 1234 567',
    '1101051949123100',
    '国办发〔2024〕',
    '2024年13月',
    '中华人民共和国',
    'a1@b-',
    '浙A',
    'ＡＢ１',
  ];
  const pieces = new Set([...fuzzPieces, ...pairs, ...openings, ...mixed]);
  const texts = new Map<string, string>();
  for (const piece of pieces) texts.set(piece, piece.repeat(Math.ceil(length / piece.length)));
  // An opening that is never closed before a long stretch, and many openings closed at the very end.
  for (const piece of ['1', '年', '中', ' ', '、', 'a']) {
    const stretch = piece.repeat(length);
    texts.set(`《${piece}…`, `《${stretch}`);
    texts.set(`身份证号${piece}…。`, `身份证号${stretch}。`);
  }
  texts.set('（…）', '（'.repeat(length / 2) + '）'.repeat(length / 2));
  texts.set('《…》', '《'.repeat(length / 2) + '》'.repeat(length / 2));
  return texts;
}

/** The bytes with some places changed, cut off, doubled or exchanged. */
export function damagedBytes(next: Fractions, bytes: Uint8Array): Uint8Array {
  const kind = next();
  if (kind < 0.15) return bytes.slice(0, integer(next, bytes.length));
  const damaged = Uint8Array.from(bytes);
  if (kind < 0.3) {
    const at = integer(next, damaged.length);
    const piece = damaged.slice(at, at + integer(next, 2_000));
    damaged.set(piece.slice(0, Math.max(damaged.length - at - 7, 0)), Math.min(at + 7, damaged.length));
    return damaged;
  }
  for (let step = integer(next, kind < 0.7 ? 4 : 60); step >= 0; step--)
    damaged[integer(next, damaged.length)] = integer(next, 256);
  return damaged;
}

/** Markup with some tags, attributes and signs changed, so that archives around it stay whole. */
export function damagedMarkup(next: Fractions, markup: string): string {
  let text = markup;
  for (let step = integer(next, 8); step >= 0; step--) {
    const at = integer(next, text.length + 1);
    const to = Math.min(text.length, at + integer(next, 30));
    const piece = pick(next, [
      '',
      '<',
      '>',
      '</w:p>',
      '<w:p>',
      '<w:tbl>',
      '"',
      '&#x0;',
      '&amp;',
      text.slice(at, to),
    ]);
    text = text.slice(0, at) + piece + text.slice(next() < 0.5 ? at : to);
  }
  return text;
}
