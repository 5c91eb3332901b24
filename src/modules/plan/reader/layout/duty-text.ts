/**
 * Finds the passages of running text that say who and when — closing brackets （责任单位：…）, label lines 完成时限：…,
 * X牵头，Y配合 — cuts them off the requirement and sorts their contents by role.
 */
import { simplifyCharacters } from '../fields/index.ts';
import { looksLikeDeadline, looksLikeUnits } from './cell-kind.ts';
import { headedRole } from './header-words.ts';
import { type DutyTexts, noDuties, type UnitRole } from './raw-task.ts';

const unitWord = '(?:单位|部门|科室|处室|股室|主体|镇街)';
const labelWords = [
  `(?:主要)?(?:牵头|主办|主责)(?:责任|负责)?${unitWord}?`,
  `(?:配合|协办|协同|参与|协助|会办)(?:责任)?${unitWord}?`,
  `(?:具体)?(?:责任|承办|落实|实施|负责|执行)${unitWord}(?:及责任人)?`,
  '(?:任务)?(?:责任)?分工',
  '(?:计划|工作|任务|要求)?完成(?:时限|期限|时间|日期)(?:要求)?',
  '(?:工作|任务|办理|整改|落实)?(?:时限|期限|时间节点|时间要求|时间安排|进度安排)(?:要求)?',
].join('|');
// Text recognition leaves blanks inside words; 【责任单位】 needs no colon.
const dutyLabel = `(?:${labelWords})`.replace(/\p{Script=Han}/gu, '$&\\s*');
const anyLabel = new RegExp(
  `[【\\[]\\s*(?<boxed>${dutyLabel})[】\\]]\\s*[：:]?|(?<label>${dutyLabel})[：:]`,
  'gu',
);
const labelAtStart = new RegExp(
  `^\\s*(?:[【\\[]\\s*${dutyLabel}[】\\]]\\s*[：:]?|[（(]?\\s*${dutyLabel}[）)]?\\s*[：:])`,
  'u',
);
// A label inside running text counts only where a clause begins.
const labelInside = new RegExp(
  `(?<=[。；;！？）)】\\s])\\s*(?:${dutyLabel}[：:]|[【\\[]\\s*${dutyLabel}[】\\]])`,
  'u',
);

const openers = '（([【〔［';
const closers = '）)]】〕］';

/** Text up to a duty passage and that passage's contents; null for the text behind the last one. */
export interface DutyCut {
  readonly text: string;
  readonly duties: DutyTexts | null;
  /** The closing bracket is missing. */
  readonly unclosed: boolean;
}

interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly content: string;
  readonly closed: boolean;
}

/** Top-level brackets, of any shape and also with a closing sign of another shape. */
function bracketsOf(text: string): Bracket[] {
  const brackets: Bracket[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (openers.includes(sign)) {
      if (depth === 0) from = at;
      depth++;
    } else if (closers.includes(sign) && depth > 0) {
      depth--;
      if (depth === 0) brackets.push({ from, to: at + 1, content: text.slice(from + 1, at), closed: true });
    }
  }
  if (depth > 0) brackets.push({ from, to: text.length, content: text.slice(from + 1), closed: false });
  return brackets;
}

/** The last bracket that opens a labelled duty and is not closed by the end of the text. */
export function hasOpenDutyBracket(text: string): boolean {
  const last = bracketsOf(text).at(-1);
  return last !== undefined && !last.closed && labelAtStart.test(simplifyCharacters(last.content));
}

