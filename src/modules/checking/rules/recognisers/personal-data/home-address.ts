/**
 * Addresses of homes down to the door. Village, community and street may stand; house, unit, room and group may not. Offices
 * and shops have addresses too: a label or a building only people live in must tell. Pure.
 */
import { foldWidth } from './character-folding.ts';
import type { PersonalDatum } from './number-findings.ts';

const homeLabel =
  /(?:家庭(?:详细)?(?:住址|地址)|(?:现|居|经常居|常)?住(?:地址|址|所地?|地)|户籍(?:所在)?地址?|户口所在地|家住|现居住?(?:[在于]|地址?)?|居住[在于]|租住[在于]?|暂住[在于地]?|(?<=[，,；;（(、。\s]|^)现?住(?:在)?(?=\p{Script=Han}{2}))(?:为|是)?[:：\s]{0,2}/gmu;
/** Enterprises have a 住所 as well; it is a home only where a person is described. */
const describesPerson = /[，,][男女][，,]|身份证|出生|汉族|公民/u;

const number = '(?:[0-9]{1,5}|[一二三四五六七八九十百]{1,4}|[A-Za-z])';
/** The first step below street or village. */
const doorStep = new RegExp(
  `(?:第)?${number}(?:[-—－]${number}){0,3}(?:号楼|弄|幢|栋|座|单元|组|社|队|号|室|户|楼|层|门|#)|(?<=[路街巷弄道])[0-9]{1,4}[-—－][0-9]{1,4}`,
  'u',
);
const doorEnd = new RegExp(
  `^(?:[\\s]?(?:第)?${number}(?:[-—－]${number}){0,3}(?:号楼|弄|幢|栋|座|单元|组|社|队|号|室|户|楼|层|门|#)?|\\p{Script=Han}{1,8}(?=[0-9]{1,4}(?:号楼|幢|栋|座|号|室|单元))|[东南西北中左右前后](?:户|边|侧|面)?|[-—－])`,
  'u',
);
const place =
  /省|市|县|区|镇|乡|街道|路|街|村|社区|苑|园|弄|巷|里|庄|湾|公寓|小区|胡同|寨|屯|嘎查|坊|庭|府|城/u;
const clauseEnd = /[，,。；;、）)\n\t|]/u;
const groupOnly = new RegExp(`^(?:第)?${number}(?:组|社|队)$`, 'u');

interface DoorReading {
  /** Where the part that must go begins, and where the address ends. */
  readonly from: number;
  readonly end: number;
  /** Only a group of a village is named. */
  readonly isGroup: boolean;
}

/** Reads an address from its beginning; undefined when it stops above the door or is none. */
export function readDoor(address: string): DoorReading | undefined {
  const clause = foldWidth(address).split(clauseEnd)[0] ?? '';
  const step = doorStep.exec(clause);
  if (step === null || !place.test(clause.slice(0, step.index))) return undefined;
  let end = step.index + step[0].length;
  for (let steps = 0; steps < 8; steps += 1) {
    const more = doorEnd.exec(clause.slice(end));
    if (more === null || more[0].length === 0) break;
    end += more[0].length;
  }
  return { from: step.index, end, isGroup: groupOnly.test(clause.slice(step.index, end)) };
}

function addressDatum(text: string, start: number, door: DoorReading, reason: string): PersonalDatum {
  return {
    code: 'personalData.homeAddress',
    start,
    end: start + door.end,
    reason,
    suggestion: text.slice(start, start + door.from),
    ...(door.isGroup && { severity: 'hint' as const }),
  };
}

const longestAddress = 60;
const estate = '小区|花园|花苑|苑|新村|公寓|家园|嘉园|华庭|里|庭|名邸|府';
/** What only homes have: units, rooms in an estate, doors in a lane, houses in a group of a village. */
const unitAndRoom = new RegExp(
  '[0-9]{1,4}(?:号楼|幢|栋|座|号)[\\s-]?(?:[0-9]{1,2}|[一二三四五六七八九甲乙丙丁A-Da-d])单元[\\s-]?[0-9]{2,4}(?:室|号|户)?' +
    '|(?:[0-9]{1,2}|[一二三四五六七八九])单元[\\s-]?[0-9]{3,4}(?:室|号|户)' +
    `|(?<=${estate})[0-9]{0,3}(?:弄|区|期)?[0-9]{1,4}(?:号楼|幢|栋|座|号)[0-9]{2,4}室` +
    '|[0-9]{1,4}弄[0-9]{1,4}号(?:[0-9]{1,3}号楼|[0-9]{1,3}幢)?[0-9]{2,4}室' +
    '|(?<=村)第?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:组|社|队)[0-9]{1,4}号',
  'gu',
);
/** Letters and parcels reach offices too: only a home's own words tell. */
const letterLabel = /(?:通讯|通信|联系|收货|收件|邮寄|送达|投递)地址(?:为|是)?[:：\s]{0,2}/gu;
const homeWords = new RegExp(`${estate}|单元|弄|[0-9]组`, 'u');
const property = /坐落|标的|拍卖|抵押|不动产|商铺|房产|征收|危房|出租|施工|维修|加装|改造|竞买|变卖/u;

/** Addresses of homes in running text. */
export function findHomeAddresses(text: string): readonly PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(homeLabel)) {
    const start = match.index + match[0].length;
    const door = readDoor(text.slice(start, start + longestAddress));
    if (door === undefined) continue;
    const isSeat = match[0].startsWith('住所');
    if (isSeat && !describesPerson.test(text.slice(Math.max(0, match.index - 60), match.index))) continue;
    found.push(addressDatum(text, start, door, '住址具体到门户。'));
  }
  for (const match of text.matchAll(letterLabel)) {
    const start = match.index + match[0].length;
    const address = text.slice(start, start + longestAddress);
    const door = readDoor(address);
    if (door === undefined || door.isGroup || !homeWords.test(address.slice(0, door.end))) continue;
    found.push(addressDatum(text, start, door, '收信地址是住宅，具体到门户。'));
  }
  for (const match of text.matchAll(unitAndRoom)) {
    const end = match.index + match[0].length;
    if (found.some((one) => one.start < end && match.index < one.end)) continue;
    const ofProperty = property.test(text.slice(Math.max(0, match.index - 50), end + 20));
    found.push({
      code: 'personalData.homeAddress',
      start: match.index,
      end,
      reason: '住宅地址具体到门户。',
      suggestion: '',
      ...(ofProperty && { severity: 'hint' as const }),
    });
  }
  return found;
}
