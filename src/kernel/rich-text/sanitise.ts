/**
 * The door of the body format: markup from anywhere in, the house's subset out. What comes out is written anew from
 * what was understood, never copied, so that no trick of markup passes; the same content gives the same bytes.
 */
import { arrangeBody } from './arrange-body.ts';
import type { RichBody } from './body.ts';
import { type DroppedPart, DroppedTally } from './dropped.ts';
import { parseMarkup } from './parse-markup.ts';
import { MarkupReader } from './read-markup.ts';
import { writeRichText } from './write-body.ts';

export interface ReadBody {
  readonly body: RichBody;
  readonly dropped: readonly DroppedPart[];
}

export interface SanitisedRichText {
  readonly html: string;
  readonly dropped: readonly DroppedPart[];
}

/** Reads markup as a body; markup beyond all measure gives an empty body and a `tooLarge` among what was dropped. */
export function readRichText(html: string): ReadBody {
  const tally = new DroppedTally();
  const markup = parseMarkup(html, tally);
  const body = markup === undefined ? [] : arrangeBody(new MarkupReader(tally).read(markup), tally);
  return { body, dropped: tally.list() };
}

/** The canonical markup of what was given, with what was left out. `sanitiseRichText(x).html` sanitised again is itself. */
export function sanitiseRichText(html: string): SanitisedRichText {
  const { body, dropped } = readRichText(html);
  return { html: writeRichText(body), dropped };
}
