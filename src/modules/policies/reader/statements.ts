/** What a document says in sentences about itself and others: from when and until when it applies, what it repeals, what it rests on. Pure. */
import { readChineseNumber } from '#kernel/chinese/chinese-number.ts';
import { addDays, type Day } from '#kernel/day.ts';
import type { SourcePlace } from '#kernel/reading/source.ts';
import { dayOfPrinted, firstDayIn, printedDay } from './days.ts';
import { findDocumentNumber } from './document-numbers.ts';
import type { EffectiveReading, LapseReading, NamedDocument, RepealReading } from './document-reading.ts';
import { isBareDocumentKind } from './kinds.ts';
import type { DocumentLine } from './lines.ts';
import { sameDayMonthsLater } from './months.ts';

export interface Sentence {
  readonly text: string;
  readonly place: SourcePlace;
}

/** Sentences of the lines, without blanks; a colon or semicolon ends none. */
export function sentencesOf(lines: readonly DocumentLine[]): readonly Sentence[] {
  return lines.flatMap(({ compact, place }) =>
    (compact.match(/[^。！？]+[。！？]?/gu) ?? []).map((text) => ({ text, place })),
  );
}

const begins = '(?:起|开始)?(?:正式|全面)?(?:施行|实施|执行|生效|试行|启用|适用)';
const onDay = new RegExp(
  `自?(?<day>${printedDay})(?:零时|0时)?(?:起|开始)(?:正式|全面)?(?:施行|实施|执行|生效|试行|启用)`,
  'u',
);
const ofItself =
  /(?:本|该|此|上述|以上)(?:办法|规定|意见|通知|细则|方案|条例|规则|规程|预案|制度|公告|通告|决定|标准|措施|政策|文件|指南|清单|目录|计划|规划|准则|规范|章程|令)|^(?:自|从)|^.{0,6}第.{1,5}条/u;
const onIssue = new RegExp(
  `(?:自|从)(?:印发|发布|公布|发文|颁布|下发|通过|批准|签发|成文)之?(?:日|时)${begins}`,
  'u',
);
const daysAfter =
  /(?:自|从)?(?:印发|发布|公布|发文|颁布|下发)(?:之日起?)?(?:满)?(?<days>\d{1,3}|[一二三四五六七八九十]{1,3})(?:日|天)后?(?:之日)?(?:起)?(?:施行|实施|执行|生效)/u;

const none: EffectiveReading = { kind: 'none', day: null, days: null, text: null };

interface PlacedReading<T> {
  readonly reading: T;
  readonly place: SourcePlace;
}

/** From when it applies; `issuedOn` is the day the wording counts from. */
export function readEffective(
  sentences: readonly Sentence[],
  issuedOn: Day | null,
): PlacedReading<EffectiveReading> | undefined {
  const candidates = [...sentences].reverse();
  for (const { text, place } of candidates) {
    const printed = onDay.exec(text)?.groups?.day;
    if (printed !== undefined && ofItself.test(text)) {
      const day = dayOfPrinted(printed);
      if (day !== undefined) return { reading: { kind: 'date', day, days: null, text }, place };
    }
    const after = daysAfter.exec(text)?.groups?.days;
    if (after !== undefined) {
      const days = readChineseNumber(after) ?? null;
      const day = days === null || issuedOn === null ? null : addDays(issuedOn, days);
      return { reading: { kind: 'daysAfterIssue', day, days, text }, place };
    }
    if (onIssue.test(text)) return { reading: { kind: 'onIssue', day: issuedOn, days: null, text }, place };
  }
  return undefined;
}

const untilDay = new RegExp(
  `(?:有效期|执行期|实施期|执行期限|施行期限|试行期)?限?(?:为|从|自)?(?:${printedDay})?(?:起)?(?:执行)?(?:截止)?(?:至|到|截至)(?<day>${printedDay})(?:止|终止|有效|失效|截止)?`,
  'u',
);
const period =
  /(?:有效期|试行期|执行期|实施期|施行期)限?(?:暂定|暂?为|定为|：|:)?(?<count>\d{1,2}|[一二两三四五六七八九十]{1,3})(?<half>年半)?(?<unit>年|个月)/u;
const trial = /试行(?<count>\d{1,2}|[一二两三四五六七八九十]{1,3})(?<unit>年|个月)/u;

