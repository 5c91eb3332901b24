/** Builder of small PDF files for the reader's tests: text and lines at positions, Chinese without embedded fonts. */

/** One drawing of a page, in points from the top left. */
export type GivenInk =
  | {
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size?: number;
      /** Operators that hold for this text alone: `1 g` for white. */
      readonly paint?: string;
    }
  /** A path of its own, in operators of the format, from the bottom left. */
  | { readonly path: string }
  | { readonly from: readonly [number, number]; readonly to: readonly [number, number] };

export interface GivenPdfOptions {
  /** Degrees the pages are turned when shown. */
  readonly rotate?: number;
  readonly encrypted?: boolean;
  /** Puts a picture instead of text on a page of its own at the end. */
  readonly picture?: boolean;
}

const pageWidth = 600;
const pageHeight = 800;
const toUnicode =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';

function hexText(text: string): string {
  return [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
}

function drawing(ink: GivenInk): string {
  if ('text' in ink) {
    const shown = `BT /F1 ${ink.size ?? 10} Tf ${ink.x} ${pageHeight - ink.y} Td <${hexText(ink.text)}> Tj ET`;
    return ink.paint === undefined ? shown : `q ${ink.paint} ${shown} Q`;
  }
  if ('path' in ink) return `q ${ink.path} Q`;
  const [x1, y1] = ink.from;
  const [x2, y2] = ink.to;
  return `${x1} ${pageHeight - y1} m ${x2} ${pageHeight - y2} l S`;
}

/** A PDF file whose pages show the given ink. */
export function givenPdf(pages: readonly (readonly GivenInk[])[], options: GivenPdfOptions = {}): Uint8Array {
  const stream = (content: string, extra = '') =>
    `<< /Length ${Buffer.byteLength(content, 'latin1')} ${extra}>>\nstream\n${content}\nendstream`;
  const contents = [
    ...pages.map((page) => page.map(drawing).join('\n')),
    ...(options.picture ? ['q 500 0 0 700 50 50 cm /Im Do Q'] : []),
  ];
  const firstPage = 8;
  const pageNumbers = contents.map((_, index) => firstPage + index * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(toUnicode),
    stream(
      '\u0000',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ',
    ),
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Rotate ${options.rotate ?? 0} /Resources << /ExtGState << /Half << /ca 0.5 >> >> /Font << /F1 3 0 R >> /XObject << /Im 7 0 R >> >> /Contents ${firstPage + index * 2 + 1} 0 R >>`,
      stream(content),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(Buffer.byteLength(file, 'latin1'));
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const xref = Buffer.byteLength(file, 'latin1');
  const key = 'ab'.repeat(32);
  const encryption = options.encrypted
    ? ` /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`
    : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encryption} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines of a grid, a stroke for each side of each cell that is not left out by a gap in `xs` or `ys`. */
export function givenGrid(xs: readonly number[], ys: readonly number[]): GivenInk[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [
    ...ys.map((y): GivenInk => ({ from: [left, y], to: [right, y] })),
    ...xs.map((x): GivenInk => ({ from: [x, top], to: [x, bottom] })),
  ];
}
