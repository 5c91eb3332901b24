/** Texts cut to what an outlet takes, and bodies without what it cannot show. Pure. */
import type { RichBody } from '#kernel/rich-text/body.ts';
import { plainMarks } from '#kernel/rich-text/body.ts';

/** The text in at most `most` characters (not UTF-16 units), with a sign where something is left out. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** Pictures stay on the site; what they say stands in their place. */
export function withoutPictures(body: RichBody): RichBody {
  return body.map((block) => {
    if (block.kind !== 'picture') return block;
    const text = `（图：${block.caption || block.alt || '见原文'}）`;
    return { kind: 'paragraph', align: 'center', inlines: [{ kind: 'text', text, marks: plainMarks }] };
  });
}