/** Until when it applies by its own words; a period counts from `effectiveOn`. */
export function readLapse(
  sentences: readonly Sentence[],
  effectiveOn: Day | null,
): PlacedReading<LapseReading> | undefined {
  for (const { text, place } of [...sentences].reverse()) {
    if (!/有效期|试行|执行期|实施期|施行期|执行至|施行至|实施至|有效至/u.test(text)) continue;
    if (/长期有效|有效期(?:为)?长期/u.test(text)) {
      return { reading: { kind: 'unlimited', day: null, months: null, text }, place };
    }
    const isOwn = /施行|实施|执行|本|印发|发布|公布|^有效期|^（?试行/u.test(text);
    const until = untilDay.exec(text)?.groups?.day;
    const untilOn = until === undefined ? undefined : dayOfPrinted(until);
    if (untilOn !== undefined && isOwn) {
      return { reading: { kind: 'date', day: untilOn, months: null, text }, place };
    }
    const groups = (period.exec(text) ?? trial.exec(text))?.groups;
    const count = groups?.count === undefined ? undefined : readChineseNumber(groups.count);
    if (groups === undefined || count === undefined || !isOwn) continue;
    if (/证|许可|资格|合同|保单|票据/u.test(text) && !/本(?:办法|规定|意见|通知|细则|方案)/u.test(text))
      continue;
    const months = groups.unit === '年' ? count * 12 : count;
    const day = effectiveOn === null ? null : addDays(sameDayMonthsLater(effectiveOn, months), -1);
    return { reading: { kind: 'period', day, months, text }, place };
  }
  return undefined;
}

/** 有效期 of a box: a period, a span or 长期. */
export function lapseOfBox(compact: string, effectiveOn: Day | null): LapseReading | undefined {
  if (/长期|永久/u.test(compact)) return { kind: 'unlimited', day: null, months: null, text: null };
  const days = [...compact.matchAll(new RegExp(printedDay, 'gu'))].map(([text]) => text);
  const last = days.at(-1);
  const day = last === undefined ? undefined : dayOfPrinted(last);
  if (day !== undefined) return { kind: 'date', day, months: null, text: null };
  const groups = /^(?<count>\d{1,2}|[一二两三四五六七八九十]{1,3})(?<unit>年|个月)$/u.exec(compact)?.groups;
  const count = groups?.count === undefined ? undefined : readChineseNumber(groups.count);
  if (count === undefined) return undefined;
  const months = groups?.unit === '年' ? count * 12 : count;
  const until = effectiveOn === null ? null : addDays(sameDayMonthsLater(effectiveOn, months), -1);
  return { kind: 'period', day: until, months, text: null };
}

const named = /《(?<title>(?:[^《》]|《[^《》]*》){2,120})》(?<note>（[^（）]{3,60}）)?/gu;
const partOf =
  /(?:中的?|的|中有关)?(?<part>第[一二三四五六七八九十百零\d、至和—-]+(?:条|章|款|项|节)(?:[、和及第一二三四五六七八九十百零\d（）至—-]+(?:条|章|款|项|节))*(?:第?[（一二三四五六七八九十）]+(?:款|项))?)/u;

