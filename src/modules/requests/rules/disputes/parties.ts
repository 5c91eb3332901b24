/** Who stands in a dispute beside our unit, and what of a name a screen shows before it is opened. Pure. */
export const partyRoles = ['applicant', 'thirdParty', 'representative', 'coDefendant'] as const;
/** 申请人（原告）, 第三人, 代理人, 共同被告. */
export type PartyRole = (typeof partyRoles)[number];

/** 王*, 望澜宏达****: of an organisation four characters, of a person the family name. */
export function maskPartyName(name: string): string {
  const letters = [...name.trim()];
  const kept = letters.length > 4 ? 4 : 1;
  return `${letters.slice(0, kept).join('')}${'*'.repeat(Math.max(1, Math.min(letters.length - kept, 6)))}`;
}
