/**
 * What every format reader is given besides the bytes: limits, cancelling, progress and notes; and the one way a
 * reader gives up. Knows no format.
 */
import type { SourceAside, SourceAsideKind, SourceNote, SourcePlace, SourceRefusal } from '../source.ts';
import { cleanText } from './clean-text.ts';
import { type RefusalDetail, refusalOfSource } from './source-refusals.ts';

/** Bounds that keep a hostile or broken file from taking the machine. Sizes are bytes. */
export interface SourceLimits {
  /** Size of the file itself. */
  readonly fileSize: number;
  /** All members of an archive together, unpacked; also the size of a decoded text. */
  readonly unpackedSize: number;
  /** Unpacked size over packed size, counted for members over one megabyte. */
  readonly unpackRatio: number;
  readonly archiveEntries: number;
  /** Elements of one XML part, cells of all tables, text runs of a PDF. */
  readonly elements: number;
  /** Nesting of elements or tables. */
  readonly depth: number;
  readonly pages: number;
}

export const defaultSourceLimits: SourceLimits = {
  fileSize: 50 * 1024 * 1024,
  unpackedSize: 400 * 1024 * 1024,
  unpackRatio: 250,
  archiveEntries: 10_000,
  elements: 2_000_000,
  depth: 200,
  pages: 2_000,
};

/** Thrown inside the reader only: the door turns it into a refusal, nobody else sees it. */
export class SourceRefused extends Error {
  readonly refusal: SourceRefusal;

  constructor(code: SourceRefusal['code'], detail: RefusalDetail = {}) {
    const refusal = refusalOfSource(code, detail);
    super(refusal.sentence);
    this.name = 'SourceRefused';
    this.refusal = refusal;
  }
}

export interface FormatRunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
  readonly recogniseImages?: boolean;
  /** Gathers what stands beside the body too: headers, comments, hidden and deleted text, properties. */
  readonly gatherAsides?: boolean;
}

/** Texts beside the body of one file. */
const mostAsides = 300_000;
/** Milliseconds between two pauses. */
const breathingSpace = 25;

/** One reading of one file. */
export class FormatRun {
  readonly limits: SourceLimits;
  readonly notes: SourceNote[] = [];
  readonly asides: SourceAside[] = [];
  readonly gathersAsides: boolean;
  readonly signal: AbortSignal | undefined;
  /** Whether the caller lets pages without text be recognised. */
  readonly recogniseImages: boolean;
  readonly #onProgress: ((fraction: number) => void) | undefined;
  readonly #noted = new Set<string>();
  #lastBreath = performance.now();
  #progress = 0;

  constructor(limits: SourceLimits, options: FormatRunOptions) {
    this.limits = limits;
    this.signal = options.signal;
    this.recogniseImages = options.recogniseImages === true;
    this.gathersAsides = options.gatherAsides === true;
    this.#onProgress = options.onProgress;
  }

  /** Records something a person must know; the same code is recorded once. */
  note(code: string, sentence: string, place?: SourcePlace): void {
    if (this.#noted.has(code)) return;
    this.#noted.add(code);
    this.notes.push(place === undefined ? { code, sentence } : { code, sentence, place });
  }

  /** Records a text beside the body, when the caller wants such texts; nothing is recorded for blanks. */
  aside(kind: SourceAsideKind, text: string, place: SourcePlace = {}, label?: string): void {
    if (!this.gathersAsides) return;
    const clean = cleanText(text);
    if (clean === '') return;
    if (this.asides.length >= mostAsides)
      throw new SourceRefused('tooLarge', { cause: '正文以外的内容过多' });
    this.asides.push({ kind, text: clean, place, ...(label === undefined ? {} : { label }) });
  }

  /** Stops a cancelled reading. @throws SourceRefused `cancelled` */
  stopIfCancelled(): void {
    if (this.signal?.aborted) throw new SourceRefused('cancelled');
  }

  /**
   * Call often in long loops: lets the event loop run now and then (so that a cancel can arrive), reports progress
   * (0 to 1, never backwards) and stops a cancelled reading. @throws SourceRefused `cancelled`
   */
  async breathe(fraction?: number): Promise<void> {
    this.stopIfCancelled();
    const now = performance.now();
    if (now - this.#lastBreath < breathingSpace) return;
    this.#lastBreath = now;
    if (fraction !== undefined && fraction > this.#progress) {
      this.#progress = Math.min(fraction, 1);
      this.#onProgress?.(this.#progress);
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.stopIfCancelled();
  }
}
