/**
 * Reads what a document says about itself: title, jurisdiction, year, number, issuer and day of issue. Looks through
 * a cover notice (…关于印发…的通知) at the plan it issues. Knows lines only, no layout.
 */

import { readYearNumber, yearNumber } from '#kernel/chinese/chinese-number.ts';
import { joinChinese, simplifyCharacters, tidyText } from '#kernel/chinese/fold-text.ts';
import { type Day, yearOf } from '#kernel/day.ts';
import {
  isBoxLine,
  isIssuerLine,
  jurisdictionIn,
  readDayLine,
  readDocNumberLine,
  readImprintLine,
  readRedHead,
  splitBoxLine,
} from './head-patterns.ts';

/** What the head and foot of a document say; null where they are silent. */
export interface PlanHead {
  /** Title of the plan itself, not of the notice that issues it. */
  readonly title: string | null;
  readonly noticeTitle: string | null;
  readonly jurisdiction: string | null;
  readonly year: number | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly issuedOn: Day | null;
  /** Chinese sentences on what a person must check. */
  readonly notes: readonly string[];
}

interface HeadLine {
  readonly text: string;
  readonly compact: string;
}

const subject = '政务公开|政府信息公开|信息公开|公开工作';
const planKind =
  '工作要点|要点|任务分解表?|任务分工表?|责任分解表?|责任分工表?|分解表|分工表|分工方案|工作方案|实施方案|工作计划|行动计划|工作安排|任务清单|责任清单|工作清单|重点任务|任务表|一览表|安排表|清单|方案|计划|台账|重点工作|主要工作|主要任务|工作任务|任务|分工';
const planTitle = new RegExp(`^(?!附件)[^，。；：]{0,40}(?:${planKind})(?:（[^（）]*）)?$`, 'u');
const titleBeginning = new RegExp(`^[^，。；：、]{0,36}(?:${subject})[^，。；：]{0,12}$`, 'u');
const notice =
  /^(?<issuer>[^，。；]{0,60}?)(?:关于)?(?:印发|下发|转发|发布|公布)(?<inner>.{4,80}?)(?:的?(?:通知|公告|函))(?:（[^（）]*）)?$/u;
const annexMark = /^附(?:件|表)?[\d一二三四五六七八九十]*[：:、.．]?(?:\d{1,2}[.．、])?/u;
const yearIn = new RegExp(`(?<year>${yearNumber})年`, 'u');

function linesOf(lines: readonly string[]): readonly HeadLine[] {
  return lines
    .flatMap((line) => splitBoxLine(joinChinese(tidyText(line))))
    .map((text) => ({ text, compact: simplifyCharacters(text).replace(/\s+/gu, '') }))
    .filter((line) => line.compact !== '');
}

function isPlanTitle(compact: string): boolean {
  return (
    planTitle.test(compact) &&
    (new RegExp(subject, 'u').test(compact) || yearIn.test(compact)) &&
    compact.length >= 6 &&
    !/[：:。，]/u.test(compact) &&
    !/^[（(]?[一二三四五六七八九十\d]+[、.．）)]/u.test(compact)
  );
}

const ownNotice = new RegExp(`^[^，。；：]{2,60}(?:${subject})[^，。；：]{0,20}(?:通知|意见|通告)$`, 'u');

/** A notice that is the plan itself: 关于做好今年政务公开重点工作的通知. It may run over two lines. */
function findOwnNotice(lines: readonly HeadLine[]): string | undefined {
  for (const [index, line] of lines.slice(0, 30).entries()) {
    if (isIssuerLine(line.compact) && lines[index + 1]?.compact.startsWith('关于') === true) {
      const below = lines[index + 1];
      const joined = `${line.compact}${below?.compact ?? ''}`;
      if (ownNotice.test(joined)) return `${line.text}${below?.text ?? ''}`;
    }
    if (ownNotice.test(line.compact)) return line.text;
  }
  return undefined;
}

/** A notice title may run over up to three lines; returns it with the index of its last line. */
function findNotice(
  lines: readonly HeadLine[],
): { title: string; inner: string; issuer: string; at: number } | undefined {
  for (let from = 0; from < Math.min(lines.length, 60); from += 1) {
    const first = lines[from]?.compact ?? '';
    if (isIssuerLine(first) || isBoxLine(first)) continue;
    if (readRedHead(first) !== undefined || readDocNumberLine(first) !== undefined) continue;
    let joined = '';
    let text = '';
    for (let to = from; to < Math.min(lines.length, from + 4); to += 1) {
      joined += lines[to]?.compact ?? '';
      text += lines[to]?.text ?? '';
      const groups = notice.exec(joined)?.groups;
      if (groups?.inner !== undefined && !/[。；]/u.test(joined) && joined.length <= 100) {
        const inner = groups.inner.replace(/^《|》$/gu, '').replace(/》(?=（)/u, '');
        return { title: text, inner, issuer: (groups.issuer ?? '').replace(/关于$/u, ''), at: to };
      }
      if (/[。：；]$/u.test(joined)) break;
    }
  }
  return undefined;
}

