/** Which paragraphs of running text are headings, by label, length and what follows them. */
import { type LabelStyle, labelStyles, type OpeningLabel } from './numbering.ts';
import type { OutlineParagraph } from './paragraphs.ts';

const longestHeading = 60;

/** Whether a paragraph only heads what follows. */
export function isHeading(paragraph: OutlineParagraph, next: OutlineParagraph | undefined): boolean {
  const { label, text } = paragraph;
  if (paragraph.headingLevel !== undefined) return text.length <= longestHeading;
  if (label === undefined) return false;
  const rest = label.rest.replace(/。$/u, '');
  if (rest === '' || /[。；]|：./u.test(rest)) return false;
  if (label.style === 'part') return rest.length <= longestHeading;
  if (label.rest.endsWith('。') && (next === undefined || isSameOrWider(next, label.style))) return false;
  if (label.style === 'cn' || label.style === 'cnParen') return rest.length <= 45;
  if (label.style !== 'arabic' || rest.length > 30 || /[。；，：]$/u.test(label.rest)) return false;
  return (
    next !== undefined &&
    next.label?.style !== 'arabic' &&
    next.headingLevel === undefined &&
    !isWider(next.label)
  );
}

/** Whether a paragraph with a run-in title is a task itself: nothing narrower follows it. */
export function namesOneTask(paragraph: OutlineParagraph, next: OutlineParagraph | undefined): boolean {
  const style = paragraph.label?.style;
  if (style === undefined || style === 'part') return false;
  return next?.label === undefined || isSameOrWider(next, style);
}

function isSameOrWider(next: OutlineParagraph, style: LabelStyle): boolean {
  return next.label !== undefined && labelStyles.indexOf(next.label.style) <= labelStyles.indexOf(style);
}

function isWider(label: OpeningLabel | undefined): boolean {
  return label !== undefined && (label.style === 'part' || label.style === 'cn' || label.style === 'cnParen');
}
