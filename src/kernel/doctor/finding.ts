/** What the doctor finds: a sentence about the installation and, where something is amiss, its remedy. */
import { z } from 'zod';

export const findingSchema = z.object({
  /** `ok` as it should be, `note` worth knowing, `fault` to be put right. */
  level: z.enum(['ok', 'note', 'fault']),
  what: z.string(),
  remedy: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export function healthy(what: string): Finding {
  return { level: 'ok', what };
}

export function noteworthy(what: string, remedy: string): Finding {
  return { level: 'note', what, remedy };
}

export function faulty(what: string, remedy: string): Finding {
  return { level: 'fault', what, remedy };
}

const marks = { ok: '✓', note: '!', fault: '✗' } as const;

/** The findings as lines for a person, faults with their remedy below. */
export function findingLines(findings: readonly Finding[]): string {
  return findings
    .flatMap(({ level, what, remedy }) => [
      `${marks[level]} ${what}`,
      ...(remedy === undefined ? [] : [`  处理办法：${remedy}`]),
    ])
    .join('\n');
}
