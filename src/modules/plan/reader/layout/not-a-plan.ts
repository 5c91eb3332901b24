/**
 * Says why a document is no plan: what kind of document it looks like and what a plan would have. Judges texts only.
 */
import type { NotAPlan } from '../reading.ts';
import type { Grid } from './grid.ts';
import { headedRole } from './header-words.ts';

interface Sign {
  readonly kind: string;
  readonly reason: string;
  readonly found: (lines: readonly string[], grids: readonly Grid[]) => boolean;
}

function countLines(lines: readonly string[], shape: RegExp): number {
  return lines.filter((line) => shape.test(line)).length;
}

function headerWords(grids: readonly Grid[]): string[] {
  return grids.flatMap((grid) =>
    grid.rows.slice(0, 3).flatMap((row) => row.cells.map((cell) => cell.text.trim())),
  );
}

const moneyWord = /(?:金额|预算|决算|万元|支出|收入|合计|单价|总价)/u;
const contactWord = /^(?:姓\s*名|联系人|(?:联系|办公)?电话|手机(?:号码)?|职\s*务|传\s*真|邮箱)$/u;

const article = /^第[一二三四五六七八九十百零\d]{1,5}条(?:\s|　|[^，。])/u;
const fewestArticles = 3;

/** Whether running text is a statute: its articles outnumber what reads like a task. */
export function isStatute(lines: readonly string[], taskCount: number): boolean {
  const articles = countLines(lines, article);
  return articles >= fewestArticles && articles > taskCount;
}

const signs: readonly Sign[] = [
  {
    kind: '法规或制度',
    reason: '正文按“第几条”编写，是法规或制度的写法',
    found: (lines) => countLines(lines, article) >= fewestArticles,
  },
  {
    kind: '通讯录',
    reason: '表格列的是姓名、电话等联系信息',
    found: (_, grids) => headerWords(grids).filter((word) => contactWord.test(word)).length >= 2,
  },
  {
    kind: '预算或统计表',
    reason: '表格列的是金额、预算或统计数据',
    found: (lines, grids) =>
      grids.length > 0 &&
      (headerWords(grids).some((word) => moneyWord.test(word)) ||
        lines.slice(0, 6).some((line) => /单位[:：]\s*(?:万|千|亿)?元/u.test(line))),
  },
  {
    kind: '新闻报道',
    reason: '有“本报讯”“记者”等新闻报道的写法',
    found: (lines) =>
      lines.some((line) =>
        /本[报网台]讯|记者|通讯员|来源[:：]|责任?编辑[:：]|(?:近日|日前|\d+月\d+日)[，,].{0,30}(?:召开|举行|举办|开展)/u.test(
          line,
        ),
      ),
  },
  {
    kind: '名单',
    reason: '内容只是一份名单',
    found: (lines, grids) =>
      grids.length === 0 && lines.length <= 80 && lines.some((line) => /名单$/u.test(line.trim())),
  },
];

/**
 * The verdict for a document in which no list of tasks was found.
 * @param lines its paragraphs  @param grids its tables  @param openItems numbered paragraphs without units
 */
export function judgeNotAPlan(lines: readonly string[], grids: readonly Grid[], openItems: number): NotAPlan {
  const found = signs.filter((sign) => sign.found(lines, grids));
  const reasons = found.map((sign) => sign.reason);
  const heads = headerWords(grids).map(headedRole);
  if (
    grids.length > 0 &&
    !heads.some((role) => role === 'responsible' || role === 'lead' || role === 'deadline')
  ) {
    reasons.push('表格没有“责任单位”“牵头单位”或“完成时限”一类的栏目');
  }
  if (!lines.some((line) => /责任单位|牵头|责任部门|配合单位|承办单位/u.test(line))) {
    reasons.push('正文没有写明由哪个单位负责');
  }
  if (openItems === 0) reasons.push('没有找到编号的任务条目');
  if (lines.every((line) => line.trim() === '') && grids.length === 0) reasons.push('没有可以读取的文字');
  const [first] = found;
  const guess = first === undefined ? '' : `，看上去是${first.kind}`;
  return {
    sentence: `这份文件不像年度工作计划${guess}：没有读到带责任单位或完成时限的任务。`,
    reasons,
  };
}
