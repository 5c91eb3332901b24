/**
 * The fictional county 望澜县 as checked data: `units.json` and `officers.json` in, typed units, collective phrases and
 * officers out. What turns them into rows are the commands of the modules; no database in here.
 */
import { z } from 'zod';
import { officerRoles, separatedRoles } from '#kernel/actor.ts';
import { type UnitKind, unitKinds } from '#modules/organisation/rules/kinds.ts';
import officersJson from './officers.json' with { type: 'json' };
import unitsJson from './units.json' with { type: 'json' };

const codeSchema = z.string().regex(/^[a-z]+(-[a-z]+)*$/);
const nameSchema = z.string().min(2);

const unitSchema = z.strictObject({
  code: codeSchema,
  /** Full official name. */
  name: nameSchema,
  /** The name plans print. */
  shortName: nameSchema,
  kind: z.enum(unitKinds),
  parent: codeSchema.nullable(),
  aliases: z.array(nameSchema).default([]),
  /** What stands before the year of its document numbers. */
  issuingCodes: z.array(z.string().regex(/^\p{Script=Han}{2,12}$/u)).default([]),
  /** Further official names of the same body (加挂牌子). */
  doubleNames: z.array(z.strictObject({ name: nameSchema, shortName: nameSchema })).default([]),
});
export type SeedUnit = z.infer<typeof unitSchema>;

/** Villages and communities by code; their names are completed with the town's. */
const grassrootsSchema = z.strictObject({
  under: codeSchema,
  communities: z.record(codeSchema, nameSchema).default({}),
  villages: z.record(codeSchema, nameSchema).default({}),
});

const collectiveSchema = z.strictObject({
  phrase: nameSchema,
  aliases: z.array(nameSchema).default([]),
  members: z.array(codeSchema).default([]),
  /** Stands for every unit of these kinds instead of listed members. */
  kinds: z.array(z.enum(unitKinds)).default([]),
  /** Names units by their part in the matter at hand, so that a person decides per task (政策起草单位). */
  dependsOnTask: z.boolean().default(false),
});

const unitsFileSchema = z.strictObject({
  jurisdiction: z.strictObject({
    code: codeSchema,
    name: nameSchema,
    level: z.literal('county'),
    /** The city above, fictional too. */
    parentName: nameSchema,
  }),
  units: z.array(unitSchema),
  grassroots: z.array(grassrootsSchema),
  collectives: z.array(collectiveSchema),
});

const officerSchema = z.strictObject({
  login: z.string().regex(/^[a-z]+$/),
  name: nameSchema,
  unit: codeSchema,
  position: nameSchema,
  roles: z.array(z.enum(officerRoles)).min(1),
  /** Filed as the unit's 政务公开联络员. */
  liaison: z.boolean().default(false),
});
export type SeedOfficer = z.infer<typeof officerSchema>;
const officersFileSchema = z.strictObject({ officers: z.array(officerSchema) });

/** A phrase that stands for several units; `members` are unit codes, empty only where the task decides. */
export interface SeedCollective {
  readonly phrase: string;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  /** Kinds of units that all belong to it; their units stand among `members` too. */
  readonly kinds: readonly UnitKind[];
  readonly dependsOnTask: boolean;
}

export interface CountySeed {
  readonly jurisdiction: z.infer<typeof unitsFileSchema>['jurisdiction'];
  /** Parents stand before their children. */
  readonly units: readonly SeedUnit[];
  readonly collectives: readonly SeedCollective[];
  readonly officers: readonly SeedOfficer[];
}

/** Every name a document may print for the unit. */
export function printedNamesOfUnit(unit: SeedUnit): readonly string[] {
  return [
    unit.name,
    unit.shortName,
    ...unit.aliases,
    ...unit.doubleNames.flatMap((double) => [double.name, double.shortName]),
  ];
}

type UnitsFile = z.infer<typeof unitsFileSchema>;

