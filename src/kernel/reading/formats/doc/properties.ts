/**
 * Property modifiers of the binary Word format ([MS-DOC] 2.2.5): the few that reading needs, out of the lists of
 * paragraphs, characters and table rows.
 */

/** What the property lists of a paragraph say. */
export interface BinaryParagraphProperties {
  readonly style: number;
  readonly inTable: boolean;
  /** Nesting of tables; 1 for a plain table. */
  readonly depth: number;
  readonly rowEnd: boolean;
  readonly innerCellEnd: boolean;
  readonly innerRowEnd: boolean;
  readonly centred: boolean | undefined;
  readonly outlineLevel: number | undefined;
  readonly listIndex: number;
  readonly listLevel: number;
  readonly row: BinaryRow | undefined;
}

/** One cell of a row definition: its right and left edge in twips and how it is merged. */
export interface BinaryCell {
  readonly left: number;
  readonly right: number;
  readonly mergedLeft: boolean;
  readonly mergedUp: boolean;
}

export interface BinaryRow {
  readonly cells: readonly BinaryCell[];
  readonly header: boolean;
}

export interface BinaryRunProperties {
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
}

interface Modifier {
  readonly code: number;
  readonly operand: Buffer;
}

const definesTable = 0xd608;
const changesTabs = 0xc615;
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3];
const mostCells = 63;

/** Walks a property list; a list that ends in the middle of a modifier ends there. */
export function modifiersIn(list: Buffer): Modifier[] {
  const modifiers: Modifier[] = [];
  let at = 0;
  while (at + 2 <= list.length) {
    const code = list.readUInt16LE(at);
    at += 2;
    let size = operandSizes[code >> 13] ?? 0;
    if (code >> 13 === 6) {
      if (at >= list.length) break;
      if (code === definesTable) {
        if (at + 2 > list.length) break;
        size = list.readUInt16LE(at) + 1;
      } else if (code === changesTabs && list[at] === 255) size = tabChangeSize(list, at);
      else size = (list[at] ?? 0) + 1;
    }
    modifiers.push({ code, operand: list.subarray(at, at + size) });
    at += size;
  }
  return modifiers;
}

function tabChangeSize(list: Buffer, at: number): number {
  const deleted = list[at + 1] ?? 0;
  const added = list[at + 2 + deleted * 4] ?? 0;
  return 3 + deleted * 4 + added * 3;
}

/** `operand` of sprmTDefTable: a size, the number of cells, their edges, then 20 bytes for each cell. */
function cellsOfDefinition(operand: Buffer): BinaryCell[] {
  const count = Math.min(operand[2] ?? 0, mostCells);
  const edges = 3;
  const cells: BinaryCell[] = [];
  for (let index = 0; index < count; index++) {
    const from = edges + index * 2;
    if (from + 4 > operand.length) break;
    const flagsAt = edges + (count + 1) * 2 + index * 20;
    const flags = flagsAt + 2 <= operand.length ? operand.readUInt16LE(flagsAt) : 0;
    cells.push({
      left: operand.readInt16LE(from),
      right: operand.readInt16LE(from + 2),
      mergedLeft: (flags & 0b11) === 1,
      mergedUp: ((flags >> 5) & 0b11) === 1,
    });
  }
  return cells;
}

function withVerticalMerge(cells: readonly BinaryCell[], operand: Buffer): BinaryCell[] {
  const index = operand[1] ?? 255;
  const merge = operand[2] ?? 0;
  return cells.map((cell, at) => (at === index ? { ...cell, mergedUp: merge === 1 } : cell));
}

function withHorizontalMerge(cells: readonly BinaryCell[], operand: Buffer): BinaryCell[] {
  const first = operand[0] ?? 0;
  const limit = operand[1] ?? 0;
  return cells.map((cell, at) => (at > first && at < limit ? { ...cell, mergedLeft: true } : cell));
}

/** Folds a paragraph's property list; `style` is the index of its style. */
export function binaryParagraphProperties(style: number, list: Buffer): BinaryParagraphProperties {
  const found = {
    style,
    inTable: false,
    depth: 0,
    rowEnd: false,
    innerCellEnd: false,
    innerRowEnd: false,
    listIndex: 0,
    listLevel: 0,
  };
  let centred: boolean | undefined;
  let outlineLevel: number | undefined;
  let cells: BinaryCell[] = [];
  let header = false;
  for (const { code, operand } of modifiersIn(list)) {
    const value = operand[0] ?? 0;
    if (code === 0x2416) found.inTable = value !== 0;
    else if (code === 0x2417) found.rowEnd = value !== 0;
    else if (code === 0x6649 && operand.length >= 4) found.depth = operand.readInt32LE(0);
    else if (code === 0x244b) found.innerCellEnd = value !== 0;
    else if (code === 0x244c) found.innerRowEnd = value !== 0;
    else if (code === 0x2403 || code === 0x2461) centred = value === 1;
    else if (code === 0x2640) outlineLevel = value + 1;
    else if (code === 0x460b && operand.length >= 2) found.listIndex = operand.readUInt16LE(0);
    else if (code === 0x260a) found.listLevel = value;
    else if (code === definesTable) cells = cellsOfDefinition(operand);
    else if (code === 0xd62b) cells = withVerticalMerge(cells, operand);
    else if (code === 0x5624) cells = withHorizontalMerge(cells, operand);
    else if (code === 0x3404) header = value !== 0;
  }
  const row = cells.length > 0 ? { cells, header } : undefined;
  return { ...found, depth: Math.max(found.depth, found.inTable ? 1 : 0), centred, outlineLevel, row };
}

/** Folds a run's property list. Toggles that refer to the style (values above 1) count as set. */
export function binaryRunProperties(list: Buffer): BinaryRunProperties {
  const found = { bold: false, hidden: false, deleted: false, inserted: false };
  for (const { code, operand } of modifiersIn(list)) {
    const set = operand[0] === 1 || operand[0] === 0x81;
    if (code === 0x0835) found.bold = set;
    else if (code === 0x083c) found.hidden = set;
    else if (code === 0x0800) found.deleted = set;
    else if (code === 0x0801) found.inserted = set;
  }
  return found;
}
