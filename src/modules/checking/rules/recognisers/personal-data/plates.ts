/** Number plates of vehicles (GA 36-2018), those of new-energy vehicles too. Plates of police cars are no personal data. Pure. */
import { foldWidth } from './character-folding.ts';
import type { PersonalDatum } from './number-findings.ts';

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const blanks = '[ \\u3000\\u00a0]?';
const plateShape = new RegExp(
  `[${provinces}]${blanks}[A-Za-zＡ-Ｚ]${blanks}[·•・.．－-]?${blanks}([0-9A-Za-z０-９Ａ-Ｚ]{4,7})([警学挂港澳领试超]?)`,
  'gu',
);
/** Five signs with at most two letters; six for new energy: a letter first or last. No I and no O. */
const commonSerial = /^(?=(?:[A-Z]*\d){3})[A-HJ-NP-Z0-9]{5}$/u;
const newEnergySerial = /^(?:[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])$/u;
const specialSerial = /^[A-HJ-NP-Z0-9]{4}$/u;
const publicVehicle =
  /公务|执法|公车|消防|救护|单位车辆|机要|巡逻|洒水|公交|校车|特种|处置车辆|国有资产|拍卖/u;

/** The plates of a text. */
export function findPlates(text: string): readonly PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(plateShape)) {
    const [whole, rawSerial = '', special = ''] = match;
    const serial = foldWidth(rawSerial);
    const letters = foldWidth(whole).slice(1);
    const shape =
      special === '' ? commonSerial.test(serial) || newEnergySerial.test(serial) : specialSerial.test(serial);
    const end = match.index + whole.length;
    if (!shape || special === '警' || /[a-z]/u.test(letters)) continue;
    if (/^[A-Za-z0-9_－-]/u.test(foldWidth(text.slice(end, end + 1)))) continue;
    const around = text.slice(Math.max(0, match.index - 30), match.index) + text.slice(end, end + 24);
    found.push({
      code: 'personalData.plate',
      start: match.index,
      end,
      reason: '机动车号牌。',
      suggestion: `${whole.slice(0, -rawSerial.length - special.length)}${rawSerial.charAt(0)}***${rawSerial.slice(4)}${special}`,
      ...(publicVehicle.test(around) && { severity: 'hint' as const }),
    });
  }
  return found;
}
