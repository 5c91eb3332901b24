/**
 * Titles that run into their paragraph: `（一）规范公报编发。统一刊登…`. Whether a label style of a document has them is
 * decided over all its paragraphs, so that one short first sentence does not make a title.
 */
import { cutAtDuties } from './duty-text.ts';
import { type LabelStyle, labelStyles } from './numbering.ts';
import type { OutlineParagraph } from './paragraphs.ts';

export interface RunInTitle {
  readonly title: string;
  readonly rest: string;
}

const longestTitle = 32;
const wideStyles: readonly LabelStyle[] = labelStyles.slice(0, 3);

/** Splits a labelled text into its title and what follows; undefined when its first sentence is no title. */
export function runInTitle(text: string): RunInTitle | undefined {
  const stop = /[。：:]\s*|\s{1,4}(?=\p{Script=Han}{6})/u.exec(text);
  if (stop === null || stop.index === 0 || stop.index > longestTitle) return undefined;
  const title = text.slice(0, stop.index);
  const rest = text.slice(stop.index + stop[0].length).trim();
  if ((title.match(/[，、]/gu)?.length ?? 0) > 3 || /[；！？（(]/u.test(title)) return undefined;
  const before = cutAtDuties(rest)[0]?.text ?? '';
  return before === '' ? undefined : { title, rest };
}

/** The label styles whose paragraphs mostly open with a title. */
export function runInStyles(paragraphs: readonly OutlineParagraph[]): ReadonlySet<LabelStyle> {
  const styles = new Set<LabelStyle>();
  for (const style of wideStyles) {
    const labelled = paragraphs.filter(
      ({ label }) => label?.style === style && label.rest.length > longestTitle,
    );
    const titled = labelled.filter(
      ({ label }) => label !== undefined && runInTitle(label.rest) !== undefined,
    );
    if (labelled.length > 0 && titled.length * 10 >= labelled.length * 6) styles.add(style);
  }
  return styles;
}
