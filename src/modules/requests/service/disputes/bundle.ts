/**
 * The answer and evidence bundle of a dispute: an index from the case file with the papers in its order, as one archive.
 * Who reaches the dispute is judged by the caller's query; every bundle made is in the audit.
 */
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { findStoredFile } from '#kernel/files/stored-files.ts';
import { writePaperDocx } from '#kernel/paper/docx.ts';
import type { OfficialPaper } from '#kernel/paper/paper.ts';
import { transact } from '#kernel/work.ts';
import { type ArchivedFile, archiveFiles } from '#kernel/zip-archive.ts';
import { findUnit } from '#modules/organisation/index.ts';
import { eventOfDisputeRow, findReachableDispute, mapDisputeEvents } from '../../queries/disputes/stored.ts';
import { listIssuedLetters } from '../../queries/letters.ts';
import { listCaseEvents } from '../../queries/requests.ts';
import type { CaseEvent, CaseEventKind } from '../../rules/case-events.ts';
import {
  type BundleEntry,
  type BundleGroup,
  type BundlePaper,
  orderBundle,
} from '../../rules/disputes/bundle.ts';
import { listCountedEvents } from '../../rules/disputes/fold.ts';
import { letterKinds } from '../../rules/letters/letter-kinds.ts';
import type { DisputeRecord } from '../../tables/disputes.ts';
import {
  bundleGroupTitles,
  disputeEventTitle,
  disputeRefusals,
  disputeWayTitles,
} from '../../words/disputes.ts';
import { caseEventTitles } from '../../words/requests.ts';
import { readKeptLetter } from '../letters/keep-letter.ts';
import { auditDispute } from './dispute-in-hand.ts';

/** A paper with the way to its bytes. */
interface BundledPaper extends BundlePaper {
  readonly read?: () => Promise<Uint8Array | undefined>;
}

/** What each fact of a case is evidence of; facts that prove nothing are left out. */
const groupOfCaseEvent: Readonly<Partial<Record<CaseEventKind, readonly [BundleGroup, string]>>> = {
  registered: ['request', '申请人提出申请'],
  received: ['request', '收到申请之日'],
  correctionNoticed: ['handling', '一次性告知补正'],
  corrected: ['handling', '收到补正'],
  consulted: ['handling', '征求意见'],
  consultationAnswered: ['handling', '第三方、共同制作机关的意见'],
  extended: ['handling', '延长答复期限并告知'],
  counselAdvised: ['handling', '法律意见'],
  meetingHeld: ['handling', '会商'],
  reasonsAsked: ['handling', '要求说明理由'],
  reasonsJudged: ['handling', '对申请理由的认定'],
  replied: ['reply', '作出答复'],
  dispatched: ['delivery', '答复已经送出'],
  deliverySigned: ['delivery', '申请人签收'],
  withdrawn: ['reply', '申请人撤回申请'],
};

function papersOfCase(events: readonly CaseEvent[]): BundledPaper[] {
  return events.flatMap((event): BundledPaper[] => {
    const known = groupOfCaseEvent[event.kind];
    if (known === undefined) return [];
    const [group, proves] = known;
    return [{ group, title: `登记：${caseEventTitles[event.kind]}`, day: event.on, proves, fileName: null }];
  });
}

async function papersOfLetters(app: App, requestId: string): Promise<BundledPaper[]> {
  const letters = await listIssuedLetters(app.database.read, requestId);
  return letters.map((letter) => {
    const { title } = letterKinds[letter.kind];
    return {
      group: letter.leaf === null ? 'handling' : 'reply',
      title: letter.documentNumber === null ? title : `${title}（${letter.documentNumber}）`,
      day: letter.signedOn,
      proves: '',
      fileName: `${title}.pdf`,
      read: () => readKeptLetter(app, letter.id, 'pdf'),
    };
  });
}

