/**
 * Accounts for the officers of 望澜县. No password is known beforehand: a few officers, one of each role, get random
 * one-time passwords in a file that only the owner of the data folder may read.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { type OfficerRole, officerRoleTitles, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { Config } from '#kernel/config.ts';
import { transact } from '#kernel/work.ts';
import {
  findOfficerRows,
  listJurisdictions,
  listOfficerIds,
  type UnitKind,
} from '#modules/organisation/index.ts';
import { countySeed, type SeedOfficer } from '#seed/seed-data.ts';
import { findAccountByName } from './queries/sessions.ts';
import { createAccount, type PreparedPassword, prepareOneTimePassword } from './service/accounts.ts';

/** Where the one-time passwords of the example county stand until somebody deletes the file. */
export function exampleAccountsFile(config: Config): string {
  return path.join(config.dataFolder, 'example-accounts.txt');
}

/** Everybody of this unit gets one: what takes several people of one unit (a handover) can be tried there. */
const wholeUnit = 'education';

/** Logins that get a password: one officer of each role, every supervisor, one clerk of each kind of unit, one whole unit. */
function exampleLogins(): Set<string> {
  const kinds = new Map(countySeed.units.map((unit) => [unit.code, unit.kind]));
  const chosen = new Map<string, string>();
  for (const { login, unit, roles } of countySeed.officers) {
    for (const role of roles) {
      const place = placeOfRole(role, login, kinds.get(unit));
      if (!chosen.has(place)) chosen.set(place, login);
    }
  }
  const whole = countySeed.officers.filter((officer) => officer.unit === wholeUnit);
  return new Set([...chosen.values(), ...whole.map((officer) => officer.login)]);
}

function placeOfRole(role: OfficerRole, login: string, kind: UnitKind | undefined): string {
  if (role === 'clerk') return `clerk ${kind ?? ''}`;
  return role === 'supervisor' ? login : role;
}

async function seededOfficerIds(app: App): Promise<ReadonlyMap<string, string>> {
  const { read } = app.database;
  const jurisdictions = await listJurisdictions(read);
  const county = jurisdictions.find(({ code }) => code === countySeed.jurisdiction.code);
  if (county === undefined) return new Map();
  const rows = await findOfficerRows(read, await listOfficerIds(read, county.id, { text: '' }));
  const units = new Map(countySeed.units.map((unit) => [unit.code, unit.shortName]));
  const officers = [...rows.values()];
  return new Map(
    countySeed.officers.flatMap(({ login, name, unit }) => {
      const found = officers.find((row) => row.name === name && row.unitName === units.get(unit));
      return found === undefined ? [] : [[login, found.id] as const];
    }),
  );
}

function exampleText(issued: readonly { officer: SeedOfficer; password: string }[]): string {
  const units = new Map(countySeed.units.map((unit) => [unit.code, unit.shortName]));
  const lines = issued.map(({ officer, password }) =>
    [
      officer.login.padEnd(18),
      password,
      officer.name,
      units.get(officer.unit) ?? '',
      officer.roles.map((role) => officerRoleTitles[role]).join('、'),
    ].join('  '),
  );
  const head = '示例县“望澜县”的账号和一次性密码（首次登录须修改，14天内有效）。用完请删除本文件。';
  return `${head}\n\n${lines.join('\n')}\n`;
}

/** Opens the accounts that are missing; idempotent. */
export async function seedAccounts(app: App): Promise<void> {
  const officerIds = await seededOfficerIds(app);
  const logins = exampleLogins();
  const missing: { officer: SeedOfficer; officerId: string; prepared: PreparedPassword | undefined }[] = [];
  for (const officer of countySeed.officers) {
    const officerId = officerIds.get(officer.login);
    const known = await findAccountByName(app.database.read, officer.login);
    if (officerId === undefined || known !== undefined) continue;
    const prepared = logins.has(officer.login) ? await prepareOneTimePassword() : undefined;
    missing.push({ officer, officerId, prepared });
  }
  if (missing.length === 0) return;
  await transact(app, systemActor('seed'), async (work) => {
    for (const { officer, officerId, prepared } of missing) {
      await createAccount(work, { officerId, loginName: officer.login }, prepared);
    }
  });
  const issued = missing.flatMap(({ officer, prepared }) =>
    prepared === undefined ? [] : [{ officer, password: prepared.password }],
  );
  if (issued.length === 0) return;
  await fs.mkdir(app.config.dataFolder, { recursive: true });
  await fs.writeFile(exampleAccountsFile(app.config), exampleText(issued), { mode: 0o600 });
}
