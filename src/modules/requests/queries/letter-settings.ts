/** What letters need beside their case: bodies of remedy, head of the unit, text in force. */
import { and, desc, eq } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import {
  findJurisdiction,
  findUnit,
  listCodesOfUnit,
  listUnits,
  type UnitKind,
  type UnitRecord,
} from '#modules/organisation/index.ts';
import {
  type LetterheadInput,
  type LetterSettings,
  letterKindNames,
  type RemedyBodiesInput,
  type TemplateView,
} from '../contract/letters.ts';
import { letterCodeOf } from '../rules/letters/document-number.ts';
import { letterFieldNames, letterFieldOf } from '../rules/letters/letter-fields.ts';
import { type LetterKind, letterKindOf } from '../rules/letters/letter-kinds.ts';
import { shippedTemplates } from '../rules/letters/shipped/all.ts';
import type { AnsweringBody, RemedyBodies } from '../rules/remedies.ts';
import { requestLetterheads, requestLetterTemplates, requestRemedyBodies } from '../tables/letters.ts';

/** The bodies as entered; empty names where nobody has. */
export async function findRemedyBodies(db: ReadDb, jurisdictionId: string): Promise<RemedyBodiesInput> {
  const [row] = await db
    .select()
    .from(requestRemedyBodies)
    .where(eq(requestRemedyBodies.jurisdictionId, jurisdictionId));
  return {
    superiorGovernment: row?.superiorGovernment ?? '',
    basicCourt: row?.basicCourt ?? '',
    intermediateCourt: row?.intermediateCourt ?? '',
  };
}

/** Full name of the government whose offices answer: its own entry of the register, else the name of the area. */
export async function nameOwnGovernment(db: ReadDb, jurisdictionId: string): Promise<string> {
  const [government] = await listUnits(db, jurisdictionId, ['government']);
  const jurisdiction = await findJurisdiction(db, jurisdictionId);
  return government?.name ?? `${jurisdiction?.name ?? ''}人民政府`;
}

const bodyOfKind: Readonly<Record<UnitKind, AnsweringBody>> = {
  government: 'government',
  leadingGroup: 'department',
  department: 'department',
  partyOffice: 'department',
  branch: 'verticalOrgan',
  institution: 'department',
  publicEnterprise: 'department',
  town: 'lowerGovernment',
  street: 'lowerGovernment',
  village: 'lowerGovernment',
  community: 'lowerGovernment',
};

/** What follows from the register until somebody enters otherwise. */
function usualBody({ kind, name }: UnitRecord): AnsweringBody {
  return kind === 'department' && name.endsWith('司法局') ? 'justiceDepartment' : bodyOfKind[kind];
}

/** The head of a unit's letters. */
export async function findLetterhead(db: ReadDb, unit: UnitRecord): Promise<LetterheadInput> {
  const [row] = await db.select().from(requestLetterheads).where(eq(requestLetterheads.unitId, unit.id));
  return {
    answeringBody: row?.answeringBody ?? usualBody(unit),
    superiorDepartment: row?.superiorDepartment ?? '',
    phone: row?.phone ?? '',
    officeAddress: row?.officeAddress ?? '',
    letterCode: row?.letterCode ?? '',
  };
}

export interface AnsweringUnit {
  readonly unit: UnitRecord;
  readonly head: LetterheadInput;
  readonly bodies: RemedyBodies;
}

/** Who answers, with the names its letters print. */
export async function getAnsweringUnit(db: ReadDb, unitId: string): Promise<AnsweringUnit> {
  const unit = await findUnit(db, unitId);
  if (unit === undefined) throw new Error(`no unit ${unitId}`);
  const head = await findLetterhead(db, unit);
  const entered = await findRemedyBodies(db, unit.jurisdictionId);
  const bodies: RemedyBodies = {
    ...entered,
    government: await nameOwnGovernment(db, unit.jurisdictionId),
    superiorDepartment: head.superiorDepartment,
  };
  return { unit, head, bodies };
}

/** The code in the numbers of a unit's letters on that day: its own entry, else from its issuing codes in use. */
export async function findLetterCode(db: ReadDb, unit: UnitRecord, on: Day): Promise<string | undefined> {
  const { letterCode } = await findLetterhead(db, unit);
  if (letterCode !== '') return letterCode;
  const codes = await listCodesOfUnit(db, unit.id);
  const inUse = codes.filter(
    ({ validFrom, validUntil }) =>
      (validFrom === null || validFrom <= on) && (validUntil === null || on < validUntil),
  );
  return letterCodeOf(inUse.map(({ code }) => code));
}

/** The text in force: the county's newest, else the shipped one (version 0). */
export async function findLetterTemplate(
  db: ReadDb,
  jurisdictionId: string,
  kind: LetterKind,
): Promise<TemplateView> {
  const { title, must } = letterKindOf(kind);
  const [row] = await db
    .select()
    .from(requestLetterTemplates)
    .where(
      and(eq(requestLetterTemplates.jurisdictionId, jurisdictionId), eq(requestLetterTemplates.kind, kind)),
    )
    .orderBy(desc(requestLetterTemplates.version))
    .limit(1);
  return {
    kind,
    title,
    version: row?.version ?? 0,
    body: row?.body ?? shippedTemplates[kind].trim(),
    note: row?.note ?? '',
    madeByName: row?.madeByName ?? null,
    madeAt: row?.madeAt.toISOString() ?? null,
    must: must.map((field) => letterFieldOf(field).label),
  };
}

/** All texts in force with the fields they may print, and the bodies of remedy. */
export async function viewLetterSettings(db: ReadDb, jurisdictionId: string): Promise<LetterSettings> {
  const templates: TemplateView[] = [];
  for (const kind of letterKindNames) templates.push(await findLetterTemplate(db, jurisdictionId, kind));
  return {
    bodies: await findRemedyBodies(db, jurisdictionId),
    government: await nameOwnGovernment(db, jurisdictionId),
    templates,
    fields: letterFieldNames.map((name) => {
      const { label, hint, shape } = letterFieldOf(name);
      return { label, hint, options: shape.kind === 'choice' ? Object.values(shape.options) : [] };
    }),
  };
}
