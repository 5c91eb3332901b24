/** Opening, changing and closing outlets. Secrets are sealed on the way in. */
import { eq } from 'drizzle-orm';
import type { Config } from '#kernel/config.ts';
import { keyFor, openSealedText, sealText } from '#kernel/secret.ts';
import type { Work } from '#kernel/work.ts';
import type { OutletInput } from '../contract/outlets.ts';
import { findWrongSettings, type OutletKind, outletKindSpecs } from '../rules/outlet-kinds.ts';
import { type OutletRow, outlets } from '../tables.ts';
import { outletRefusals } from '../words.ts';

type Values = Readonly<Record<string, string>>;

function secretsKey(config: Config): Buffer {
  return keyFor(config, 'outlets.secrets');
}

/** The secrets of an outlet; none when they cannot be opened. */
export function openSecrets(config: Config, sealed: string | null): Values {
  const opened = sealed === null ? undefined : openSealedText(secretsKey(config), sealed);
  if (opened === undefined) return {};
  const read: unknown = JSON.parse(opened);
  const entries = Object.entries(typeof read === 'object' && read !== null ? read : {});
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
}

/** Splits what was given into open settings and sealed secrets; a secret left empty stays as it was. */
function settle(config: Config, kind: OutletKind, given: Values, before: Values) {
  const faults = findWrongSettings(kind, given, new Set(Object.keys(before)));
  if (faults.length > 0) {
    throw outletRefusals.refuse('outlets.settingsWrong', {
      faults: faults.map(({ message }) => message).join('；'),
    });
  }
  const settings: Record<string, string> = {};
  const secrets: Record<string, string> = { ...before };
  for (const { key, isSecret } of outletKindSpecs[kind].settings) {
    const value = given[key]?.trim() ?? '';
    if (value === '') continue;
    if (isSecret) secrets[key] = value;
    else settings[key] = value;
  }
  const hasSecrets = Object.keys(secrets).length > 0;
  return {
    settings,
    sealedSecrets: hasSecrets ? sealText(secretsKey(config), JSON.stringify(secrets)) : null,
  };
}

/** Opens an outlet and returns its identifier. */
export async function openOutlet(
  work: Work,
  config: Config,
  jurisdictionId: string,
  input: OutletInput,
): Promise<string> {
  work.authorise('outlets.arrange', { jurisdictionId, unitId: input.unitId });
  const id = work.newId();
  const { title, kind, unitId, filter, isAutomatic } = input;
  await work.db.insert(outlets).values({
    id,
    jurisdictionId,
    unitId,
    kind,
    title,
    ...settle(config, kind, input.settings, {}),
    filter,
    isAutomatic,
    openedOn: work.today,
    closedOn: null,
    closingReason: null,
    version: 1,
  });
  work.audit({
    action: 'outlets.arrange',
    objectKind: 'outlet',
    objectId: id,
    unitId,
    summary: `开通发布渠道“${title}”（${outletKindSpecs[kind].title}）`,
    after: { kind, title, filter, isAutomatic },
    affectsPortal: kind === 'mailList',
  });
  return id;
}

async function lockOutlet(work: Work, outletId: string): Promise<OutletRow> {
  const [row] = await work.db.select().from(outlets).where(eq(outlets.id, outletId)).for('update');
  if (row === undefined) {
    work.authorise('outlets.arrange');
    throw outletRefusals.refuse('outlets.notFound', {});
  }
  work.authorise('outlets.arrange', { jurisdictionId: row.jurisdictionId });
  if (row.closedOn !== null) throw outletRefusals.refuse('outlets.closed', { title: row.title });
  return row;
}

/** Changes an outlet; the kind stays. */
export async function changeOutlet(
  work: Work,
  config: Config,
  input: Omit<OutletInput, 'kind'> & { readonly outletId: string; readonly version: number },
): Promise<void> {
  const before = await lockOutlet(work, input.outletId);
  if (before.version !== input.version) throw outletRefusals.refuse('outlets.changedMeanwhile', {});
  const { title, unitId, filter, isAutomatic } = input;
  const settled = settle(config, before.kind, input.settings, openSecrets(config, before.sealedSecrets));
  await work.db
    .update(outlets)
    .set({ title, unitId, filter, isAutomatic, ...settled, version: before.version + 1 })
    .where(eq(outlets.id, before.id));
  work.audit({
    action: 'outlets.arrange',
    objectKind: 'outlet',
    objectId: before.id,
    unitId,
    summary: `调整发布渠道“${title}”`,
    before: {
      title: before.title,
      settings: before.settings,
      filter: before.filter,
      isAutomatic: before.isAutomatic,
    },
    after: { title, settings: settled.settings, filter, isAutomatic },
    affectsPortal: before.kind === 'mailList',
  });
}

/** Closes an outlet: nothing is brought there any more, its record stays. */
export async function endOutlet(
  work: Work,
  input: { readonly outletId: string; readonly reason: string },
): Promise<void> {
  const before = await lockOutlet(work, input.outletId);
  await work.db
    .update(outlets)
    .set({ closedOn: work.today, closingReason: input.reason, version: before.version + 1 })
    .where(eq(outlets.id, before.id));
  work.audit({
    action: 'outlets.arrange',
    objectKind: 'outlet',
    objectId: before.id,
    unitId: before.unitId,
    summary: `停用发布渠道“${before.title}”`,
    after: { reason: input.reason },
    affectsPortal: before.kind === 'mailList',
  });
}
