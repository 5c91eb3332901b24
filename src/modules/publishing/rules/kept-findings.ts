/** Whether the newest check of a revision lets it out, given the reasons on record. Pure; browser-safe. */

export interface ReleaseFinding {
  readonly code: string;
  readonly severity: 'block' | 'confirm';
  readonly spanDigest: string;
}

export interface OpenFindings {
  readonly blocking: number;
  readonly toConfirm: number;
}

/** Findings nobody gave a reason for. A reason for what asks for one does not open what blocks. */
export function countOpenFindings(
  findings: readonly ReleaseFinding[],
  reasons: readonly ReleaseFinding[],
): OpenFindings {
  const keyOf = (one: ReleaseFinding) => `${one.severity} ${one.code} ${one.spanDigest}`;
  const given = new Set(reasons.map(keyOf));
  const open = findings.filter((finding) => !given.has(keyOf(finding)));
  return {
    blocking: open.filter(({ severity }) => severity === 'block').length,
    toConfirm: open.filter(({ severity }) => severity === 'confirm').length,
  };
}
