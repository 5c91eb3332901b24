/**
 * Opens a report's file: JSON by its schema, everything else through the kernel's isolated reader. What is no report is
 * refused with the reason; nothing is decided about the figures here.
 */
import { readSourceIsolated } from '#kernel/reading/read-source-isolated.ts';
import { reportFileSchema, reportFormat } from '../contract/report-schema.ts';
import { reportingRefusals } from '../refusals.ts';
import type { AnnualReport } from '../rules/annual-report.ts';
import { reportOfFile } from '../rules/report-file.ts';
import { readReport } from './read-report.ts';

/** Larger JSON files are no report. */
const largestJson = 4 * 1024 * 1024;
/** The head of a page is within so many bytes. */
const headReach = 32 * 1024;

function jsonOf(bytes: Uint8Array): unknown {
  if (bytes.length > largestJson) return undefined;
  const text = new TextDecoder('utf-8')
    .decode(bytes)
    .replace(/^\ufeff/u, '')
    .trim();
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reportOfJson(given: unknown, fileName: string): AnnualReport {
  const parsed = reportFileSchema.safeParse(given);
  if (parsed.success) return reportOfFile(parsed.data);
  const faults = parsed.error.issues.slice(0, 3).map(({ path }) => path.join('.') || 'layout');
  throw reportingRefusals.refuse('reporting.jsonUnfit', {
    file: fileName,
    fields: faults.join('、'),
    format: reportFormat,
  });
}

/** What a page calls itself in its head, which is no part of its text: government sites fill ArticleTitle. */
function titlesOfPage(bytes: Uint8Array): readonly string[] {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, headReach));
  if (!/^\s*<|<head|<meta/iu.test(head)) return [];
  const article = /<meta[^>]+name\s*=\s*["']?ArticleTitle["']?[^>]*>/iu.exec(head)?.[0];
  const named =
    article === undefined ? undefined : /content\s*=\s*["']([^"']{1,120})["']/iu.exec(article)?.[1];
  const titled = /<title[^>]*>([^<]{1,120})<\/title>/iu.exec(head)?.[1];
  return [named, titled]
    .filter((title): title is string => title !== undefined)
    .map((title) => title.replace(/\s+/gu, ''));
}

export interface ReportFileOptions {
  readonly signal?: AbortSignal;
}

/**
 * Reads a report from a file of any supported kind.
 * @throws Refusal `reporting.fileUnreadable`, `reporting.jsonUnfit`, `reporting.notAReport`
 */
export async function readReportFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReportFileOptions = {},
): Promise<AnnualReport> {
  const json = jsonOf(bytes);
  if (json !== undefined) return reportOfJson(json, fileName);
  const reading = await readSourceIsolated(bytes, { fileName }, options);
  options.signal?.throwIfAborted();
  if (!reading.ok) {
    const { sentence, remedy } = reading.refusal;
    throw reportingRefusals.refuse('reporting.fileUnreadable', { file: fileName, sentence, remedy });
  }
  const { report, isReport } = readReport(reading.document, ...titlesOfPage(bytes), fileName);
  if (!isReport) throw reportingRefusals.refuse('reporting.notAReport', { file: fileName });
  return report;
}
