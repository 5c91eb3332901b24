/** Which unit uses which issuing code, and whether a code fits the units a text names as issuers. Pure. */
import { yearOf } from '#kernel/day.ts';
import type { IssuingCode, KnownUnit } from '../../recogniser.ts';
import type { documentNumberKinds } from './kinds.ts';

interface OwnedCode extends IssuingCode {
  readonly unit: KnownUnit;
}

export interface CodeFault {
  readonly code: keyof typeof documentNumberKinds;
  /** Without the end of the sentence: who is named as issuer follows. */
  readonly reason: string;
  /** The issuer's own code where it has only one in use; null otherwise. */
  readonly right: string | null;
}

export const namesOfUnits = (units: readonly KnownUnit[]) => units.map(({ name }) => name).join('、');

/** A number knows its year alone: a code is in use in every year it touches. */
function isUsedIn({ validFrom, validUntil }: IssuingCode, year: number): boolean {
  return (
    (validFrom === null || yearOf(validFrom) <= year) && (validUntil === null || year <= yearOf(validUntil))
  );
}

export class CodeOwners {
  /** Every code of the county, ended ones too. */
  readonly codes: readonly string[];
  readonly units: readonly KnownUnit[];
  readonly #owned = new Map<string, OwnedCode[]>();

  constructor(units: readonly KnownUnit[]) {
    this.units = units;
    for (const unit of units)
      for (const one of unit.issuingCodes)
        this.#owned.set(one.code, [...(this.#owned.get(one.code) ?? []), { ...one, unit }]);
    this.codes = [...this.#owned.keys()];
  }

  /** What is wrong with a code under these issuers; silent where the register cannot tell. */
  judge(code: string, year: number, issuers: readonly KnownUnit[]): CodeFault | undefined {
    if (issuers.length === 0) return undefined;
    const owned = this.#owned.get(code) ?? [];
    const inUse = owned.filter((one) => isUsedIn(one, year));
    if (inUse.some(({ unit }) => issuers.includes(unit))) return undefined;
    const own = issuers.flatMap(({ issuingCodes }) => issuingCodes.filter((one) => isUsedIn(one, year)));
    const right = own.length === 1 ? (own[0]?.code ?? null) : null;
    const ended = owned.find(({ unit }) => issuers.includes(unit));
    if (ended !== undefined)
      return { code: 'documentNumber.codeDay', reason: `代字“${code}”在${year}年不使用`, right };
    if (inUse.length > 0) {
      const owners = namesOfUnits(inUse.map(({ unit }) => unit));
      return { code: 'documentNumber.unit', reason: `“${code}”是${owners}的发文机关代字`, right };
    }
    // Codes the register does not know are judged only where the issuer's own are on record.
    if (owned.length > 0 || own.length === 0) return undefined;
    return { code: 'documentNumber.unregistered', reason: `“${code}”没有登记为发文机关代字`, right };
  }
}
