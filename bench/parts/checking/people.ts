/** Invented people for the benchmark: every number comes from chance and passes (or just fails) its own check. */
import {
  checkDigitOfIdentity,
  countyCodes,
} from '#modules/checking/rules/recognisers/personal-data/identity-number.ts';
import type { Random } from './planted-set.ts';

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.integer(0, 9)).join('');

const surnames = [
  ...'赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹章苏潘葛范彭鲁韦马方袁柳史唐薛雷贺罗毕郝安常傅康余顾孟黄萧尹',
];
const givenNames = [
  ...'建国志强秀英丽芳伟娜敏静磊军洋勇艳杰娟涛超明平刚桂兰玉珍文辉斌玲云龙海波宁红霞雪梅春燕晓东浩宇欣怡子涵梓轩',
];

export const inventName = (random: Random): string =>
  random.pick(surnames) +
  Array.from({ length: random.integer(1, 2) }, () => random.pick(givenNames)).join('');

/** Body and check digit of somebody born within these years. */
export function inventIdentity(random: Random, from = 1940, to = 2005): string {
  const day = pad(random.integer(1, 28), 2);
  const body = `${random.pick(countyCodes)}${random.integer(from, to)}${pad(random.integer(1, 12), 2)}${day}${pad(random.integer(1, 999), 3)}`;
  return body + checkDigitOfIdentity(body);
}

export function spoilIdentity(random: Random, number: string): string {
  const letters = '0123456789X'.replace(number.charAt(17), '');
  return number.slice(0, 17) + letters.charAt(random.integer(0, 9));
}

export const inventOldIdentity = (random: Random): string => {
  const number = inventIdentity(random, 1930, 1985);
  return number.slice(0, 6) + number.slice(8, 17);
};

const mobileStarts = [
  '130',
  '135',
  '138',
  '139',
  '147',
  '150',
  '152',
  '158',
  '166',
  '173',
  '176',
  '181',
  '187',
  '188',
  '191',
  '198',
  '199',
];
export const inventMobile = (random: Random): string => random.pick(mobileStarts) + digits(random, 8);

