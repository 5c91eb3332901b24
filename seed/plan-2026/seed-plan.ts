/** The shape in which the demonstration plan is written down; the tasks themselves stand in the files beside. */

/** What a task is about: the fields an open-government plan of a county usually covers. */
export const seedPlanTopics = [
  'supervision',
  'organisation',
  'publishing',
  'policyLibrary',
  'interpretation',
  'decisions',
  'requests',
  'messages',
  'answers',
  'push',
  'monitoring',
  'accounts',
  'catalogue',
  'grassroots',
  'openData',
  'opinion',
  'reporting',
  'accessibility',
] as const;
export type SeedPlanTopic = (typeof seedPlanTopics)[number];

export interface SeedPlanTask {
  readonly topic: SeedPlanTopic;
  readonly requirement: string;
  /** Names as printed, each resolvable in `units.json`. */
  readonly lead?: readonly string[];
  readonly responsible?: readonly string[];
  readonly cooperating?: readonly string[];
  /** 完成时限 as printed. */
  readonly deadline: string;
}

/** Columns whose equal neighbouring cells are printed as one merged cell within a group. */
export type MergedColumn = 'lead' | 'responsible' | 'cooperating' | 'deadline';

export interface SeedPlanGroup {
  /** 工作任务, one cell merged over the rows of the group. */
  readonly item: string;
  readonly merged?: readonly MergedColumn[];
  readonly tasks: readonly SeedPlanTask[];
}

export interface SeedPlanSection {
  /** Printed as a banner row behind 一、 二、 … */
  readonly title: string;
  readonly groups: readonly SeedPlanGroup[];
}

export interface SeedPlan {
  readonly year: number;
  readonly issuer: string;
  readonly docNumber: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly noticeTitle: string;
  readonly addressees: string;
  readonly noticeParagraphs: readonly string[];
  readonly title: string;
  readonly sections: readonly SeedPlanSection[];
  /** Annex 2: the members of a collective phrase. */
  readonly memberList: {
    readonly title: string;
    readonly phrase: string;
    readonly members: readonly string[];
  };
}

/** A task with its number and the headings it stands under. */
export interface NumberedSeedTask extends SeedPlanTask {
  readonly no: number;
  readonly section: string;
  readonly item: string;
}

/** The tasks in printed order, numbered through from 1. */
export function numberedSeedTasks(plan: SeedPlan): readonly NumberedSeedTask[] {
  return plan.sections
    .flatMap((section) =>
      section.groups.flatMap((group) =>
        group.tasks.map((task) => ({ ...task, section: section.title, item: group.item })),
      ),
    )
    .map((task, index) => ({ ...task, no: index + 1 }));
}
