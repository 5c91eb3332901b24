/** The title of a document among the lines of its head, and where its letter begins. Pure. */
import type { SourcePlace } from '#kernel/reading/source.ts';
import { dayOfLine } from './days.ts';
import { numberOfLine } from './document-numbers.ts';
import { bodyNamesOfLine, isBodyName, redHeadOfLine } from './issuers.ts';
import { endsLikeTitle } from './kinds.ts';
import type { DocumentLine } from './lines.ts';

export interface TitleReading {
  /** As printed over its lines, joined. */
  readonly title: string;
  readonly from: number;
  /** Index after its last line. */
  readonly to: number;
  readonly place: SourcePlace;
  /** How sure: 3 a full title (issuer 关于 … kind), 2 关于 or a name with kind, 1 a heading only. */
  readonly sureness: 1 | 2 | 3;
}

const headReach = 140;
const longestTitle = 160;
const mostLines = 6;

const furniture =
  /^(?:首页|当前位置|您当前|您现在|您的位置|所在位置|位置|打印|分享|收藏|字体|字号|【|浏览|扫一扫|来源|发布时间|登录|注册|无障碍|繁体|搜索|索引号|现行有效|有效$|失效$|废止$|已修改$|关闭|返回|下载|政策文件$|附件[：:\d]?)|>|＞|»|https?:|www\.|^(?:机密|秘密|绝密|特急|加急|急件)|^\d{6}$|^\[.{1,12}\]$/u;

function isNoTitleLine(line: DocumentLine, redHead: string | null): boolean {
  const { compact } = line;
  return (
    line.table !== null ||
    compact.length > 90 ||
    furniture.test(compact) ||
    numberOfLine(compact, redHead) !== undefined ||
    dayOfLine(compact) !== undefined ||
    redHeadOfLine(compact) !== undefined ||
    /[：:；;]$/u.test(compact) ||
    /。/u.test(compact.replace(/《[^》]*》/gu, ''))
  );
}

/** What stands before 关于 and after it: brackets and quotation marks that are not closed yet. */
function isOpenEnded(compact: string): boolean {
  const count = (sign: string) => compact.split(sign).length - 1;
  return count('《') > count('》') || count('（') > count('）') || count('“') > count('”');
}

const fullTitle =
  /^.{2,60}?(?:关于|转发|批转|印发).{2,}|^对.{4,}(?:答复|批复|复函)|^.{2,40}(?:人民政府|办公室|办公厅|委员会|局|厅|部).{0,6}(?:命令|令|公告|通告|公报)/u;

function surenessOf(compact: string): 1 | 2 | 3 {
  if (/关于|转发|批转|印发|答复|批复/u.test(compact) && fullTitle.test(compact)) return 3;
  return /^关于/u.test(compact) || endsLikeTitle(compact) ? 2 : 1;
}

/** A line that only goes on with the title above it: 的通知, （试行）. */
const onlyGoesOn = /^(?:的|（(?:试行|暂行|修订|修正|草案|征求意见稿|送审稿|\d{4}年.{0,8})）$)/u;

interface Candidate extends TitleReading {
  readonly weight: number;
}

function candidateAt(
  lines: readonly DocumentLine[],
  from: number,
  redHead: string | null,
): Candidate | undefined {
  let joined = '';
  let text = '';
  let best: { title: string; compact: string; to: number } | undefined;
  for (let to = from; to < Math.min(lines.length, from + mostLines); to += 1) {
    const line = lines[to];
    if (line === undefined || isNoTitleLine(line, redHead)) break;
    const goesOn = onlyGoesOn.test(line.compact);
    if (best !== undefined && !goesOn && !isOpenEnded(best.compact)) {
      // A second complete line is another title (or the first line of the text) unless it is set as one with the first.
      const isSet = line.centred && (lines[from]?.centred ?? false) && /^(?:的|关于)/u.test(line.compact);
      if (!isSet) break;
    }
    // Joint issuers stand apart: 某县财政局 某县民政局关于….
    const parts = text !== '' && isBodyName(line.compact) && isBodyName(lines[to - 1]?.compact ?? '');
    text += parts ? ` ${line.text}` : line.text;
    joined += line.compact;
    if (joined.length > longestTitle) break;
    if (endsLikeTitle(joined) && joined.length >= 6 && !isOpenEnded(joined)) {
      best = { title: text, compact: joined, to: to + 1 };
    }
  }
  if (best === undefined) return undefined;
  const first = lines[from];
  const sureness = surenessOf(best.compact);
  const look = (first?.isHeading === true ? 1.5 : 0) + (first?.centred === true ? 1 : 0);
  const place = first?.place ?? {};
  return { title: best.title, from, to: best.to, place, sureness, weight: sureness * 2 + look - from / 200 };
}

/** A text without blanks and marks, for telling whether two printings are one title. */
export function titleKey(title: string): string {
  return title.replace(/[\s《》“”"（）()〈〉、，,.．·\-—]/gu, '');
}

const listLike = /^(?:\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、|（|第[一二三四五六七八九十]+[章条])/u;

function bestCandidate(lines: readonly DocumentLine[], redHead: string | null): Candidate | undefined {
  let best: Candidate | undefined;
  let afterText = 0;
  for (let at = 0; at < Math.min(lines.length, headReach); at += 1) {
    const line = lines[at];
    if (line === undefined || isNoTitleLine(line, redHead)) {
      // Long text ends the head: what comes later is the title of an annex.
      if (line !== undefined && line.compact.length > 90 && !furniture.test(line.compact)) afterText += 1;
      if (afterText >= 1 && best !== undefined) break;
      continue;
    }
    if (listLike.test(line.compact)) continue;
    const candidate = candidateAt(lines, at, redHead);
    if (candidate === undefined) continue;
    const weight = candidate.weight - afterText * 2;
    if (best === undefined || weight > best.weight + 0.01) best = { ...candidate, weight };
  }
  return best;
}

function completed(
  lines: readonly DocumentLine[],
  candidate: Candidate,
  redHead: string | null,
): TitleReading {
  // Names of the issuers may stand on a line of their own above 关于….
  let { from, title } = candidate;
  while (from > 0 && /^(?:关于|印发|转发|批转)/u.test(title)) {
    const above = lines[from - 1];
    if (above === undefined || isNoTitleLine(above, redHead)) break;
    const names = bodyNamesOfLine(above.spaced);
    if (names === undefined) break;
    from -= 1;
    title = `${names.join(' ')}${/\p{Script=Han}$/u.test(names.at(-1) ?? '') ? '' : ' '}${title}`;
  }
  return {
    title,
    from,
    to: candidate.to,
    place: lines[from]?.place ?? candidate.place,
    sureness: candidate.sureness,
  };
}

/** Finds the title; `known` is what a box says, which then only has to be found among the lines. */
export function findTitle(
  lines: readonly DocumentLine[],
  known: string | null,
  redHead: string | null,
): TitleReading | undefined {
  if (known !== null) {
    const wanted = titleKey(known);
    for (let from = 0; from < Math.min(lines.length, headReach); from += 1) {
      let joined = '';
      for (let to = from; to < Math.min(lines.length, from + mostLines + 2); to += 1) {
        const line = lines[to];
        if (line === undefined || line.table !== null) break;
        joined += titleKey(line.compact);
        if (joined === wanted) {
          return { title: known, from, to: to + 1, place: lines[from]?.place ?? {}, sureness: 3 };
        }
        if (!wanted.startsWith(joined)) break;
      }
    }
  }
  const best = bestCandidate(lines, redHead);
  return best === undefined ? undefined : completed(lines, best, redHead);
}