async function papersOfDispute(app: App, record: DisputeRecord): Promise<BundledPaper[]> {
  const rows = (await mapDisputeEvents(app.database.read, [record.id])).get(record.id) ?? [];
  const counted = listCountedEvents(rows.map(eventOfDisputeRow));
  const papers: BundledPaper[] = [];
  for (const { event, position } of counted) {
    if (event.kind === 'documentAdded') {
      const fileId = rows[position]?.fileId ?? null;
      const file = fileId === null ? undefined : await findStoredFile(app.database.read, fileId);
      papers.push({
        group: event.group,
        title: event.title,
        day: event.day,
        proves: event.proves,
        fileName: file?.fileName ?? null,
        ...(file === undefined ? {} : { read: () => app.files.find(file.sha256) }),
      });
    } else if (['accepted', 'notified', 'replied', 'ruled'].includes(event.kind)) {
      const title = `登记：${disputeEventTitle(record.way, event.kind)}`;
      papers.push({ group: 'dispute', title, day: event.day, proves: '', fileName: null });
    }
  }
  return papers;
}

function indexPaper(
  record: DisputeRecord,
  unitName: string,
  entries: readonly BundleEntry[],
  today: Day,
): OfficialPaper {
  const name = record.way === 'review' ? '行政复议答复材料和证据目录' : '行政诉讼答辩材料和证据目录';
  return {
    title: `${name}（${record.number}）`,
    issuer: unitName,
    day: today,
    blocks: [
      { kind: 'title', lines: [name] },
      {
        kind: 'facts',
        rows: [
          ['编号', `${record.number}（${disputeWayTitles[record.way]}）`],
          ['事由', record.subject],
          [record.way === 'review' ? '复议机关' : '人民法院', record.authority],
          [record.way === 'review' ? '被申请人' : '被告', unitName],
        ],
      },
      {
        kind: 'table',
        widths: [1, 2, 5, 2, 4],
        headRows: 1,
        small: true,
        rows: [
          ['序号', '类别', '材料', '日期', '证明内容'].map((text) => ({ text, header: true })),
          ...entries.map((entry) => [
            { text: String(entry.number), align: 'center' as const },
            { text: bundleGroupTitles[entry.group] },
            { text: entry.path === null ? entry.title : `${entry.title}〔附〕` },
            { text: entry.day === null ? '' : longDay(entry.day) },
            { text: entry.proves },
          ]),
        ],
      },
      { kind: 'paragraph', text: '标“附”的材料以序号为文件名附后；其余为平台登记的事实，可以从案卷调取。' },
      { kind: 'signature', office: unitName, day: today, seal: true },
    ],
  };
}

export interface DisputeBundle {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The bundle as an archive: the index as a Word document and every paper under its number. */
export async function makeDisputeBundle(app: App, actor: Actor, disputeId: string): Promise<DisputeBundle> {
  const record = await findReachableDispute(app.database.read, actor, disputeId);
  if (record === undefined) throw disputeRefusals.refuse('requests.disputeNotFound', {});
  const unit = await findUnit(app.database.read, record.unitId);
  const papers = [
    ...(record.requestId === null
      ? []
      : [
          ...papersOfCase(await listCaseEvents(app.database.read, record.requestId)),
          ...(await papersOfLetters(app, record.requestId)),
        ]),
    ...(await papersOfDispute(app, record)),
  ];
  const entries = orderBundle(papers);
  const files: ArchivedFile[] = [];
  for (const entry of entries) {
    const bytes = await entry.read?.();
    if (entry.path !== null && bytes !== undefined) files.push({ path: entry.path, bytes });
  }
  const today = beijingDayOf(app.clock.now());
  const index = await writePaperDocx(indexPaper(record, unit?.name ?? '', entries, today));
  await transact(app, actor, async (work) => {
    work.authorise('requests.handle');
    auditDispute(work, 'exportDisputeBundle', record, `${record.number}：导出答复材料，${files.length}份`, {
      papers: entries.length,
      files: files.length,
    });
  });
  return {
    fileName: `${record.number}答复材料.zip`,
    bytes: archiveFiles([{ path: '000-目录.docx', bytes: index }, ...files]),
  };
}
