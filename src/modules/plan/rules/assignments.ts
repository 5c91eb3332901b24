/** From printed names to units with roles (REQ-10, REQ-11): pure resolution over a person's decisions. */
import { type AssignmentRole, assignmentRoles, type UnitDecision } from './shapes.ts';

export interface ResolvedAssignment {
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly printedName: string;
  readonly throughCollective: boolean;
}

export interface AssignmentVerdict {
  readonly assignments: readonly ResolvedAssignment[];
  /** Names nobody has decided on yet. */
  readonly undecided: readonly string[];
}

/** Whether a printed name speaks of several units (各试点镇, 区政府有关部门), so that a list is offered first. */
export function soundsLikeSeveralUnits(printedName: string): boolean {
  return /^(各|全体|所有)|(各|有关|相关|其他|其它)(部门|单位)|(成员|责任|承办|起草)单位$/u.test(printedName);
}

type PrintedRoles = Readonly<Record<AssignmentRole, readonly string[]>>;

/**
 * Resolves the names of one task. A unit named more than once keeps its strongest role (牵头 before 责任 before
 * 配合), and being named itself goes before a collective phrase that holds it.
 */
export function resolveAssignments(
  printed: PrintedRoles,
  decisions: Readonly<Record<string, UnitDecision>>,
): AssignmentVerdict {
  const found = new Map<string, ResolvedAssignment>();
  const undecided: string[] = [];
  for (const role of assignmentRoles) {
    const named = printed[role].map((name) => ({ name, decision: decisions[name] }));
    for (const { name, decision } of named) {
      if (decision === undefined) undecided.push(name);
      if (decision?.kind !== 'unit' || found.has(decision.unitId)) continue;
      found.set(decision.unitId, {
        unitId: decision.unitId,
        role,
        printedName: name,
        throughCollective: false,
      });
    }
    for (const { name, decision } of named) {
      if (decision?.kind !== 'collective') continue;
      for (const unitId of decision.unitIds) {
        if (found.has(unitId)) continue;
        found.set(unitId, { unitId, role, printedName: name, throughCollective: true });
      }
    }
  }
  return { assignments: [...found.values()], undecided };
}
