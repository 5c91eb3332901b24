/** Commands on released copies: marked, made and proven, checked by a second person, released. */
import { eq } from 'drizzle-orm';
import { type Actor, signatureOf } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { recordStoredFile } from '#kernel/files/stored-files.ts';
import { transact, type Work } from '#kernel/work.ts';
import { checkFile } from '#modules/checking/index.ts';
import { findUnit } from '#modules/organisation/index.ts';
import { findReachableRedaction, loadRedactionText } from '../../queries/redactions.ts';
import { drawPages } from '../../reader/page-images.ts';
import { canReachCase } from '../../rules/case-access.ts';
import { findBoxFaults, type PageBox } from '../../rules/redaction/page-boxes.ts';
import {
  findLeftovers,
  findMarkFaults,
  type RedactionMark,
  type RedactionText,
} from '../../rules/redaction/redacted-text.ts';
import { judgeRedactionAction, type RedactionAction } from '../../rules/redaction/redaction-state.ts';
import { type RedactionRow, requestRedactions } from '../../tables/redactions.ts';
import { requests } from '../../tables/requests.ts';
import { keepSealedBytes, readSealedBytes, sha256OfBytes } from '../../tables/sealed-files.ts';
import { redactionRefusals } from '../../words/redactions.ts';
import { type MadeCopy, makeCopyOfPages, makeCopyOfText } from './make-copy.ts';

const purpose = 'requests.redaction';

/** The audit of one step on a copy; never with any of its words. */
export function auditRedaction(
  work: Work,
  action: string,
  row: Pick<RedactionRow, 'id' | 'unitId'>,
  summary: string,
  after: unknown,
): void {
  work.audit({
    action: `requests.${action}`,
    objectKind: 'requestRedaction',
    objectId: row.id,
    unitId: row.unitId,
    summary,
    after,
    affectsPortal: false,
  });
}

function requireAction(action: RedactionAction, row: RedactionRow, actor: Actor): void {
  const verdict = judgeRedactionAction(action, row, signatureOf(actor).by);
  if (!verdict.allowed) {
    throw redactionRefusals.refuse('requests.redactionActionNotAllowed', {
      action,
      because: verdict.because,
    });
  }
}

/** The copy locked for an action; 404 for whoever does not reach its case. */
async function takeRedaction(
  work: Work,
  redactionId: string,
  action: RedactionAction,
): Promise<RedactionRow> {
  work.authorise('requests.handle');
  const [row] = await work.db
    .select()
    .from(requestRedactions)
    .where(eq(requestRedactions.id, redactionId))
    .for('update');
  const [request] =
    row === undefined ? [] : await work.db.select().from(requests).where(eq(requests.id, row.requestId));
  if (row === undefined || request === undefined || !canReachCase(work.actor, request)) {
    throw redactionRefusals.refuse('requests.redactionNotFound', {});
  }
  requireAction(action, row, work.actor);
  return row;
}

/** What a change of the marks undoes: copy, proof and its hash. */
const unmade = { stage: 'marking', copyFileId: null, copySha256: null, proof: null } as const;

/** Saves the marks. A copy made before is void; whoever marked does not release. */
export async function saveRedactionMarks(
  app: App,
  actor: Actor,
  input: {
    readonly redactionId: string;
    readonly version: number;
    readonly marks: readonly RedactionMark[];
    readonly boxes: readonly PageBox[];
  },
): Promise<void> {
  const found = await findReachableRedaction(app.database.read, actor, input.redactionId);
  if (found === undefined) throw redactionRefusals.refuse('requests.redactionNotFound', {});
  const text = await loadRedactionText(app, found.redaction);
  const words = {
    outside: '有一处不在文件之内',
    empty: '有一处没有文字',
    noReason: '有一处没有写明依据',
  } as const;
  const faults = [
    ...(text === null
      ? input.marks.map(() => '页面遮盖不能标文字')
      : findMarkFaults(text, input.marks).map(({ kind }) => words[kind])),
    ...findBoxFaults(input.boxes, found.redaction.pageFileIds.length),
  ];
  if (faults.length > 0) {
    throw redactionRefusals.refuse('requests.redactionMarksUnfit', { faults: [...new Set(faults)] });
  }
  await transact(app, actor, async (work) => {
    const row = await takeRedaction(work, input.redactionId, 'mark');
    if (row.version !== input.version) throw redactionRefusals.refuse('requests.redactionChanged', {});
    await work.db
      .update(requestRedactions)
      .set({
        ...unmade,
        marks: input.marks,
        boxes: input.boxes,
        markedBy: [...new Set([...row.markedBy, signatureOf(actor).by])],
        version: row.version + 1,
        changedAt: work.now,
      })
      .where(eq(requestRedactions.id, row.id));
    auditRedaction(work, 'saveRedactionMarks', row, '修改遮盖', {
      marks: input.marks.length,
      boxes: input.boxes.length,
    });
  });
}

