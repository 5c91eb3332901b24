/** The sheet for a notice board, set as an official paper. */
import { longDay } from '#kernel/day-words.ts';
import type { OfficialPaper } from '#kernel/paper/paper.ts';
import { paperOfRichText } from '#kernel/paper/paper-of-rich-text.ts';
import { readRichText } from '#kernel/rich-text/sanitise.ts';
import type { OutletArticle } from '../adapters/adapter.ts';

/** Title, text, who publishes it, and where the original stands. */
export function composeSheet(article: OutletArticle): OfficialPaper {
  const { body } = readRichText(article.body);
  return {
    title: article.title,
    issuer: article.unitName,
    day: article.publishedOn,
    blocks: [
      { kind: 'title', lines: [article.title] },
      ...paperOfRichText(body),
      ...(article.attachments.length === 0
        ? []
        : [{ kind: 'attachments' as const, titles: article.attachments.map(({ title }) => title) }]),
      { kind: 'signature', office: article.unitName, day: article.publishedOn, seal: false },
      {
        kind: 'note',
        text: `（本件于${longDay(article.publishedOn)}在${article.siteName}政务公开网站发布，索引号${article.indexNumber}）`,
      },
    ],
  };
}
