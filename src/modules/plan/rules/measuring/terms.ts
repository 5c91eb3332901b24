/** A binding's terms and a measure's parameters as people read them. Pure. */
import { z } from 'zod';
import { addDays, type Day } from '#kernel/day.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { Measure } from '#kernel/measure.ts';
import { repeatWords } from './periods.ts';
import type { Repeat, UnitChoice } from './shapes.ts';

export interface BindingTerms {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly every: Repeat | null;
  readonly periodFrom: Day | null;
  readonly periodUntil: Day | null;
  readonly unitChoice: UnitChoice;
  /** Names of the units it counts, where they are at hand; few are named, many are counted. */
  readonly unitNames?: readonly string[];
}

export const unitChoiceWords: Readonly<Record<UnitChoice, string>> = {
  leads: '牵头单位',
  assigned: '全部责任单位',
  listed: '指定单位',
};

const fieldWords = z.object({
  title: z.string().optional(),
  choices: z.record(z.string(), z.string()).optional(),
});

/** Title and words for choices that a parameter's schema carries. */
export function wordsOfParameter(
  measure: Pick<Measure, 'parameters'> | undefined,
  key: string,
): z.infer<typeof fieldWords> {
  const field: unknown = measure?.parameters.shape[key];
  if (typeof field !== 'object' || field === null || !('meta' in field)) return {};
  const parsed = fieldWords.safeParse(typeof field.meta === 'function' ? field.meta() : {});
  return parsed.success ? parsed.data : {};
}

function valueInTerms(value: unknown, choices: Readonly<Record<string, string>>): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((one) => valueInTerms(one, choices)).join('、');
  const text = value === null || value === undefined ? '' : String(value);
  return text === '' ? '不限' : (choices[text] ?? text);
}

/** Units named one by one; more are counted. */
const namedUnits = 5;

function unitsInWords({ unitChoice, unitNames }: BindingTerms): string {
  const words = unitChoiceWords[unitChoice];
  if (unitNames === undefined || unitNames.length === 0) return words;
  const count = `${unitNames.length}个`;
  if (unitChoice !== 'listed') return `${words}（${count}）`;
  const named = unitNames.slice(0, namedUnits).join('、');
  return unitNames.length > namedUnits ? `${named}等${count}单位` : named;
}

/** 全部责任单位，每季度，培训类型：全员培训; a change of any of it reads differently. What is as usual is not told. */
export function termsInWords(terms: BindingTerms, measure: Pick<Measure, 'parameters'> | undefined): string {
  const { periodFrom, periodUntil } = terms;
  const from = periodFrom === null ? '' : `自${dayTextInWords(periodFrom)}起`;
  const until = periodUntil === null ? '' : `至${dayTextInWords(addDays(periodUntil, -1))}`;
  const usual: unknown = measure?.parameters.safeParse({}).data;
  const isUsual = (key: string, value: unknown) =>
    typeof usual === 'object' &&
    usual !== null &&
    canonicalText(Reflect.get(usual, key)) === canonicalText(value);
  const parameters = Object.entries(terms.parameters).flatMap(([key, value]) => {
    const { title = key, choices = {} } = wordsOfParameter(measure, key);
    return isUsual(key, value) ? [] : [`${title}：${valueInTerms(value, choices)}`];
  });
  const every = terms.every === null ? '' : repeatWords[terms.every];
  return [unitsInWords(terms), `${from}${until}`, every, ...parameters]
    .filter((part) => part !== '')
    .join('，');
}

/** One text for equal values, whatever the order of their members. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${members.map(([key, member]) => `${key}:${canonicalText(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'undefined';
}
