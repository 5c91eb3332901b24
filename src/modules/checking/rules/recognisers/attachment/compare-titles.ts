/** Compares the names of attachments as the note and the attachment give them. Pure. */

/** A name without blanks, signs and a file's ending. */
export function bareTitle(title: string): string {
  return title
    .replace(/\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|txt|jpg|png)$/iu, '')
    .replace(/[\s　《》〈〉“”‘’"'（）()【】〔〕[\]、，。；：:;,.．·—–\-_]/gu, '');
}

const longestCompared = 80;

/** Least number of insertions, deletions and replacements between two short texts. */
function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 0; at < left.length; at += 1) {
    const next = [at + 1];
    for (let other = 0; other < right.length; other += 1) {
      const replaced = (row[other] ?? 0) + (left[at] === right[other] ? 0 : 1);
      next.push(Math.min(replaced, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

export type TitleLikeness = 'same' | 'similar' | 'different';

/** From this share of changed characters on two names are different things. */
const similarShare = 0.34;
const shortestPart = 5;

/** How like two names are; one that holds the other (a title over several lines, with a year) is the same. */
export function likenessOfTitles(announced: string, titles: readonly string[]): TitleLikeness {
  const wanted = bareTitle(announced).slice(0, longestCompared);
  const shares = titles.map((title) => {
    const found = bareTitle(title).slice(0, longestCompared);
    if (wanted === '' || found === '') return 1;
    const holds = found.length >= shortestPart && wanted.startsWith(found);
    if (found.startsWith(wanted) || holds || found.endsWith(wanted)) return 0;
    return distanceOf(wanted, found) / Math.max(wanted.length, found.length);
  });
  const best = Math.min(1, ...shares);
  if (best === 0) return 'same';
  return best <= similarShare ? 'similar' : 'different';
}
