/**
 * Reads the runs of digits of a text as numbers of people: what each is, by its own structure, its neighbours and the
 * label before it. Says nothing of severity. Pure.
 */
import { readBankCard } from './bank-card.ts';
import { isLatinCode } from './character-folding.ts';
import { type IdentityReading, readIdentityNumber } from './identity-number.ts';
import type { NumberLabel } from './labels.ts';
import { type NumberRun, type NumberWindow, type Windows, windowsFrom } from './number-runs.ts';
import { hasNameBefore } from './person-names.ts';
import { isCountryCode, isMobileNumber, mobileBehindPrefix } from './phone-number.ts';
import { hasUnitBehind, isTiedToDigits, standsInAddress, standsInWord } from './surroundings.ts';

export type NumberKind =
  | 'idNumber'
  | 'idNumberWrongCheck'
  | 'oldIdNumber'
  | 'foreignResident'
  | 'disabilityCertificate'
  | 'mobile'
  | 'bankCard'
  | 'bankCardWrongCheck'
  | 'bankAccount';

export interface NumberHit {
  readonly kind: NumberKind;
  readonly start: number;
  readonly end: number;
  /** In ASCII, without separators and country code. */
  readonly digits: string;
  readonly label: NumberLabel | null;
  readonly identity: IdentityReading | null;
}

interface Reading {
  readonly hit: NumberHit;
  /** Index of the first group behind it. */
  readonly to: number;
}

/** Serials hold the day they were given; nobody registered before this year is taken for one. */
const firstSerialYear = '2006';

interface Seen {
  readonly windows: Windows;
  readonly text: string;
  readonly run: NumberRun;
  readonly label: NumberLabel | null;
}

function readingOf(kind: NumberKind, window: NumberWindow, seen: Seen, identity?: IdentityReading): Reading {
  return {
    hit: {
      kind,
      start: window.start,
      end: window.end,
      digits: window.digits,
      label: seen.label,
      identity: identity ?? null,
    },
    to: window.to,
  };
}

/** One group, or the whole run with gaps of one sort: one number, not a row of numbers. */
function isOneNumber(run: NumberRun, window: NumberWindow): boolean {
  if (window.to === window.from + 1) return true;
  const inner = run
    .slice(window.from + 1, window.to)
    .map((group) => group.gap.trim())
    .filter((gap) => !/[()（）]/u.test(gap));
  const country = window.from === 1 && isCountryCode(run[0]?.digits ?? '');
  return (window.from === 0 || country) && window.to === run.length && new Set(inner).size <= 1;
}

/** Free of what makes a number part of something else: letters, decimals, units of measure, the address of a page. */
function standsAlone(seen: Seen, window: NumberWindow): boolean {
  const { text } = seen;
  return (
    !standsInWord(text, window.start, window.end) &&
    !isTiedToDigits(text, window.start, window.end) &&
    !hasUnitBehind(text, window.end) &&
    !standsInAddress(text, window.start, window.end)
  );
}

function readCertain(seen: Seen): Reading | undefined {
  const { text, windows, label } = seen;
  const window = windows[18];
  const identity = window && readIdentityNumber(window.digits);
  if (window !== undefined && identity?.verdict === 'valid') {
    const young = identity.birthDay.slice(0, 4) >= firstSerialYear;
    const doubtful = label === 'thing' || (label === null && standsInAddress(text, window.start, window.end));
    if (young && doubtful) return undefined;
    const kind = identity.form === 'foreignResident' ? 'foreignResident' : 'idNumber';
    return readingOf(kind, window, seen, identity);
  }
  // 残疾人证: the ID number, one digit for the kind of disability, one for its grade, B and a digit when issued again.
  const long = windows[20];
  if (long === undefined || !/[1-7][1-4]$/u.test(long.digits)) return undefined;
  const holder = readIdentityNumber(long.digits.slice(0, 18));
  if (holder?.verdict !== 'valid') return undefined;
  const again = /^B\d/u.test(text.slice(long.end, long.end + 2)) ? 2 : 0;
  return readingOf('disabilityCertificate', { ...long, end: long.end + again }, seen, holder);
}

