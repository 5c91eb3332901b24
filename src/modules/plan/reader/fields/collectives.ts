/** Reads the lists in which a document says which units a collective phrase stands for. */
import { joinChinese, simplifyCharacters, tidyText } from '#kernel/chinese/fold-text.ts';
import { splitUnitNames } from './units/split-names.ts';
import { isCollectivePhrase, looksLikeUnit } from './units/unit-words.ts';

const annex = /^附(?:件|表)?[\d一二三四五六七八九十]*[：:、.．]?(?=[^\d：:、.．]|$)/u;
const listHeading = /^(?<phrase>[^，。；：、]{2,24}?)(?:名单|名录|一览表|清单|范围)(?:（[^（）]*）)?[：:]?$/u;
const definition =
  /(?:^|[。；（：])(?:注[：:]|备注[：:]|说明[：:])?[“"《]?(?<phrase>[^“”"，。；：、（）《》]{2,24}?)[”"》]?(?:系指|是指|指|包括|包含|为)[：:]?(?<members>[^。；）]{6,})/gu;
const labelled = /^(?<phrase>[^，。；：、]{2,20})[：:](?<members>.{6,})$/u;
const numbering =
  /^(?:[（(]?\d{1,3}[.．、)）]?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)\s*/u;

function isPhrase(name: string): boolean {
  return (
    isCollectivePhrase(name) ||
    /(?:[县区市]属|[县区市]直|[县区市]级|成员|责任|主办|管理).*(?:单位|部门|机关)$|(?:部门|单位|镇街|街道|乡镇)$/u.test(
      name,
    )
  );
}

function membersOf(text: string): readonly string[] {
  const simple = simplifyCharacters(text);
  return splitUnitNames(text, simple).names.filter((name) => looksLikeUnit(simplifyCharacters(name)));
}

/**
 * Members of collective phrases named by annex lists (`县属有关单位名单` and the lines below it) and by
 * definitions (`区级有关部门指A、B、C`). Phrase and names as printed; a list with fewer than two names is no list.
 */
export function readCollectives(
  printedLines: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const keep = (phrase: string, members: readonly string[]) => {
    if (members.length < 2) return;
    const known = found.get(phrase) ?? [];
    found.set(phrase, [...new Set([...known, ...members])]);
  };
  let open: string | undefined;
  let gathered: string[] = [];
  const closeList = () => {
    if (open !== undefined) keep(open, gathered);
    open = undefined;
    gathered = [];
  };
  for (const printed of printedLines) {
    const line = joinChinese(tidyText(printed)).trim();
    if (line === '') continue;
    const bare = simplifyCharacters(line).replace(annex, '');
    const heading = listHeading.exec(bare)?.groups?.phrase?.replace(/^.*?(?:19|20)\d{2}年度?/u, '');
    if (heading !== undefined && isPhrase(heading)) {
      closeList();
      open = heading;
      continue;
    }
    for (const match of simplifyCharacters(line).matchAll(definition)) {
      const { phrase, members } = match.groups ?? {};
      if (phrase !== undefined && members !== undefined && isPhrase(phrase)) keep(phrase, membersOf(members));
    }
    if (open === undefined) continue;
    const label = labelled.exec(line)?.groups;
    const body = (label?.members ?? line).replace(numbering, '');
    const members = membersOf(body);
    const isList = members.length > 1 || (members.length === 1 && body.length <= 24 && !/[：:]$/u.test(body));
    if (isList) gathered.push(...members);
    else if (gathered.length > 0 || /[。；]$/u.test(line)) closeList();
  }
  closeList();
  return Object.fromEntries(found);
}
