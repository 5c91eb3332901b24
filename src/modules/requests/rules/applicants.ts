/**
 * Who asks: kinds as the annual report counts them, what of a name or number a screen shows before it is opened.
 * Pure; browser-safe.
 */

/** Columns of table 3 of the annual report (国办公开办函〔2021〕30号). */
export const applicantKinds = [
  'naturalPerson',
  'enterprise',
  'research',
  'publicInterest',
  'legalService',
  'otherOrganisation',
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

export const applicantKindTitles: Readonly<Record<ApplicantKind, string>> = {
  naturalPerson: '自然人',
  enterprise: '商业企业',
  research: '科研机构',
  publicInterest: '社会公益组织',
  legalService: '法律服务机构',
  otherOrganisation: '其他组织',
};

/** 王*, 欧阳**; of an organisation the first four characters. */
export function maskApplicantName(kind: ApplicantKind, name: string): string {
  const letters = [...name.trim()];
  const kept = kind === 'naturalPerson' ? 1 : 4;
  if (letters.length <= kept) return `${letters.slice(0, 1).join('')}*`;
  return `${letters.slice(0, kept).join('')}${'*'.repeat(Math.min(letters.length - kept, 6))}`;
}

/** 138****5678; of a short one the last two characters. */
export function maskContact(contact: string): string {
  const text = contact.trim();
  if (text.length >= 11) return `${text.slice(0, 3)}****${text.slice(-4)}`;
  return text.length <= 2 ? '**' : `****${text.slice(-2)}`;
}

/** The digits a person types beside the query code to show that it is theirs. */
export function contactCheckOf(phone: string): string {
  return phone.replace(/\D/g, '').slice(-4);
}
