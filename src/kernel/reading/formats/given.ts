/** Builders for the reader's tests: archives written by hand, grids spread out, gold rows of the real plans. */
import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { readSource, type SourceReadingOptions } from '../read-source.ts';
import type { SourceBlock, SourceDocument, SourceTable } from '../source.ts';

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A zip archive of the given members, deflated. `flags` goes into every header (1 marks encryption). */
export function givenArchive(members: Readonly<Record<string, string | Uint8Array>>, flags = 0): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const raw = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    const packed = deflateRawSync(raw);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags | 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(raw.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, nameBytes]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** Reads bytes that must be readable. */
export async function documentGiven(
  bytes: Uint8Array,
  fileName = '',
  options: SourceReadingOptions = {},
): Promise<SourceDocument> {
  const reading = await readSource(bytes, { fileName }, options);
  if (!reading.ok) throw new Error(`${reading.refusal.code}: ${reading.refusal.sentence}`);
  return reading.document;
}

/** The code of the refusal bytes are met with; `none` when they are read. */
export async function refusalCodeGiven(
  bytes: Uint8Array,
  fileName = '',
  options: SourceReadingOptions = {},
): Promise<string> {
  const reading = await readSource(bytes, { fileName }, options);
  return reading.ok ? 'none' : reading.refusal.code;
}

export function tablesOf(document: SourceDocument): SourceTable[] {
  return document.blocks.filter((block): block is SourceTable => block.kind === 'table');
}

export function paragraphTexts(blocks: readonly SourceBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

/** Every place of the grid with the text of the cell that covers it, `null` where none does. */
export function spreadGrid(table: SourceTable | undefined): (string | null)[][] {
  if (table === undefined) throw new Error('no table');
  const grid: (string | null)[][] = table.rows.map(() =>
    Array.from({ length: table.columnCount }, () => null),
  );
  for (const [rowIndex, row] of table.rows.entries()) {
    for (const cell of row.cells) {
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let right = 0; right < cell.columnSpan; right++) {
          const target = grid[rowIndex + down];
          if (target === undefined) throw new Error('a cell reaches below its table');
          if (target[cell.column + right] !== null) throw new Error('two cells on one place');
          target[cell.column + right] = cell.text;
        }
      }
    }
  }
  return grid;
}

interface GoldTask {
  readonly no: number;
  readonly section: string;
  readonly subsection: string | null;
  readonly item: string | null;
  readonly requirement: string;
  readonly unitsText: string;
  readonly deadlineText: string;
}

const plans = new URL('../../../../../shared/corpus/plans/', import.meta.url);

/** Whether the real plans lie beside the checkout. */
export const realPlansPresent = existsSync(plans);

export function realPlan(name: string): Uint8Array {
  return readFileSync(new URL(name, plans));
}

const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s/gu, '');

/**
 * The task rows of a grid without white space: the first row and rows across left out, a blank cell filled from the row above as
 * the plan means it.
 */
export function squeezedTaskRows(table: SourceTable | undefined): string[][] {
  const rows = spreadGrid(table).map((row) => row.map(squeezed));
  return filledDown(rows.filter((row, index) => index > 0 && new Set(row).size > 1));
}

function filledDown(rows: readonly string[][]): string[][] {
  let above: string[] = [];
  return rows.map((row) => {
    above = row.map((text, column) => (text === '' ? (above[column] ?? '') : text));
    return above;
  });
}

/** The rows a faithful grid of 长清 2022 has: number, section, item, requirement, units, deadline. */
export function goldRowsOfChangqing(): string[][] {
  const gold: { tasks: GoldTask[] } = JSON.parse(readFileSync(new URL('changqing-2022.json', plans), 'utf8'));
  const rows = gold.tasks.map(({ no, section, item, requirement, unitsText, deadlineText }) =>
    [String(no), section, item, requirement, unitsText, deadlineText].map(squeezed),
  );
  return filledDown(rows);
}

/** The rows a faithful grid of 鄞州 2022 has, after the subsection: numbered requirement, deadline, units. */
export function goldRowsOfYinzhou(): string[][] {
  const gold: { tasks: GoldTask[] } = JSON.parse(readFileSync(new URL('yinzhou-2022.json', plans), 'utf8'));
  return gold.tasks.map((task) =>
    [`${task.no}.${task.requirement}`, task.deadlineText, task.unitsText].map(squeezed),
  );
}
