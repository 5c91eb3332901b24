/** The title of the text a notice issues: 关于印发《…办法》的通知. Pure. */

const issuing = /(?:印发|发布|公布|颁布)《(?<name>[^》]{2,100})》/u;

/** The name between the brackets; null for a document that is its own text. */
export function issuedTitleOf(title: string): string | null {
  return issuing.exec(title.replace(/\s+/gu, ''))?.groups?.name ?? null;
}
