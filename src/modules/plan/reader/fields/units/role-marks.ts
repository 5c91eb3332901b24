/**
 * Finds the words that give units a role: labels before a list (牵头单位：), words after it (…牵头，…配合), brackets
 * (（牵头）). Yields the text as runs of names and marks; which run gets which role is decided in `read-units.ts`.
 */

import { looksLikeUnit } from './unit-words.ts';

export type UnitRole = 'lead' | 'responsible' | 'cooperating';

/** A stretch of the text: names, or a mark that gives a role to what stands before or after it. */
export type RoleRun =
  | { readonly kind: 'names'; readonly from: number; readonly to: number }
  | { readonly kind: 'label'; readonly role: UnitRole }
  | { readonly kind: 'behind'; readonly role: UnitRole }
  | { readonly kind: 'bracket'; readonly role: UnitRole }
  | { readonly kind: 'between' }
  | { readonly kind: 'otherMatter' }
  | { readonly kind: 'firstLeads' }
  | { readonly kind: 'boundary' };

const leadWords = '牵头|主办|主责|总牵头|抓总';
const cooperateWords = '配合|协办|协同|协助|参与|参加|参办|会办';
const responsibleWords = '责任|承办|落实|实施|负责|主体责任|具体落实|工作责任';
const unitWord = '(?:责任)?(?:单位|部门|机构|科室|处室|方)';

const labels: readonly (readonly [UnitRole, RegExp])[] = [
  [
    'lead',
    new RegExp(`(?:${leadWords})(?:及责任)?${unitWord}?(?:\\s*[：:]|(?<=位|门|构|室|方)[\\s](?=\\S))`, 'uy'),
  ],
  [
    'cooperating',
    new RegExp(`(?:${cooperateWords})${unitWord}?(?:\\s*[：:]|(?<=位|门|构|室|方)[\\s](?=\\S))`, 'uy'),
  ],
  [
    'responsible',
    new RegExp(`(?:${responsibleWords})${unitWord}?(?:\\s*[：:]|(?<=位|门|构|室|方)[\\s](?=\\S))`, 'uy'),
  ],
];

const manner =
  '(?:共同|联合|分别|具体|统一|统筹|一并|按照?各自职责|按照?职责分工|按照?职责|按照?分工|根据职责分工?|分工)';
const aftermath = '(?:负责|组织|实施|落实|推进|协调|抓总|做好|抓好|办理|承担|完成|工作)';
// 政协办公室 holds 协办, 主办单位 is a kind of unit.
const notAName = `(?!${unitWord}|小组|人|公)`;
const behindMarks: readonly (readonly [UnitRole, RegExp])[] = [
  ['lead', new RegExp(`${manner}*(?:${leadWords})(?:，?${aftermath})*${notAName}`, 'uy')],
  ['cooperating', new RegExp(`${manner}*(?:${cooperateWords})(?:${aftermath}|配合)*${notAName}`, 'uy')],
  [
    'responsible',
    new RegExp(
      `${manner}*(?:负责(?:落实|实施|推进)?|承办|组织实施|具体实施|贯彻落实|抓好落实)${notAName}|(?:${manner}|${manner}*(?:落实|实施|执行))${notAName}(?=$|[，。；、）])`,
      'uy',
    ),
  ],
];

// 县政府办为牵头单位; 以县财政局为主
const statedRole =
  /为(?<role>主(?=[，。；]|$)|(?:牵头|主办|主责|责任|承办|配合|协办)(?:单位|部门)(?=[，。；、]|$))/uy;
// What stands behind these words is no unit: 责任人：某某, 完成时限：全年.
const otherMatter = /(?:责任人|负责人|联系人|分管领导|联系电话|电话|完成时限|时限|完成时间)[：:]/uy;

const between = /牵头会同|会同|商(?=[区县市各])|联合(?=[区县市各])/uy;
const firstLeads = /(?:排(?:名|列)?(?:在)?)?(?:第一|首位|第一位|最前|首个|前一个)[^（）]*(?:牵头|主办|主责)/u;

