/** Commands on issuing codes (发文机关代字): register one or a table of them, end one. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import {
  type AddIssuingCodeInput,
  type ImportedCodes,
  type ImportIssuingCodesInput,
  issuingCodeText,
} from '../contract/issuing-codes.ts';
import { matchUnits } from '../queries/register.ts';
import { issuingCodes } from '../tables/issuing-codes.ts';
import { units } from '../tables/register.ts';
import { issuingCodeRefusals } from '../words/issuing-codes.ts';
import { getActiveUnit, getUnitForChange, lockRegister, mayKeepRegister } from './register.ts';

function refuseBackwardDays(input: { validFrom?: Day | undefined; validUntil?: Day | undefined }): void {
  const { validFrom, validUntil } = input;
  if (validFrom !== undefined && validUntil !== undefined && validFrom >= validUntil)
    throw issuingCodeRefusals.refuse('organisation.issuingCodeDays', {});
}

/** Who uses a code today. */
async function findCodeOwner(work: Work, jurisdictionId: string, code: string) {
  const [owner] = await work.db
    .select({ unitId: units.id, name: units.name })
    .from(issuingCodes)
    .innerJoin(units, eq(units.id, issuingCodes.unitId))
    .where(
      and(
        eq(issuingCodes.jurisdictionId, jurisdictionId),
        eq(issuingCodes.code, code),
        isNull(issuingCodes.validUntil),
      ),
    );
  return owner;
}

async function insertCode(
  work: Work,
  jurisdictionId: string,
  unitId: string,
  input: AddIssuingCodeInput,
): Promise<string> {
  const id = work.newId();
  await work.db.insert(issuingCodes).values({
    id,
    jurisdictionId,
    unitId,
    code: input.code,
    validFrom: input.validFrom ?? null,
    validUntil: input.validUntil ?? null,
    createdAt: work.now,
  });
  return id;
}

/** Registers a code of a unit. A code with an end may be one that another unit uses today. */
export async function addIssuingCode(
  work: Work,
  unitId: string,
  input: AddIssuingCodeInput,
): Promise<string> {
  const { jurisdictionId } = await getUnitForChange(work, unitId);
  mayKeepRegister(work, 'organisation.resolveNames', jurisdictionId);
  await lockRegister(work, jurisdictionId);
  const unit = await getActiveUnit(work, unitId, jurisdictionId);
  refuseBackwardDays(input);
  const { code } = input;
  const owner = input.validUntil === undefined ? await findCodeOwner(work, jurisdictionId, code) : undefined;
  if (owner !== undefined)
    throw issuingCodeRefusals.refuse('organisation.issuingCodeTaken', { code, owner: owner.name });
  const id = await insertCode(work, jurisdictionId, unitId, input);
  work.audit({
    action: 'organisation.addIssuingCode',
    objectKind: 'unit',
    objectId: unitId,
    unitId,
    summary: `为“${unit.name}”登记发文机关代字“${code}”`,
    after: input,
  });
  return id;
}

/** A code goes out of use; documents issued before keep it. */
export async function endIssuingCode(work: Work, codeId: string, input: { validUntil: Day }): Promise<void> {
  const [row] = await work.db.select().from(issuingCodes).where(eq(issuingCodes.id, codeId));
  if (row === undefined) throw issuingCodeRefusals.refuse('organisation.issuingCodeNotFound', {});
  mayKeepRegister(work, 'organisation.resolveNames', row.jurisdictionId);
  await lockRegister(work, row.jurisdictionId);
  if (row.validUntil !== null)
    throw issuingCodeRefusals.refuse('organisation.issuingCodeEnded', { code: row.code });
  refuseBackwardDays({ validFrom: row.validFrom ?? undefined, ...input });
  await work.db.update(issuingCodes).set(input).where(eq(issuingCodes.id, codeId));
  work.audit({
    action: 'organisation.endIssuingCode',
    objectKind: 'unit',
    objectId: row.unitId,
    unitId: row.unitId,
    summary: `发文机关代字“${row.code}”自${input.validUntil}起停用`,
    before: { validUntil: row.validUntil },
    after: input,
  });
}

interface MatchedRow {
  readonly unitId: string;
  readonly input: AddIssuingCodeInput;
}

/** Registers a table of codes. What cannot be registered is left out and told; nothing is guessed. */
export async function importIssuingCodes(
  work: Work,
  jurisdictionId: string,
  { rows }: ImportIssuingCodesInput,
): Promise<ImportedCodes> {
  mayKeepRegister(work, 'organisation.resolveNames', jurisdictionId);
  await lockRegister(work, jurisdictionId);
  const matches = await matchUnits(
    work.db,
    jurisdictionId,
    rows.map(({ unit }) => unit),
  );
  const leftOut: ImportedCodes['leftOut'] = [];
  const added: MatchedRow[] = [];
  let known = 0;
  for (const [index, row] of rows.entries()) {
    const leaveOut = (why: string) => leftOut.push({ row: index + 1, code: row.code, why });
    const match = matches.get(row.unit);
    const text = issuingCodeText.safeParse(row.code);
    if (match === undefined || !('unitId' in match)) {
      leaveOut(`名录里没有与“${row.unit}”完全对应的单位`);
      continue;
    }
    if (!text.success) {
      leaveOut('代字由二至十二个汉字组成，不含年份、括号和序号');
      continue;
    }
    const { validFrom, validUntil } = row;
    if (validFrom !== undefined && validUntil !== undefined && validFrom >= validUntil) {
      leaveOut('停用日期须晚于启用日期');
      continue;
    }
    const owner = validUntil === undefined ? await findCodeOwner(work, jurisdictionId, text.data) : undefined;
    if (owner !== undefined) {
      if (owner.unitId === match.unitId) known += 1;
      else leaveOut(`代字已经登记给“${owner.name}”`);
      continue;
    }
    const input = { code: text.data, validFrom, validUntil };
    await insertCode(work, jurisdictionId, match.unitId, input);
    added.push({ unitId: match.unitId, input });
  }
  work.audit({
    action: 'organisation.importIssuingCodes',
    objectKind: 'jurisdiction',
    objectId: jurisdictionId,
    summary: `批量登记发文机关代字：新增${added.length}个，已有${known}个，未登记${leftOut.length}个`,
    after: { added, leftOut },
  });
  return { added: added.length, known, leftOut };
}
