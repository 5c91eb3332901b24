/** What the module offers to open data: the periods of the law with the county's promises. */
import type { DatasetOffer } from '#kernel/module.ts';
import { periodRules } from './law/register.ts';
import { listAllTargets } from './queries/targets.ts';
import { lengthWords } from './rules/tell.ts';
import { boundTitles, subjectTitles, unitTitles } from './words.ts';

const rulesDataset: DatasetOffer = {
  id: 'periods.rules',
  title: '政务公开法定期限',
  description: '政务公开各项工作的法定期限、起算、单位、依据和本地承诺的更短时限。',
  columns: [
    { key: 'rule', title: '期限代码', type: 'text' },
    { key: 'title', title: '事项', type: 'text' },
    { key: 'subject', title: '类别', type: 'text' },
    { key: 'start', title: '起算', type: 'text' },
    { key: 'bound', title: '最长或最短', type: 'text' },
    { key: 'length', title: '期限', type: 'text' },
    { key: 'unit', title: '单位', type: 'text' },
    { key: 'article', title: '依据', type: 'text' },
    { key: 'from', title: '自何日起适用', type: 'day' },
    { key: 'target', title: '本地承诺时限', type: 'text' },
  ],
  async listRows(db, page) {
    const targets = (await listAllTargets(db)).filter(({ untilDay }) => untilDay === null);
    const sorted = periodRules.toSorted((left, right) => (left.name < right.name ? -1 : 1));
    const rest = sorted.filter(({ name }) => page.after === null || name > page.after);
    const rows = rest.slice(0, page.limit).flatMap((rule) =>
      rule.versions.slice(-1).map((version) => {
        const target = targets.find((one) => one.rule === rule.name);
        return {
          rule: rule.name,
          title: rule.title,
          subject: subjectTitles[rule.subject],
          start: rule.startEvent,
          bound: boundTitles[version.bound],
          length: lengthWords(version.unit, version.length),
          unit: unitTitles[version.unit],
          article: version.article,
          from: version.from,
          target: target === undefined ? null : lengthWords(version.unit, target.length),
        };
      }),
    );
    return { rows, next: rest.length > page.limit ? (rows.at(-1)?.rule ?? null) : null };
  },
};

export const periodDatasets: readonly DatasetOffer[] = [rulesDataset];