function withCountryCode(seen: Seen, window: NumberWindow): NumberWindow {
  const { text, run } = seen;
  const before = run[window.from - 1];
  const gap = run[window.from]?.gap ?? '';
  let start = window.start;
  if (before !== undefined && isCountryCode(before.digits) && gap.length <= 2) start = before.start;
  if (/[+＋]/u.test(text.charAt(start - 1))) start -= 1;
  const bracketed = /^[^（(]*[）)]/u.test(text.slice(start, window.end));
  if (bracketed && /[（(]/u.test(text.charAt(start - 1))) start -= 1;
  return { ...window, start };
}

function readMobile(seen: Seen, at: number): Reading | undefined {
  const { text, run, windows, label } = seen;
  if (label === 'thing') return undefined;
  const group = run[at];
  if (group === undefined) return undefined;
  const behindPrefix = mobileBehindPrefix(group.digits);
  if (behindPrefix !== undefined) {
    const plus = /[+＋]/u.test(text.charAt(group.start - 1));
    if (!plus && label !== 'phone' && label !== 'homePhone' && label !== 'chat') return undefined;
    const start = plus ? group.start - 1 : group.start;
    const window = { start, end: group.end, digits: behindPrefix, from: at, to: at + 1 };
    return readingOf('mobile', window, seen);
  }
  const plain = windows[11];
  if (plain === undefined || !isMobileNumber(plain.digits)) return undefined;
  const window = withCountryCode(seen, plain);
  const labelled = label === 'phone' || label === 'homePhone' || label === 'chat';
  if (labelled) return readingOf('mobile', window, seen);
  if (!standsAlone(seen, window)) return undefined;
  const usualGroups = plain.to === at + 1 || [1, 3, 4, 7].includes(group.digits.length);
  return usualGroups && isOneNumber(run, plain) ? readingOf('mobile', window, seen) : undefined;
}

/** 户名 and an organisation nearby: the account is public. */
const organisationAccount =
  /(?:户名|名称|单位|收款人|账户)[^。；;\n]{0,30}(?:局|委员会|公司|中心|学校|医院|政府|办公室|合作社|协会|基金会|居委会|村委会|集团|法院|支队|大队|专户|财政所|银行)/u;

function belongsToOrganisation(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  return organisationAccount.test(before) || organisationAccount.test(text.slice(end, end + 60));
}

function readCard(seen: Seen): Reading | undefined {
  const { text, run, windows, label } = seen;
  if (label === 'thing' || label === 'identity') return undefined;
  for (const length of [19, 18, 17, 16, 15]) {
    const window = windows[length];
    const card = window && readBankCard(window.digits);
    if (window === undefined || card === undefined) continue;
    if (label === 'bank') {
      if (!card.issuer && belongsToOrganisation(text, window.start, window.end)) return undefined;
      return readingOf(card.luhn ? 'bankCard' : 'bankCardWrongCheck', window, seen);
    }
    const sure = card.luhn && card.issuer && length >= 16;
    if (sure && isOneNumber(run, window) && standsAlone(seen, window))
      return readingOf('bankCard', window, seen);
  }
  return undefined;
}

function readDoubtful(seen: Seen, at: number): Reading | undefined {
  const { run, windows, label } = seen;
  if (label === 'thing') return undefined;
  const labelled = label === 'identity' || label === 'driving';
  const long = windows[18];
  const identity = long && readIdentityNumber(long.digits);
  if (long !== undefined && (labelled || identity !== undefined)) {
    if (labelled) return readingOf('idNumberWrongCheck', long, seen, identity);
    const old = identity?.area === 'county' && identity.birthDay.slice(0, 4) < firstSerialYear;
    const likely = old || (identity !== undefined && hasNameBefore(seen.text, long.start));
    if (likely && isOneNumber(run, long) && standsAlone(seen, long)) {
      return readingOf('idNumberWrongCheck', long, seen, identity);
    }
  }
  const short = windows[15];
  const holder = short && readIdentityNumber(short.digits);
  if (short !== undefined && holder !== undefined) {
    if (labelled) return readingOf('oldIdNumber', short, seen, holder);
    // Centenarians aside, nobody with 15 digits was born before 1920; registrations of shops are shaped like that.
    const likely = holder.area === 'county' && holder.birthDay >= '1920' && label === null;
    if (likely && isOneNumber(run, short) && standsAlone(seen, short)) {
      return readingOf('oldIdNumber', short, seen, holder);
    }
  }
  if (labelled) return readCrippled(seen, at);
  return undefined;
}

/** A number under the label of an ID number with a digit too many or too few: a misprint of one is still one. */
function readCrippled(seen: Seen, at: number): Reading | undefined {
  const group = seen.run[at];
  const length = group?.digits.length ?? 0;
  if (
    group === undefined ||
    length < 15 ||
    length > 19 ||
    isLatinCode(seen.text.charCodeAt(group.start - 1))
  ) {
    return undefined;
  }
  const window = { start: group.start, end: group.end, digits: group.digits, from: at, to: at + 1 };
  return readingOf('idNumberWrongCheck', window, seen);
}

/** The numbers of people in one run, from left to right. */
export function readNumbersOfRun(
  text: string,
  run: NumberRun,
  label: NumberLabel | null,
): readonly NumberHit[] {
  const hits: NumberHit[] = [];
  let at = 0;
  while (at < run.length) {
    const seen: Seen = { text, run, label, windows: windowsFrom(run, at) };
    const reading = readCertain(seen) ?? readMobile(seen, at) ?? readCard(seen) ?? readDoubtful(seen, at);
    if (reading !== undefined) hits.push(reading.hit);
    at = reading?.to ?? at + 1;
  }
  return hits;
}
