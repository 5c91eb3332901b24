/** Parses markup as browsers do, within measures: markup made to keep a parser busy is refused before or while it is parsed. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';
import { longestRichText } from './body.ts';
import type { DroppedTally } from './dropped.ts';
import { isMarkupElement, type MarkupParent } from './markup-look.ts';

const mostElements = 250_000;
/** A parser asks all open elements again and again. */
const deepestMarkup = 512;
/** Formatting left open is opened again in every paragraph that follows, so that few bytes become many elements. */
const mostOpenFormatting = 300;
const formattingTag = /<(\/?)(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/giu;

class MarkupTooLarge extends Error {}

function leavesFormattingOpen(html: string): boolean {
  const open = new Map<string, number>();
  let all = 0;
  for (const [, slash, name = ''] of html.matchAll(formattingTag)) {
    const tag = name.toLowerCase();
    const depth = open.get(tag) ?? 0;
    if (slash === '') {
      open.set(tag, depth + 1);
      all += 1;
      if (all > mostOpenFormatting) return true;
    } else if (depth > 0) {
      open.set(tag, depth - 1);
      all -= 1;
    }
  }
  return false;
}

function countingAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let elements = 0;
  const depths = new WeakMap<DefaultTreeAdapterMap['parentNode'], number>();
  return {
    ...defaultTreeAdapter,
    appendChild(parent, child) {
      if ('tagName' in child) {
        const depth = (depths.get(parent) ?? 0) + 1;
        if (depth > deepestMarkup) throw new MarkupTooLarge();
        depths.set(child, depth);
      }
      defaultTreeAdapter.appendChild(parent, child);
    },
    createElement(tagName, namespace, attrs) {
      elements += 1;
      if (elements > mostElements) throw new MarkupTooLarge();
      return defaultTreeAdapter.createElement(tagName, namespace, attrs);
    },
  };
}

/** The body of the parsed page; undefined, and noted, when the markup is beyond measure. */
export function parseMarkup(html: string, tally: DroppedTally): MarkupParent | undefined {
  if (html.length > longestRichText || leavesFormattingOpen(html)) {
    tally.note('tooLarge', '正文');
    return undefined;
  }
  try {
    const page = parse(html, { scriptingEnabled: false, treeAdapter: countingAdapter() });
    const root = page.childNodes.find(isMarkupElement);
    return root?.childNodes.filter(isMarkupElement).find((part) => part.tagName === 'body') ?? root;
  } catch (problem) {
    if (!(problem instanceof MarkupTooLarge)) throw problem;
    tally.note('tooLarge', '正文');
    return undefined;
  }
}