function findPlanTitle(lines: readonly HeadLine[], from: number): string | undefined {
  const last = Math.min(lines.length, from + 400);
  for (let index = from; index < last; index += 1) {
    const line = lines[index];
    if (line === undefined || notice.test(line.compact)) continue;
    if (annexMark.test(line.compact) && line.compact.replace(annexMark, '') !== '') continue;
    if (isPlanTitle(line.compact)) {
      const above = lines[index - 1];
      const joins =
        above !== undefined &&
        index - 1 >= from &&
        !isPlanTitle(above.compact) &&
        !annexMark.test(above.compact) &&
        !isIssuerLine(above.compact) &&
        readDayLine(above.compact) === undefined &&
        titleBeginning.test(above.compact) &&
        !new RegExp(subject, 'u').test(line.compact);
      return joins ? above.text + line.text : line.text;
    }
    const below = lines[index + 1];
    if (
      below !== undefined &&
      titleBeginning.test(line.compact) &&
      !/^[（(]?[一二三四五六七八九十\d]+[、.．）)]/u.test(line.compact)
    ) {
      const joined = line.compact + below.compact;
      if (joined.length <= 50 && below.compact.length <= 24 && isPlanTitle(joined))
        return line.text + below.text;
    }
  }
  return undefined;
}

interface Signature {
  readonly issuer: string | null;
  readonly issuedOn: Day | null;
  readonly notes: readonly string[];
}

function findSignature(lines: readonly HeadLine[]): Signature {
  const signed: { issuer: string | null; day: Day }[] = [];
  let printed: { issuer: string; day: Day } | undefined;
  let published: Day | undefined;
  for (const [index, line] of lines.entries()) {
    const imprint = readImprintLine(line.compact);
    if (imprint?.kind === 'printed') printed ??= imprint;
    if (imprint?.kind === 'signed') signed.push(imprint);
    const day = readDayLine(line.compact);
    if (day === undefined) continue;
    if (day.kind === 'signed') {
      const above = [lines[index - 1], lines[index - 2]].find(
        (candidate) => candidate !== undefined && isIssuerLine(candidate.compact),
      );
      signed.push({ issuer: above?.text ?? null, day: day.day });
    } else if (day.kind === 'published') {
      published ??= day.day;
    }
  }
  const best = signed.find((entry) => entry.issuer !== null) ?? signed[0];
  const notes: string[] = [];
  const others = new Set([
    ...signed.map((entry) => entry.day),
    ...(printed === undefined ? [] : [printed.day]),
  ]);
  const issuedOn = best?.day ?? printed?.day ?? published ?? null;
  if (issuedOn !== null) others.delete(issuedOn);
  if (others.size > 0)
    notes.push(`文件中还有别的成文或印发日期（${[...others].join('、')}），按落款日期${issuedOn}读取`);
  if (best === undefined && printed === undefined && published !== undefined) {
    notes.push('没有找到成文日期，发文日期取自网页的发布日期');
  }
  return { issuer: best?.issuer ?? printed?.issuer ?? null, issuedOn, notes };
}

/**
 * Reads the lines of a document in reading order (paragraphs and, where they hold head matter, cells). The first
 * document number on a line of its own counts; numbers cited inside sentences do not.
 */
export function readHead(printedLines: readonly string[]): PlanHead {
  const lines = linesOf(printedLines);
  const noticeFound = findNotice(lines);
  const title =
    findPlanTitle(lines, noticeFound === undefined ? 0 : noticeFound.at + 1) ??
    noticeFound?.inner ??
    findOwnNotice(lines) ??
    null;
  const numbered = lines.map((line) => readDocNumberLine(line.compact)).find((read) => read !== undefined);
  const redHead = lines.map((line) => readRedHead(line.compact)).find((read) => read !== undefined);
  const signature = findSignature(lines);
  const issuerOfNotice =
    noticeFound !== undefined && noticeFound.issuer.length >= 4 ? noticeFound.issuer : undefined;
  const letterhead = lines.slice(0, 6).find((line) => isIssuerLine(line.compact))?.text;
  const issuer = signature.issuer ?? redHead ?? letterhead ?? issuerOfNotice ?? null;
  const compactTitle = simplifyCharacters(title ?? '').replace(/\s+/gu, '');
  const titleYear = yearIn.exec(compactTitle)?.groups?.year;
  const noticeYear = yearIn.exec(noticeFound?.inner ?? '')?.groups?.year;
  const printedYear = titleYear ?? noticeYear;
  const year =
    (printedYear === undefined ? undefined : readYearNumber(printedYear)) ??
    numbered?.year ??
    (signature.issuedOn === null ? null : yearOf(signature.issuedOn));
  const notes = [...signature.notes];
  if (printedYear === undefined && year !== null) notes.push(`标题没有写年度，按发文年份${year}读取`);
  const afterYear = (text: string) =>
    text.replace(/^.*?(?:19|20|二〇|二○)[\d〇○一二三四五六七八九]{2}年度?/u, '');
  const jurisdiction =
    jurisdictionIn(afterYear(compactTitle)) ??
    jurisdictionIn(compactTitle) ??
    (issuer === null ? undefined : jurisdictionIn(simplifyCharacters(issuer))) ??
    (issuerOfNotice === undefined ? undefined : jurisdictionIn(issuerOfNotice)) ??
    null;
  return {
    title,
    noticeTitle: noticeFound?.title ?? null,
    jurisdiction,
    year,
    docNumber: numbered?.docNumber ?? null,
    issuer,
    issuedOn: signature.issuedOn,
    notes,
  };
}
