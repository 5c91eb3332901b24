/** Which characters are written for which: of the same sound, of a near sound, or alike to the eye, with what it costs to believe it. Pure. */

/** How two characters are near, as bits. */
export const nearness = { tone: 1, sound: 2, nearSound: 4, alike: 8 } as const;

/** Cost of believing a mistake, in natural logarithms; tuned on development data. */
const costs = { tone: 5.5, sound: 6, nearSound: 7.5, alike: 6 } as const;
/** What the cost of likeness grows by as likeness falls from 1. */
const likenessSlope = 8;
const leastLikeness = 0.66;
/** Characters that both sound and look alike are taken for each other most. */
const bothDiscount = 2;

/** Lists of all characters one after another, each by code: the entries of the character at `index` are from `starts[index]`. */
export interface Confusions {
  /** Index of a character; -1 when it is never suspected. */
  readonly indexOf: (code: number) => number;
  readonly starts: Int32Array;
  readonly codes: Uint16Array;
  readonly costs: Float32Array;
  readonly kinds: Uint8Array;
}

/** What the table is made from. */
export interface ConfusionSource {
  readonly signs: Uint16Array;
  /** So many signs, the first of the list, may be proposed. */
  readonly common: number;
  /** Readings of each sign as `syllable * 8 + tone`. */
  readonly sounds: readonly Uint16Array[];
  /** Pairs of index and likeness in hundredths. */
  readonly alike: readonly Uint16Array[];
  readonly syllables: readonly string[];
}

/** What speakers of many regions do not tell apart. */
const nearInitials: Readonly<Record<string, string>> = { zh: 'z', ch: 'c', sh: 's', n: 'l', h: 'f', r: 'l' };

function nearSyllable(syllable: string): string {
  const [, initial = '', final = ''] = /^(zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(.*)$/.exec(syllable) ?? [];
  return `${nearInitials[initial] ?? initial}${final.replace(/ng$/, 'n')}`;
}

/** Numbers the near syllables, so that groups are arrays. */
function nearGroups(syllables: readonly string[]): readonly number[] {
  const names = syllables.map(nearSyllable);
  return names.map((name) => names.indexOf(name));
}

/** Signs that may be proposed, by the group of each of their readings: `sign * 8 + tone` and the syllable. */
function signsByGroup(
  { sounds, common }: ConfusionSource,
  groups: readonly number[],
): readonly (readonly { readonly sign: number; readonly sound: number }[])[] {
  const members: { sign: number; sound: number }[][] = groups.map(() => []);
  for (let sign = 0; sign < common; sign++)
    for (const sound of sounds[sign] ?? []) members[groups[sound >> 3] ?? 0]?.push({ sign, sound });
  return members;
}

/** The table of confusions from readings and likeness. */
export function confusionsOf(source: ConfusionSource): Confusions {
  const { signs, sounds, alike, syllables } = source;
  const groups = nearGroups(syllables);
  const members = signsByGroup(source, groups);
  const indexes = new Int16Array(0x10000).fill(-1);
  for (const [index, code] of signs.entries()) indexes[code] = index;
  const starts = new Int32Array(signs.length + 1);
  const room = members.reduce((sum, group) => sum + group.length ** 2, 0) * 2 + signs.length * 32;
  const codes = new Uint16Array(room);
  const prices = new Float32Array(room);
  const kinds = new Uint8Array(room);
  const kindOf = new Uint8Array(signs.length);
  const priceOf = new Float32Array(signs.length);
  let count = 0;
  for (let sign = 0; sign < signs.length; sign++) {
    const met: number[] = [];
    const put = (other: number, price: number, kind: number) => {
      const earlier = kindOf[other] ?? 0;
      if (other === sign) return;
      if (earlier === 0) met.push(other);
      priceOf[other] = earlier === 0 ? price : Math.min(price, priceOf[other] ?? price);
      kindOf[other] = earlier | kind;
    };
    for (const sound of sounds[sign] ?? [])
      for (const other of members[groups[sound >> 3] ?? 0] ?? []) {
        if (other.sound === sound) put(other.sign, costs.tone, nearness.tone);
        else if (other.sound >> 3 === sound >> 3) put(other.sign, costs.sound, nearness.sound);
        else put(other.sign, costs.nearSound, nearness.nearSound);
      }
    const list = alike[sign] ?? [];
    for (let at = 0; at + 1 < list.length; at += 2) {
      const likeness = (list[at + 1] ?? 0) / 100;
      if (likeness >= leastLikeness)
        put(list[at] ?? 0, costs.alike + (1 - likeness) * likenessSlope, nearness.alike);
    }
    met.sort((left, right) => (signs[left] ?? 0) - (signs[right] ?? 0));
    for (const other of met) {
      const kind = kindOf[other] ?? 0;
      codes[count] = signs[other] ?? 0;
      prices[count] = (priceOf[other] ?? 0) - (kind > nearness.alike ? bothDiscount : 0);
      kinds[count] = kind;
      kindOf[other] = 0;
      count++;
    }
    starts[sign + 1] = count;
  }
  return {
    indexOf: (code) => indexes[code] ?? -1,
    starts,
    codes: codes.slice(0, count),
    costs: prices.slice(0, count),
    kinds: kinds.slice(0, count),
  };
}
