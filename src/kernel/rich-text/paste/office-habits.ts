/** What Word, WPS and Excel say about paragraphs in the styles they put on the clipboard. */
import {
  isMarkupElement,
  isMarkupText,
  type MarkupElement,
  type MarkupParent,
  markupAttribute,
  readStyle,
} from '../markup-look.ts';
import type { ParagraphHint } from '../raw-body.ts';
import type { MarkupHabits } from '../read-markup.ts';

/** Signs that stand for a bullet in the fonts office programs use for them. */
const bulletSign =
  /^[\u00b7\u2022\u2023\u25aa-\u25ff\u2605\u2606\u2713\u2714\u27a2\u203b\uf000-\uf0ff*–—-]$/u;
const bulletFont = /wingdings|webdings|symbol|courier new/u;
const besideTheText = new Set(['comment-list', 'comment', 'header', 'footer', 'footnote-separator']);
const commentClass = /\bmso(?:comanchor|comtxt|comoff|commentreference|commenttext)/iu;
const deepestSearch = 12;

function findIgnored(parent: MarkupParent, depth = 0): MarkupElement | undefined {
  for (const child of parent.childNodes) {
    if (!isMarkupElement(child)) continue;
    if (isDrawnLabel(readStyle(child))) return child;
    const inside = depth < deepestSearch ? findIgnored(child, depth + 1) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

const isDrawnLabel = (style: ReadonlyMap<string, string>) => style.get('mso-list') === 'ignore';

function wordsIn(parent: MarkupParent, depth = 0): string {
  return parent.childNodes
    .map((child) =>
      isMarkupText(child)
        ? child.value
        : isMarkupElement(child) && depth < deepestSearch
          ? wordsIn(child, depth + 1)
          : '',
    )
    .join('');
}

/** The family may stand at the label or at the run around it. */
function hasBulletFont(element: MarkupElement, label: MarkupElement): boolean {
  for (let at: MarkupParent | null = label; at !== null && at !== element; ) {
    if (!('tagName' in at)) break;
    if (bulletFont.test(readStyle(at).get('font-family') ?? '')) return true;
    at = at.parentNode;
  }
  return false;
}

function readLabel(element: MarkupElement, list: string): ParagraphHint['label'] {
  const depth = Number(/level(\d+)/u.exec(list)?.[1] ?? '1');
  const drawn = findIgnored(element);
  if (drawn === undefined) return undefined;
  const text = wordsIn(drawn).replace(/[\s\u00a0]+/gu, '');
  if (text === '') return undefined;
  return { text, depth, isBullet: bulletSign.test(text) || hasBulletFont(element, drawn) };
}

/** Habits of office programs; harmless where the markup comes from elsewhere. */
export const officeHabits: MarkupHabits = {
  hintOf(element) {
    const style = readStyle(element);
    const outline = Number(style.get('mso-outline-level') ?? '');
    const list = style.get('mso-list');
    const label = list === undefined || list === 'none' ? undefined : readLabel(element, list);
    const hint: ParagraphHint = {
      ...(Number.isInteger(outline) && outline >= 1 && outline <= 9 ? { outline } : {}),
      ...(label === undefined ? {} : { label }),
    };
    return hint.outline === undefined && hint.label === undefined ? undefined : hint;
  },
  isFurniture: (element, style) =>
    isDrawnLabel(style) ||
    besideTheText.has(style.get('mso-element') ?? '') ||
    commentClass.test(markupAttribute(element, 'class') ?? ''),
};
