/** Tables the plan module offers to open data: what is public of a plan anyway. */
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { nextBareKey } from '#kernel/http/paging.ts';
import type { DatasetOffer } from '#kernel/module.ts';
import { listAllPublicEvidence } from './queries/public-evidence.ts';
import { plans, tasks } from './tables/plans.ts';

const taskDataset: DatasetOffer = {
  id: 'plan.tasks',
  title: '政务公开工作任务',
  description: '各年度任务分解表中的任务、责任单位和完成时限，按印发文本。',
  columns: [
    { key: 'id', title: '任务编号', type: 'text' },
    { key: 'year', title: '年份', type: 'number' },
    { key: 'plan', title: '任务分解表', type: 'text' },
    { key: 'no', title: '序号', type: 'number' },
    { key: 'section', title: '工作任务', type: 'text' },
    { key: 'item', title: '工作事项', type: 'text' },
    { key: 'requirement', title: '具体要求', type: 'text' },
    { key: 'lead', title: '牵头单位', type: 'text' },
    { key: 'responsible', title: '责任单位', type: 'text' },
    { key: 'cooperating', title: '配合单位', type: 'text' },
    { key: 'deadlineText', title: '完成时限', type: 'text' },
    { key: 'deadlineDate', title: '写明的最后一日', type: 'day' },
  ],
  async listRows(db, page) {
    const rows = await db
      .select({ task: tasks, plan: plans })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(
        and(
          eq(plans.kind, 'own'),
          isNull(tasks.withdrawnAt),
          page.after === null ? undefined : gt(tasks.id, page.after),
        ),
      )
      .orderBy(asc(tasks.id))
      .limit(page.limit);
    return {
      rows: rows.map(({ task, plan }) => ({
        id: task.id,
        year: plan.year,
        plan: plan.title,
        no: task.no,
        section: task.section,
        item: task.item,
        requirement: task.requirement,
        lead: task.printedLead.join('、'),
        responsible: task.printedResponsible.join('、'),
        cooperating: task.printedCooperating.join('、'),
        deadlineText: task.deadlineText,
        deadlineDate: task.deadlineDate,
      })),
      next: nextBareKey(rows, page.limit, ({ task }) => task.id),
    };
  },
};

const evidenceDataset: DatasetOffer = {
  id: 'plan.publicEvidence',
  title: '政务公开工作进展',
  description: '各单位向社会公开的任务进展；更正、撤回或取消公开的不在其中。',
  columns: [
    { key: 'id', title: '编号', type: 'text' },
    { key: 'taskId', title: '任务编号', type: 'text' },
    { key: 'unit', title: '单位', type: 'text' },
    { key: 'day', title: '日期', type: 'day' },
    { key: 'body', title: '内容', type: 'text' },
    { key: 'figures', title: '数据', type: 'text' },
    { key: 'links', title: '网址', type: 'text' },
  ],
  async listRows(db, page) {
    const rows = await listAllPublicEvidence(db, page);
    return {
      rows: rows.map((row) => ({
        id: row.entryId,
        taskId: row.taskId,
        unit: row.unitName,
        day: row.day,
        body: row.body,
        figures: row.figures.map(({ label, amount, unit }) => `${label}${amount}${unit}`).join('；'),
        links: row.links.map((link) => link.url).join(' '),
      })),
      next: nextBareKey(rows, page.limit, ({ entryId }) => entryId),
    };
  },
};

export const planDatasets: readonly DatasetOffer[] = [taskDataset, evidenceDataset];
