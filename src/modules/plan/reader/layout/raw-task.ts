/**
 * A task as the layout shows it, before its field texts are read: texts per role, what was inherited, what looks
 * damaged. Shared by the table and the narrative reader.
 */

import type { SourcePlace } from '#kernel/reading/source.ts';
import type { ReadingFlag, TaskField } from '../reading.ts';

export type UnitRole = 'lead' | 'responsible' | 'cooperating';

/** Texts that say who and when, as printed; null where nothing is printed. */
export interface DutyTexts {
  readonly lead: string | null;
  readonly responsible: string | null;
  readonly cooperating: string | null;
  readonly deadline: string | null;
}

export const noDuties: DutyTexts = { lead: null, responsible: null, cooperating: null, deadline: null };

export interface RawTask {
  readonly no: number | null;
  readonly section: string | null;
  /** What the label of the section counts (三、 is 3); null where it has none. */
  readonly sectionNumber: number | null;
  readonly subsection: string | null;
  readonly item: string | null;
  readonly requirement: string;
  readonly duties: DutyTexts;
  readonly remarks: string | null;
  readonly inherited: readonly TaskField[];
  readonly flags: readonly ReadingFlag[];
  readonly place: SourcePlace;
}
