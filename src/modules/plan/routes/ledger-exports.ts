/** The ledger of a plan as a file, as its filters stand. */
import { z } from 'zod';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { ledgerQuerySchema } from '../contract/ledger.ts';
import { ledgerColumns, setLedgerLines } from '../exports/ledger-table.ts';
import { countLedgerItems, listLedgerItems } from '../queries/ledger.ts';
import { getReadablePlan, readableUnitIds } from '../queries/ledger-visibility.ts';
import { ledgerRefusals } from '../words/ledger.ts';
import { sheetReply } from './sheet-reply.ts';

/** Reports one file holds at most. */
const mostReports = 20_000;
const reportsPerQuestion = 500;

export const ledgerExportRoutes = [
  apiRoute({
    name: 'plan.exportLedger',
    summary: '导出台账（.xlsx 或 .csv），更正和撤回一并列出',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/plans/:planId/ledger/export',
    params: z.object({ planId: idSchema }),
    query: ledgerQuerySchema
      .omit({ after: true, limit: true })
      .extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    handle: async ({ app, actor, params, query }) => {
      const plan = await getReadablePlan(app, actor, params.planId);
      const { format, ...filter } = query;
      const unitIds = readableUnitIds(actor);
      const scope = { planId: plan.id, ...(unitIds === undefined ? {} : { unitIds }) };
      const db = app.database.read;
      if ((await countLedgerItems(db, scope, filter)) > mostReports) {
        throw ledgerRefusals.refuse('plan.ledgerExportTooLarge', { most: mostReports });
      }
      const lines: (string | number | null)[][] = [];
      for (let after: [string] | undefined; ; ) {
        const page = await listLedgerItems(db, scope, {
          ...filter,
          limit: reportsPerQuestion,
          ...(after === undefined ? {} : { after }),
        });
        lines.push(...setLedgerLines(page.rows));
        const last = page.rows.at(-1);
        if (page.next === null || last === undefined) break;
        after = [last.id];
      }
      const title = `${plan.title}台账`;
      return sheetReply(format, title, { title: '台账', columns: ledgerColumns, lines });
    },
  }),
];
