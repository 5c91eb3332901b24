/** The unit tree: what lies below a unit and what would make it a circle. Pure. */

export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
}

/** Children by parent, made once for many questions. */
export interface UnitTree {
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
}

/** Sorts the nodes by parent. */
export function growUnitTree(nodes: readonly TreeNode[]): UnitTree {
  const childrenOf = new Map<string, string[]>();
  for (const { id, parentId } of nodes) {
    if (parentId === null) continue;
    const siblings = childrenOf.get(parentId);
    if (siblings === undefined) childrenOf.set(parentId, [id]);
    else siblings.push(id);
  }
  return { childrenOf };
}

/** The unit and everything below it. */
export function unitReach(tree: UnitTree, unitId: string): string[] {
  const reach = [unitId];
  for (const id of reach) reach.push(...(tree.childrenOf.get(id) ?? []));
  return reach;
}

/** Whether moving the unit below `parentId` would make it its own ancestor. */
export function isInsideUnit(tree: UnitTree, unitId: string, parentId: string): boolean {
  return unitReach(tree, unitId).includes(parentId);
}
