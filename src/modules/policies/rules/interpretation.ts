/**
 * What an interpretation says of itself: which documents it interprets and who speaks. 国办发〔2016〕80号: the principal of a
 * unit is its first interpreter; policy and interpretation are linked both ways. Pure; browser-safe.
 */

export const interpreterRanks = ['principal', 'deputy', 'expert', 'media', 'drafter'] as const;
/** 主要负责人、其他负责人、专家、媒体、起草单位. */
export type InterpreterRank = (typeof interpreterRanks)[number];

const principal = /(?:局长|主任|县长|区长|市长|镇长|乡长|书记|院长|社长|行长|站长|主要负责人|第一解读人)/u;
const lesser = /副|助理|科长|股长|分管|班子成员/u;
const expert = /专家|教授|研究员|律师|学者|工程师|顾问/u;
const media = /记者|编辑|报社|电视台|融媒体|媒体|主持人/u;

/** Who speaks, by the words of the field; without a rank it is the drafting unit. */
export function readInterpreterRank(words: string | null): InterpreterRank {
  const text = words?.trim() ?? '';
  if (expert.test(text)) return 'expert';
  if (media.test(text)) return 'media';
  if (lesser.test(text)) return 'deputy';
  return principal.test(text) ? 'principal' : 'drafter';
}

const quoted = /《(?<name>[^《》]{4,100})》/gu;
const number = /[\p{Script=Han}]{2,12}〔\d{4}〕\d{1,4}号/gu;
const wrapping = /^(?:一图读懂|图解|关于)?[：:]?|(?:的)?(?:政策|文件)?(?:解读|图解|问答|说明)(?:[（(].*)?$/gu;
/** Shorter names could be any document. */
const shortestCore = 5;

export interface InterpretedNames {
  readonly titles: readonly string[];
  readonly numbers: readonly string[];
  /** The title without the words that make it an interpretation; a part of the document's name. */
  readonly core: string | null;
}

/** Names and numbers of documents in the title and the text of an interpretation. */
export function readInterpretedNames(title: string, text: string): InterpretedNames {
  const all = `${title}\n${text}`;
  const core = title
    .replace(/\s+/gu, '')
    .replace(wrapping, '')
    .replace(/[《》]/gu, '');
  return {
    titles: [...new Set([...all.matchAll(quoted)].map(({ groups }) => groups?.name ?? ''))],
    numbers: [...new Set(all.match(number) ?? [])],
    core: core.length >= shortestCore ? core : null,
  };
}