async function makeCopy(app: App, row: RedactionRow, text: RedactionText | null): Promise<MadeCopy> {
  if (text !== null) {
    const unit = await findUnit(app.database.read, row.unitId);
    const copy = {
      title: row.title,
      issuer: unit?.name ?? '',
      day: beijingDayOf(app.clock.now()),
      fontFolder: app.config.GONGKAI_FONTS ?? null,
    };
    return makeCopyOfText(copy, text, row.marks);
  }
  const drawing = await drawPages(await readSealedBytes(app, purpose, row.sourceFileId));
  if (drawing.kind !== 'drawn') {
    return {
      bytes: new Uint8Array(),
      proof: { holds: false, done: [], faults: ['页面不能重新绘出，请确认服务器装有 pdftoppm'] },
    };
  }
  return makeCopyOfPages(drawing.pages, row.boxes);
}

/** What the checks forbid in the copy. A copy of pictures has no words to check; the second person reads it. */
async function findBlocks(app: App, actor: Actor, row: RedactionRow, bytes: Uint8Array): Promise<string[]> {
  if (row.mode === 'pages') return [];
  const day = beijingDayOf(app.clock.now());
  const question = { day, isPublishedList: false, unitId: row.unitId, fileName: '公开版.pdf', bytes };
  const { findings } = await checkFile(app, actor, question);
  return findings
    .filter(({ severity }) => severity === 'block')
    .map(({ text, reason }) => `“${text}”：${reason}`);
}

/** Makes the copy, reads it back, checks it; only a copy whose proof holds is kept. */
export async function makeRedactedCopy(
  app: App,
  actor: Actor,
  redactionId: string,
): Promise<{ readonly proof: readonly string[] }> {
  const found = await findReachableRedaction(app.database.read, actor, redactionId);
  if (found === undefined) throw redactionRefusals.refuse('requests.redactionNotFound', {});
  const seen = found.redaction;
  requireAction('make', seen, actor);
  const text = await loadRedactionText(app, seen);
  const left = text === null ? [] : findLeftovers(text, seen.marks);
  if (left.length > 0) {
    const kinds = new Set(left.map(({ words }) => words)).size;
    const faults = [`有${kinds}种已遮盖的文字在别处没有遮盖`];
    throw redactionRefusals.refuse('requests.redactionUnproven', { faults });
  }
  const { bytes, proof } = await makeCopy(app, seen, text);
  if (!proof.holds) throw redactionRefusals.refuse('requests.redactionUnproven', { faults: proof.faults });
  const findings = await findBlocks(app, actor, seen, bytes);
  if (findings.length > 0) throw redactionRefusals.refuse('requests.redactionBlocked', { findings });
  const kept = await keepSealedBytes(app, purpose, 'copy', bytes);
  const done = [
    ...proof.done,
    seen.mode === 'text' ? '发布前检测通过' : '图像没有文字可检测，由核对人逐页核对',
  ];
  return transact(app, actor, async (work) => {
    const row = await takeRedaction(work, redactionId, 'make');
    if (row.version !== seen.version) throw redactionRefusals.refuse('requests.redactionChanged', {});
    const copySha256 = sha256OfBytes(bytes);
    await work.db
      .update(requestRedactions)
      .set({
        stage: 'proven',
        copyFileId: await recordStoredFile(work, kept),
        copySha256,
        proof: done,
        version: row.version + 1,
        changedAt: work.now,
      })
      .where(eq(requestRedactions.id, row.id));
    auditRedaction(work, 'makeRedactedCopy', row, '生成公开版并核验通过', { copySha256, proof: done });
    return { proof: done };
  });
}

/** A second person read the copy: it may go to the applicant. */
export async function releaseRedactedCopy(
  work: Work,
  input: { readonly redactionId: string },
): Promise<void> {
  const row = await takeRedaction(work, input.redactionId, 'release');
  await work.db
    .update(requestRedactions)
    .set({
      stage: 'released',
      releasedOn: work.today,
      releasedByName: signatureOf(work.actor).name,
      version: row.version + 1,
      changedAt: work.now,
    })
    .where(eq(requestRedactions.id, row.id));
  auditRedaction(work, 'releaseRedactedCopy', row, '公开版核对通过', { copySha256: row.copySha256 });
}

/** The bytes of a copy; refuses bytes that are not those of the hash. */
export async function readRedactedCopy(app: App, row: RedactionRow): Promise<Uint8Array> {
  if (row.copyFileId === null) throw redactionRefusals.refuse('requests.redactionNotFound', {});
  const bytes = await readSealedBytes(app, purpose, row.copyFileId);
  if (sha256OfBytes(bytes) !== row.copySha256) throw new Error(`copy ${row.id} is not that of its hash`);
  return bytes;
}

/** A page of the source as PNG, for the screen that draws boxes. */
export async function readRedactionPage(app: App, row: RedactionRow, page: number): Promise<Uint8Array> {
  const fileId = row.pageFileIds[page - 1];
  if (fileId === undefined) throw redactionRefusals.refuse('requests.redactionNotFound', {});
  return readSealedBytes(app, purpose, fileId);
}