/** Places right behind the duty brackets of a text and the stop that may follow them. */
export function dutyEnds(text: string): number[] {
  if (!/[（(【[〔［]/u.test(text)) return [];
  return bracketsOf(text)
    .filter((bracket) => bracket.closed && isDutyBracket(bracket, text))
    .map(({ to }) => to + (/^\s*[。；;]?\s*/u.exec(text.slice(to))?.[0].length ?? 0));
}

/** Whether a line opens with a label such as 责任单位：. */
export function opensWithDutyLabel(text: string): boolean {
  return labelAtStart.test(simplifyCharacters(text));
}

const roleWord = /牵头|配合|负责|主办|协办|承办/u;
const sentenceStop = /[。；;！!？?]\s*$/u;
const manyUnits = /[、，,；;]/u;
const levelOpening = /^(?:各|全|[县区市镇乡州旗]|国网|相关|有关)/u;

function isDutyBracket(bracket: Bracket, text: string): boolean {
  const content = simplifyCharacters(bracket.content).trim();
  if (labelAtStart.test(content)) return true;
  if (!bracket.closed || content.length < 3) return false;
  const behind = text.slice(bracket.to);
  const atEnd = sentenceStop.test(text.slice(0, bracket.from)) || /^\s*(?:[。；;]|$)/u.test(behind);
  if (!atEnd || bracket.from < 8 || !looksLikeUnits(withoutDeadline(content).units)) return false;
  return roleWord.test(content) || manyUnits.test(content) || levelOpening.test(content);
}

function strip(text: string): string {
  return text.replace(/^[\s，,；;。、：:]+|[\s，,；;。、]+$/gu, '');
}

function emptied(text: string): string | null {
  const stripped = strip(text);
  return stripped === '' ? null : stripped;
}

/** Takes the pieces that are deadlines out of a list of units: `区政府办；9月底前`. */
export function withoutDeadline(text: string): { units: string; deadline: string | null } {
  const pieces = text.split(/(?<=[；;，,。\n])/u);
  const units: string[] = [];
  const deadlines: string[] = [];
  for (const piece of pieces) {
    const bare = strip(piece);
    if (bare !== '' && looksLikeDeadline(bare) && !looksLikeUnits(bare)) deadlines.push(bare);
    else units.push(piece);
  }
  if (deadlines.length === 0 || units.length === 0) return { units: text, deadline: null };
  return { units: strip(units.join('')), deadline: deadlines.join('，') };
}

interface LabelledPart {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** Sorts a passage by its labels; what stands before the first label, or a passage without any, are units. */
export function sortDuties(passage: string, defaultRole: UnitRole = 'responsible'): DutyTexts {
  const simple = simplifyCharacters(passage);
  const labels = [...simple.matchAll(anyLabel)].map((match): LabelledPart => {
    return {
      label: match.groups?.label ?? match.groups?.boxed ?? '',
      from: match.index,
      to: match.index + match[0].length,
    };
  });
  const found: Record<keyof DutyTexts, string | null> = { ...noDuties };
  const add = (role: keyof DutyTexts, text: string | null) => {
    if (text === null) return;
    const known = found[role];
    found[role] = known === null ? text : `${known}、${text}`;
  };
  const addUnits = (role: UnitRole, text: string) => {
    const parted = withoutDeadline(text);
    add(role, emptied(parted.units));
    if (parted.deadline !== null) add('deadline', parted.deadline);
  };
  addUnits(defaultRole, passage.slice(0, labels[0]?.from ?? passage.length).replace(/[（(【[\s]+$/u, ''));
  for (const [index, part] of labels.entries()) {
    const value = passage
      .slice(part.to, labels[index + 1]?.from ?? passage.length)
      .replace(/[（(【[\s]+$/u, '');
    const role = headedRole(part.label) ?? 'responsible';
    if (role === 'deadline') add('deadline', emptied(value));
    else addUnits(role === 'lead' || role === 'cooperating' ? role : 'responsible', unwrapped(value));
  }
  return found;
}

/** A bracket left open or closed by the cut between two labels is taken off. */
function unwrapped(value: string): string {
  const opened = [...value].filter((sign) => openers.includes(sign)).length;
  const closed = [...value].filter((sign) => closers.includes(sign)).length;
  return closed > opened ? value.replace(/[）)\]】〕］]\s*[；;，,。、]*\s*$/u, '') : value;
}

function mergeDuties(first: DutyTexts, second: DutyTexts): DutyTexts {
  const join = (one: string | null, other: string | null) =>
    one === null ? other : other === null ? one : `${one}、${other}`;
  return {
    lead: join(first.lead, second.lead),
    responsible: join(first.responsible, second.responsible),
    cooperating: join(first.cooperating, second.cooperating),
    deadline: join(first.deadline, second.deadline),
  };
}

/** Cuts a paragraph at its duty passages. A paragraph without any is one cut with `duties` null. */
export function cutAtDuties(paragraph: string): DutyCut[] {
  const cuts: DutyCut[] = [];
  let from = 0;
  const close = (text: string, duties: DutyTexts, unclosed: boolean) => {
    const last = cuts.at(-1);
    if (text.trim() === '' && last !== undefined && last.duties !== null) {
      cuts[cuts.length - 1] = { ...last, duties: mergeDuties(last.duties, duties) };
    } else cuts.push({ text: text.trim(), duties, unclosed });
  };
  for (const bracket of bracketsOf(paragraph)) {
    if (bracket.from < from || !isDutyBracket(bracket, paragraph)) continue;
    const stop = /^\s*[。；;]/u.exec(paragraph.slice(bracket.to))?.[0] ?? '';
    const ahead = paragraph.slice(from, bracket.from);
    close(
      sentenceStop.test(ahead) ? ahead : `${ahead.trimEnd()}${stop.trim()}`,
      sortDuties(bracket.content),
      !bracket.closed,
    );
    from = bracket.to + stop.length;
  }
  const rest = paragraph.slice(from);
  const simple = simplifyCharacters(rest);
  const label = labelAtStart.test(simple) ? 0 : (labelInside.exec(simple)?.index ?? -1);
  if (label >= 0) close(rest.slice(0, label), sortDuties(rest.slice(label)), false);
  else if (rest.trim() !== '' || cuts.length === 0)
    cuts.push({ text: rest.trim(), duties: null, unclosed: false });
  return cuts;
}