/** A card with this beginning and length, its Luhn digit right. */
export function inventCard(random: Random): string {
  const [start, length] = random.pick([
    ['622202', 19],
    ['621700', 19],
    ['622848', 19],
    ['621226', 19],
    ['622588', 16],
    ['623058', 19],
    ['436742', 19],
    ['622908', 18],
  ] as const);
  const body = start + digits(random, length - start.length - 1);
  let sum = 0;
  for (const [index, sign] of [...body].reverse().entries()) {
    const value = Number(sign) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return body + String((10 - (sum % 10)) % 10);
}

export function inventPassport(random: Random): string {
  const letters = random.pick(['E', 'EA', 'EB', 'EC', 'EJ', 'G', 'D', 'P', 'S']);
  return letters + digits(random, 9 - letters.length);
}

const provinceSigns = [...'京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂晋蒙陕吉闽贵粤川琼'];
const plateLetters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'];
export function inventPlate(random: Random): string {
  const start = random.pick(provinceSigns) + random.pick(plateLetters);
  switch (random.integer(0, 3)) {
    case 0:
      return start + digits(random, 5);
    case 1:
      return `${start}${random.pick(plateLetters)}${digits(random, 4)}`;
    case 2:
      return `${start}${digits(random, 2)}${random.pick(plateLetters)}${random.pick(plateLetters)}${digits(random, 1)}`;
    default:
      return `${start}${random.pick(['D', 'F'])}${digits(random, 5)}`;
  }
}

const towns = ['望澜县桥头镇', '望澜县城关街道', '望澜县柳林乡', '浙东市望澜县南门街道', '本县石塘镇'];
const villages = ['东升村', '下湾村', '石门村', '前进村', '老屋村'];
const streets = ['和平路', '解放街', '中山东路', '环城北路', '学前巷'];
const estates = ['锦绣花园', '阳光小区', '翠湖公寓', '南苑新村', '滨江家园'];

/** An address to the door. */
export function inventHome(random: Random): string {
  const town = random.pick(towns);
  const number = () => random.integer(1, 98);
  switch (random.integer(0, 4)) {
    case 0:
      return `${town}${random.pick(villages)}${random.integer(1, 12)}组${number()}号`;
    case 1:
      return `${town}${random.pick(streets)}${number()}弄${number()}号${random.integer(1, 18)}0${random.integer(1, 4)}室`;
    case 2:
      return `${town}${random.pick(estates)}${number()}幢${random.integer(1, 4)}单元${random.integer(1, 18)}0${random.integer(1, 4)}室`;
    case 3:
      return `${town}${random.pick(villages)}${number()}号`;
    default:
      return `${town}${random.pick(streets)}${number()}号${random.pick(estates)}${random.integer(1, 20)}号楼${random.integer(1, 18)}0${random.integer(1, 4)}`;
  }
}

/** Where the same people may be said to live. */
export const inventVillage = (random: Random): string => random.pick(towns) + random.pick(villages);

/** Ways in which 18 signs are written. */
export const identityForms: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => number.toLowerCase(),
  ...[' ', '-', '.', '·', '—', '　', '\u00a0', '\u200b', '/', '_', '–', '  ', ' - '].map(
    (sign) => (number: string) =>
      `${number.slice(0, 6)}${sign}${number.slice(6, 14)}${sign}${number.slice(14)}`,
  ),
  (number) => [...number].join(' '),
  (number) => (number.match(/.{1,4}/gu) ?? []).join(' '),
  (number) => (number.match(/.{1,3}/gu) ?? []).join('-'),
  (number) => number.replace(/[0-9X]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (number) => `${number.slice(0, 6)} ${number.slice(6)}`,
  (number) => `${number.slice(0, 14)}-${number.slice(14)}`,
  (number) => number.replace('X', '×'),
  (number) => number.replace('X', 'Ⅹ'),
  (number) => `${number.slice(0, 17)} ${number.slice(17)}`,
  (number) => `${number.slice(0, 6)}（${number.slice(6, 14)}）${number.slice(14)}`,
];

/** Ways in which eleven digits are written. */
export const mobileForms: readonly ((number: string) => string)[] = [
  (number) => number,
  ...[' ', '-', '.', '·', '—', '　', '\u00a0', '\u200b', '–'].map(
    (sign) => (number: string) =>
      `${number.slice(0, 3)}${sign}${number.slice(3, 7)}${sign}${number.slice(7)}`,
  ),
  ...['+86', '+86 ', '+86-', '0086-', '86-', '（+86）'].map((code) => (number: string) => code + number),
  (number) => `(${number.slice(0, 3)})${number.slice(3)}`,
  (number) => `（${number.slice(0, 3)}）${number.slice(3, 7)}-${number.slice(7)}`,
  (number) => `${number.slice(0, 7)} ${number.slice(7)}`,
  (number) => `${number.slice(0, 3)} ${number.slice(3)}`,
  (number) => [...number].join(' '),
  (number) => number.replace(/\d/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
];

const widen = (text: string) =>
  text.replace(/[0-9A-Z]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const inFours = (text: string) => text.match(/.{1,4}/gu) ?? [];

/** Ways in which a card is written. */
export const cardForms: readonly ((number: string) => string)[] = [
  (number) => number,
  widen,
  ...[' ', '-', '　', '\u00a0', '·', '.', '—', '/', '\u200b', '  '].map(
    (sign) => (number: string) => inFours(number).join(sign),
  ),
  ...[' ', '-', '\u00a0', '　', '·'].map(
    (sign) => (number: string) => `${number.slice(0, 6)}${sign}${number.slice(6)}`,
  ),
  (number) => `${number.slice(0, 8)} ${number.slice(8)}`,
  (number) => [...number].join(' '),
  (number) => widen(inFours(number).join(' ')),
  (number) => `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`,
];

/** Ways in which a plate is written: its first two signs are province and letter. */
export const plateForms: readonly ((plate: string) => string)[] = [
  ...['', '·', ' ', '-', '　', '•', '・', '.', ' · ', '\u00a0', '－'].map(
    (sign) => (plate: string) => plate.slice(0, 2) + sign + plate.slice(2),
  ),
  ...['', '·', ' '].map((sign) => (plate: string) => widen(plate.slice(0, 2)) + sign + widen(plate.slice(2))),
  ...['', '·', '-'].map(
    (sign) => (plate: string) => `${plate.charAt(0)} ${plate.charAt(1)}${sign}${plate.slice(2)}`,
  ),
  (plate) => `${plate.slice(0, 2)}${widen(plate.slice(2))}`,
  (plate) => `${plate.slice(0, 6)}学`,
  (plate) => `${plate.slice(0, 2)}·${plate.slice(2, 6)}挂`,
];

/** Ways in which a passport's number is written. */
export const passportForms: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => number.toLowerCase(),
  widen,
  ...[' ', '-'].map((sign) => (number: string) => number.replace(/(?<=[A-Z])(?=\d)/u, sign)),
];

/** Words that put a WeChat or QQ account after them. */
export const chatLabels = [
  '微信号：',
  '微信：',
  '微信',
  '加微信',
  '微信号为',
  '微信号是',
  '微信号 ',
  '微信账号：',
  '微信（',
  'vx：',
  'VX:',
  'wechat：',
  'WeChat: ',
  'V信：',
  '薇信',
  'QQ：',
  'QQ',
  'QQ号',
  'QQ号码为',
  'qq:',
  'ＱＱ：',
  '扣扣：',
] as const;
