/** Reading and checking a report's file for an officer. Neither the file nor what was found in it is kept. */
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { readReportFile } from '../reader/read-report-file.ts';
import { reportingRefusals } from '../refusals.ts';
import type { AnnualReport } from '../rules/annual-report.ts';
import { checkReport } from '../rules/check-report.ts';
import type { ReportFinding } from '../rules/report-finding.ts';

export interface CheckedReportFileReply {
  readonly fileName: string;
  readonly report: AnnualReport;
  readonly findings: readonly ReportFinding[];
}

/**
 * The report a file holds, with its findings; `previous` is last year's.
 * @throws Refusal `reporting.fileMissing` and those of the reader
 */
export async function checkReportFile(
  app: App,
  actor: Actor,
  files: readonly { readonly field: string; readonly name: string; readonly bytes: Uint8Array }[],
  signal: AbortSignal,
): Promise<CheckedReportFileReply> {
  authorise(app, actor, 'reporting.check');
  const own = files.find(({ field }) => field === 'file');
  if (own === undefined || own.bytes.byteLength === 0)
    throw reportingRefusals.refuse('reporting.fileMissing', {});
  const before = files.find(({ field }) => field === 'previous');
  const fileName = own.name.normalize('NFC');
  const report = await readReportFile(own.bytes, fileName, { signal });
  const previous =
    before === undefined
      ? {}
      : { previous: await readReportFile(before.bytes, before.name.normalize('NFC'), { signal }) };
  return { fileName, report, findings: checkReport(report, previous) };
}