function roleOfBracket(content: string): UnitRole | undefined {
  const words = content.replace(/\s|单位|部门|责任单位/gu, '');
  if (/^(?:牵头|主办|主责|主|总牵头|牵头责任)$/u.test(words)) return 'lead';
  if (/^(?:配合|协办|协同|协助|参与|协|参加)$/u.test(words)) return 'cooperating';
  if (/^(?:责任|承办|负责|落实|实施)$/u.test(words)) return 'responsible';
  return undefined;
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text.charAt(index) === '（') depth += 1;
    else if (text.charAt(index) === '）') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return text.length;
}

const lastPiece = (names: string): string =>
  names.slice(Math.max(...[...'、，和及'].map((sign) => names.lastIndexOf(sign))) + 1).trim();

function matchMark(
  text: string,
  index: number,
  nameOpen: boolean,
): { run: RoleRun; length: number } | undefined {
  for (const [role, label] of labels) {
    label.lastIndex = index;
    const match = label.exec(text);
    if (match !== null) return { run: { kind: 'label', role }, length: match[0].length };
  }
  otherMatter.lastIndex = index;
  const other = otherMatter.exec(text);
  if (other !== null) return { run: { kind: 'otherMatter' }, length: other[0].length };
  statedRole.lastIndex = index;
  const stated = nameOpen ? statedRole.exec(text) : null;
  if (stated !== null) {
    const role = /^(?:主|牵)/u.test(stated.groups?.role ?? '')
      ? 'lead'
      : /^(?:配|协)/u.test(stated.groups?.role ?? '')
        ? 'cooperating'
        : 'responsible';
    return { run: { kind: 'behind', role }, length: stated[0].length };
  }
  between.lastIndex = index;
  const infix = nameOpen ? between.exec(text) : null;
  if (infix !== null) return { run: { kind: 'between' }, length: infix[0].length };
  for (const [role, behind] of behindMarks) {
    behind.lastIndex = index;
    const match = behind.exec(text);
    if (match !== null && match[0] !== '') return { run: { kind: 'behind', role }, length: match[0].length };
  }
  return undefined;
}

const mayMark = /[牵主总抓配协参会责承落实负具工共联分统一按根组贯商为完时电执]/u;

/** The runs of a simplified text in order; index pairs of `names` point into that text. */
export function findRoleRuns(text: string): readonly RoleRun[] {
  const runs: RoleRun[] = [];
  let start = 0;
  const closeNames = (end: number) => {
    if (text.slice(start, end).trim() !== '') runs.push({ kind: 'names', from: start, to: end });
  };
  let index = 0;
  while (index < text.length) {
    const sign = text.charAt(index);
    if (sign === '（') {
      const close = closingBracket(text, index);
      const content = text.slice(index + 1, close);
      const role = roleOfBracket(content);
      const inner = role === undefined && /[：:]/u.test(content) ? findRoleRuns(content) : [];
      if (role !== undefined || firstLeads.test(content)) {
        closeNames(index);
        runs.push(role === undefined ? { kind: 'firstLeads' } : { kind: 'bracket', role });
        start = close + 1;
      } else if (inner.some((run) => run.kind === 'label')) {
        closeNames(index);
        const shift = index + 1;
        for (const run of inner) {
          runs.push(run.kind === 'names' ? { ...run, from: run.from + shift, to: run.to + shift } : run);
        }
        runs.push({ kind: 'boundary' });
        start = close + 1;
      }
      index = close + 1;
      continue;
    }
    const mark = mayMark.test(sign)
      ? matchMark(text, index, looksLikeUnit(lastPiece(text.slice(start, index))))
      : undefined;
    if (mark !== undefined) {
      closeNames(index);
      runs.push(mark.run);
      index += mark.length;
      start = index;
      continue;
    }
    if (sign === '；' || sign === '。') {
      closeNames(index);
      runs.push({ kind: 'boundary' });
      start = index + 1;
    }
    index += 1;
  }
  closeNames(text.length);
  return runs;
}
