/**
 * Document numbers in running text: 望政办发〔2024〕3号 however its brackets and figures were typed. Works on folded text
 * (`foldSigns`); pure.
 */

const numberPattern = /([\u3400-\u9fff]{0,12})\s*[[(]\s*((?:19|20)\d\d)\s*[\])]\s*第?\s*0*(\d{1,5})\s*号/g;
/** The sender's part has at most so many signs: 望政办发 has four. */
const longestSender = 8;

/** A number, and where its sender's part and all of it stand in the folded text. */
export interface MetNumber {
  /** What stands in front of the year, as far as it can belong to the number. */
  readonly sender: string;
  /** Year and number without the sender: `[2024]3号`. */
  readonly bare: string;
  readonly start: number;
  readonly end: number;
}

/** Document numbers of a folded text, in order. */
export function findDocumentNumbers(folded: string): MetNumber[] {
  if (!folded.includes('号')) return [];
  return [...folded.matchAll(numberPattern)].map((match) => {
    const [all, before = '', year, number] = match;
    const sender = before.slice(-longestSender);
    return {
      sender,
      bare: `[${year}]${number}号`,
      start: match.index + before.length - sender.length,
      end: match.index + all.length,
    };
  });
}

/**
 * The forms a number is found by: with each ending of what stands before the year, because running text does not say
 * where the sender begins (根据望政办发〔2024〕3号), and bare.
 */
export function formsOfDocumentNumber(met: Pick<MetNumber, 'sender' | 'bare'>): string[] {
  return Array.from(
    { length: met.sender.length + 1 },
    (_, at) => `${met.sender.slice(met.sender.length - at)}${met.bare}`,
  );
}
