/** Writes a list number the way word processors show it: 一, (2), ③, Ⅳ … Pure. */

const chineseDigits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const legalDigits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const chineseUnits = ['', '十', '百', '千'];
const legalUnits = ['', '拾', '佰', '仟'];
const romanValues: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function chineseCount(value: number, digits: readonly string[], units: readonly string[]): string {
  if (value <= 0 || value > 9999) return String(value);
  let text = '';
  let zero = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    if (zero) text += digits === chineseDigits ? '零' : digits[0];
    zero = false;
    text += `${digits[digit]}${units[power]}`;
  }
  return digits === chineseDigits ? text.replace(/^一十/u, '十') : text;
}

function roman(value: number): string {
  if (value <= 0 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, letters] of romanValues) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

/** Word repeats the letter: a … z, aa, bb … */
function letter(value: number): string {
  if (value <= 0) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20));
}

function enclosed(value: number, first: number, last: number, otherwise: string): string {
  return value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : otherwise;
}

/** `format` is a `w:numFmt` value of WordprocessingML; an unknown one is written in Arabic digits. */
export function formatListNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return chineseCount(value, chineseDigits, chineseUnits);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return chineseCount(value, legalDigits, legalUnits);
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(value, 0x2460, 20, String(value));
    case 'decimalEnclosedParen':
      return enclosed(value, 0x2474, 20, `(${value})`);
    case 'decimalEnclosedFullstop':
      return enclosed(value, 0x2488, 20, `${value}.`);
    case 'ideographEnclosedCircle':
      return enclosed(value, 0x3220, 10, String(value));
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value);
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? String(value);
    default:
      return String(value);
  }
}
