/** Marks of a draft's stage: 送审稿 in a title, a header or a file's name. Pure. */
import type { PartKind } from '../../checked-document.ts';
import type { RemainsFault } from './kinds.ts';

const internalDraft =
  /[（(【[](?:[^（(【[\n]{0,6})(?:送审|讨论|代拟|修改|报审|送签|会签|审议|校对|核对|汇报|内部讨论|初|草|过程|定|待审|拟|未定|清样)稿(?:[^）)】\]\n]{0,6})[）)】\]]/u;
const publicDraft = /[（(【[](?:公开)?(?:征求|征集)意见(?:稿|第.稿)[）)】\]]/u;
const asksForOpinions = /(?:公开|向社会)?(?:征求|征集|听取)[^。]{0,40}?意见|意见(?:征集|征求|反馈)/u;
const markOfFile =
  /(?:送审|讨论|代拟|修改|报审|会签|初|草|过程|未定)稿|修改版|终稿\d|最终版|定稿\d|[vV]\d+(?=\.\w+$|$)/u;
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
  if (kind === 'header' || kind === 'footer' || kind === 'heading') return true;
  const trimmed = text.trim();
  const isShort = trimmed.length <= longestTitle && !/[。；，]$/u.test(trimmed);
  return isShort && (row < headLines || /[）)】\]]$/u.test(trimmed));
}

/** Whether a text asks the public for opinions, beyond the mark in its title. */
export function asksForPublicOpinions(text: string): boolean {
  if (!text.includes('意见')) return false;
  return asksForOpinions.test(text.replaceAll(new RegExp(publicDraft, 'gu'), ''));
}

/** A stage left in a title. A draft published for opinions bears its mark by right. */
export function findDraftMark(line: DraftLine): RemainsFault | undefined {
  if (!line.text.includes('稿') || !isTitlePlace(line)) return undefined;
  const code = 'remains.draftMark';
  const internal = internalDraft.exec(line.text);
  // Quoted titles tell the history of a text: 《条例（送审稿）》.
  const isQuoted = (at: number) =>
    line.text.slice(0, at).lastIndexOf('《') > line.text.slice(0, at).lastIndexOf('》');
  if (internal !== null && !isQuoted(internal.index)) {
    const span = { start: internal.index, end: internal.index + internal[0].length };
    return { code, reason: `标题带有稿次标记“${internal[0]}”`, suggestion: '', ...span };
  }
  const open = publicDraft.exec(line.text);
  if (open === null || isQuoted(open.index) || line.isConsultation) return undefined;
  const span = { start: open.index, end: open.index + open[0].length };
  const reason = '标题为征求意见稿，正文未见征求意见的内容';
  return { code, severity: 'hint', reason, suggestion: null, ...span };
}

/** A stage left in the name of a file. */
export function findDraftFileName(name: string): RemainsFault | undefined {
  const match = markOfFile.exec(name);
  if (match === null) return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  return {
    code: 'remains.draftMark',
    severity: 'hint',
    reason: '文件名带有稿次标记',
    suggestion: '',
    ...span,
  };
}