/** Documents named in 《》 with the number that follows in brackets, in order. */
export function documentsNamedIn(
  text: string,
): readonly (NamedDocument & { readonly end: number; readonly start: number })[] {
  return [...text.matchAll(named)].map((match) => ({
    title: match.groups?.title ?? null,
    documentNumber: findDocumentNumber(match.groups?.note ?? '')?.number ?? null,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const repealing =
  /(?:予以)?(?:同时|自行|随之|相应|一并)?(?:废止|停止执行|停止施行|不再执行|停止使用|宣布失效|自行失效|终止执行)/u;
/** Characters between the last named document and the verb that repeals it. */
const farthestVerb = 48;
const notRepealing =
  /(?:不得|未|不予|是否|应当?|可以|需要?|经)(?:同时)?(?:废止|停止执行)|规定不一致|有效期届满|(?:修改|修订)或者?废止|废止或者?/u;

type PlacedRepeal = RepealReading & { readonly place: SourcePlace };

/** The documents named right before one verb of repeal. */
function repealedBefore(before: string, text: string, place: SourcePlace): readonly PlacedRepeal[] {
  // What stands far before the verb or in another clause of the sentence is not its object.
  const found = documentsNamedIn(before).filter(({ end, start }, _, all) => {
    const last = all.at(-1)?.end ?? end;
    const isBasis = /(?:根据|依据|按照|依照)[^，；]{0,6}$/u.test(before.slice(0, start));
    return !isBasis && before.length - last <= farthestVerb && !/下，|情况|范围/u.test(before.slice(last));
  });
  const clauseDay = /(?<tail>自[^，；。]{6,24}起)$/u.exec(before)?.groups?.tail;
  return found.map(({ title, documentNumber, end }) => {
    const part = partOf.exec(before.slice(end, end + 40));
    return {
      title,
      documentNumber,
      part: part !== null && part.index <= 2 ? (part.groups?.part ?? null) : null,
      day: clauseDay === undefined ? null : (firstDayIn(clauseDay) ?? null),
      text,
      place,
    };
  });
}

const listOpening =
  /(?:下列|以下|如下)[^。]{0,40}(?:文件|规定|办法|规范性文件)?[^。]{0,30}[：:]?$|(?:废止|失效)[^。]{0,20}[：:]$/u;
const listed = /^(?:（?[一二三四五六七八九十\d]{1,3}[）、.．]+)?《/u;

/** Documents that sentences repeal, whole or in part; a list under 对下列文件予以废止： counts whole. */
export function readRepeals(sentences: readonly Sentence[]): readonly PlacedRepeal[] {
  const repeals: PlacedRepeal[] = [];
  let opening: string | null = null;
  for (const { text, place } of sentences) {
    if (opening !== null && listed.test(text)) {
      const only = documentsNamedIn(text)[0];
      if (only !== undefined) {
        const { title, documentNumber } = only;
        repeals.push({ title, documentNumber, part: null, day: null, text: opening, place });
        continue;
      }
    }
    opening = null;
    if (!repealing.test(text) || notRepealing.test(text)) continue;
    // 根据《…》，对下列文件予以废止： names what it rests on, not what it repeals.
    const verbAt = text.search(repealing);
    if (listOpening.test(text) && repealedBefore(text.slice(0, verbAt), text, place).length === 0) {
      opening = text;
      continue;
    }
    let from = 0;
    for (const verb of text.matchAll(new RegExp(repealing.source, 'gu'))) {
      repeals.push(...repealedBefore(text.slice(from, verb.index), text, place));
      from = verb.index + verb[0].length;
    }
  }
  return repeals;
}

const resting =
  /(?:根据|依据|按照|依照|遵照|贯彻落实|认真落实|为落实|为贯彻|落实好?|贯彻|执行)(?=[^。]{0,80}《)|《[^》]+》[^。]{0,60}(?:的规定|有关规定|等规定|等法律|要求|精神)/u;
const handsOut = /现.{0,120}(?:印发|转发|予以公布|公布施行|发给)|已经.{0,60}(?:同意|通过)/u;
const endOfBasis = /(?:制定本|特制定|制定了|结合(?:本|我|实际|《)|现(?:就|将|结合)|提出|特|决定|印发)/u;

/** What the text says it rests on: documents named after 根据 and its like, up to where the sentence says what for. */
export function readBasis(
  sentences: readonly Sentence[],
): readonly (NamedDocument & { readonly place: SourcePlace })[] {
  const seen = new Set<string>();
  return sentences.flatMap(({ text, place }) => {
    const at = text.search(resting);
    // 现将《某办法》印发给你们，请认真贯彻执行 names what is issued.
    if (at < 0 || (handsOut.test(text) && !/根据|依据|按照|依照/u.test(text))) return [];
    const rest = text.slice(at);
    const stop = rest
      .replace(/《[^》]*》/gu, (name) => `《${'〇'.repeat(name.length - 1)}`)
      .search(endOfBasis);
    const basis = stop > 0 ? rest.slice(0, stop) : rest;
    return documentsNamedIn(basis).flatMap(({ title, documentNumber }) => {
      const key = `${title ?? ''}${documentNumber ?? ''}`;
      // 《决定》 and the like stand for a document named before.
      if (seen.has(key) || isBareDocumentKind(title ?? '')) return [];
      seen.add(key);
      return [{ title, documentNumber, place }];
    });
  });
}

export const noEffective = none;
export const noLapse: LapseReading = { kind: 'none', day: null, months: null, text: null };