function grassrootsUnits(file: UnitsFile): SeedUnit[] {
  return file.grassroots.flatMap(({ under, communities, villages }) => {
    const place = file.units.find((unit) => unit.code === under)?.shortName ?? under;
    const unitsOf = (kind: 'community' | 'village', names: Readonly<Record<string, string>>) =>
      Object.entries(names).map(([code, name]) => ({
        code,
        name: `${file.jurisdiction.name}${place}${name}`,
        shortName: `${place}${name}`,
        kind,
        parent: under,
        aliases: [name],
        issuingCodes: [],
        doubleNames: [],
      }));
    return [...unitsOf('community', communities), ...unitsOf('village', villages)];
  });
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function faultsOfCountySeed(seed: CountySeed): readonly string[] {
  const codes = new Set<string>();
  const faults: string[] = [];
  for (const unit of seed.units) {
    if (unit.parent !== null && !codes.has(unit.parent))
      faults.push(`${unit.code}: no parent ${unit.parent} before`);
    codes.add(unit.code);
  }
  for (const code of repeated(seed.units.map((unit) => unit.code))) faults.push(`unit code twice: ${code}`);
  const names = [
    ...seed.units.flatMap((unit) => [...new Set(printedNamesOfUnit(unit))]),
    ...seed.collectives.flatMap(({ phrase, aliases }) => [phrase, ...aliases]),
  ];
  for (const name of repeated(names)) faults.push(`name of two units: ${name}`);
  for (const { phrase, members, dependsOnTask } of seed.collectives) {
    for (const member of members) if (!codes.has(member)) faults.push(`${phrase}: no unit ${member}`);
    if (dependsOnTask !== (members.length === 0)) faults.push(`${phrase}: members or dependsOnTask`);
  }
  for (const login of repeated(seed.officers.map((officer) => officer.login)))
    faults.push(`login twice: ${login}`);
  for (const { login, unit, roles } of seed.officers) {
    if (!codes.has(unit)) faults.push(`${login}: no unit ${unit}`);
    if (roles.length > 1 && separatedRoles.some((role) => roles.includes(role))) {
      faults.push(`${login}: holds a role that must be separate beside another`);
    }
  }
  for (const role of officerRoles) {
    if (!seed.officers.some((officer) => officer.roles.includes(role))) faults.push(`nobody is ${role}`);
  }
  return faults;
}

/**
 * Reads and checks the two files: unique codes, names and logins, parents before children, members and units that
 * exist, every role held, 三员 apart. Throws a `RangeError` that lists every fault.
 */
export function readCountySeed(unitsFile: unknown, officersFile: unknown): CountySeed {
  const file = unitsFileSchema.parse(unitsFile);
  const units = [...file.units, ...grassrootsUnits(file)];
  const seed: CountySeed = {
    jurisdiction: file.jurisdiction,
    units,
    collectives: file.collectives.map(({ phrase, aliases, members, kinds, dependsOnTask }) => ({
      phrase,
      aliases,
      members: [...members, ...units.filter((unit) => kinds.includes(unit.kind)).map((unit) => unit.code)],
      kinds,
      dependsOnTask,
    })),
    officers: officersFileSchema.parse(officersFile).officers,
  };
  const faults = faultsOfCountySeed(seed);
  if (faults.length > 0) throw new RangeError(`county seed: ${faults.join('; ')}`);
  return seed;
}

/** 望澜县, checked when first imported. */
export const countySeed: CountySeed = readCountySeed(unitsJson, officersJson);

export type ResolvedSeedName =
  | { readonly kind: 'unit'; readonly unit: SeedUnit }
  | { readonly kind: 'collective'; readonly collective: SeedCollective };

/** The unit or collective phrase that a plan prints as `name`; undefined when the county knows no such name. */
export function resolveSeedName(seed: CountySeed, name: string): ResolvedSeedName | undefined {
  const unit = seed.units.find((candidate) => printedNamesOfUnit(candidate).includes(name));
  if (unit !== undefined) return { kind: 'unit', unit };
  const collective = seed.collectives.find(
    ({ phrase, aliases }) => phrase === name || aliases.includes(name),
  );
  return collective === undefined ? undefined : { kind: 'collective', collective };
}
