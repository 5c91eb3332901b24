/** Marks of a draft's stage in headers and footers, and drafts for opinions that ask for none. Pure. */
import type { PartKind } from '../../checked-document.ts';
import type { RemainsFault } from './kinds.ts';

const internalDraft =
  /[（(【[](?:[^（(【[\n]{0,6})(?:送审|讨论|代拟|修改|报审|送签|会签|审议|校对|汇报|初|过程|待审|未定)稿(?:[^）)】\]\n]{0,6})[）)】\]]/u;
const publicDraft = /[（(【[](?:公开)?(?:征求|征集)意见(?:稿|第.稿)[）)】\]]/u;
const asksForOpinions = /(?:公开|向社会)?(?:征求|征集|听取)[^。]{0,40}?意见|意见(?:征集|征求|反馈)/u;
/** Lines in which a paper's title stands. */
const headLines = 10;
const longestTitle = 60;

export interface DraftLine {
  readonly text: string;
  readonly kind: PartKind;
  /** How many lines with text stand before it. */
  readonly row: number;
  /** Whether the document asks the public for opinions. */
  readonly isConsultation: boolean;
}

function isTitlePlace({ text, kind, row }: DraftLine): boolean {
  if (kind === 'heading') return true;
  const trimmed = text.trim();
  const isShort = trimmed.length <= longestTitle && !/[。；，]$/u.test(trimmed);
  return isShort && (row < headLines || /[）)】\]]$/u.test(trimmed));
}

/** Whether a text asks the public for opinions, beyond the mark in its title. */
export function asksForPublicOpinions(text: string): boolean {
  if (!text.includes('意见')) return false;
  return asksForOpinions.test(text.replaceAll(new RegExp(publicDraft, 'gu'), ''));
}

/**
 * A stage left in a header or footer, where titles and names are not looked for, and a draft for opinions that asks for
 * none. Stages in titles and file names belong to the internal routing of papers.
 */
export function findDraftMark(line: DraftLine): RemainsFault | undefined {
  if (!line.text.includes('稿')) return undefined;
  const code = 'remains.draftMark';
  const isMargin = line.kind === 'header' || line.kind === 'footer';
  const internal = isMargin ? internalDraft.exec(line.text) : null;
  if (internal !== null) {
    const span = { start: internal.index, end: internal.index + internal[0].length };
    return { code, reason: `页眉页脚带有稿次标记“${internal[0]}”`, suggestion: '', ...span };
  }
  const open = isTitlePlace(line) ? publicDraft.exec(line.text) : null;
  // Quoted titles tell the history of a text: 《条例（征求意见稿）》.
  const head = line.text.slice(0, open?.index ?? 0);
  const isQuoted = head.lastIndexOf('《') > head.lastIndexOf('》');
  if (open === null || isQuoted || line.isConsultation) return undefined;
  const span = { start: open.index, end: open.index + open[0].length };
  const reason = '标题为征求意见稿，正文未见征求意见的内容';
  return { code, severity: 'hint', reason, suggestion: null, ...span };
}
