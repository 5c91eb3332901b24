/** The palette keeps the contrast that WCAG asks for: 4.5:1 for words, 3:1 for the edges of controls. */
import { describe, expect, it } from 'vitest';
import { darkPalette, lightPalette, type Palette } from './tokens.ts';

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const words: readonly (keyof Palette)[] = [
  'ink',
  'ink2',
  'indigo',
  'seal',
  'met',
  'failing',
  'notYetDue',
  'cannotTell',
];
const grounds: readonly (keyof Palette)[] = ['paper', 'surface', 'tint'];

describe.each([
  ['light', lightPalette],
  ['dark', darkPalette],
] as const)('the %s palette', (_name, palette) => {
  it.each(words)('reads %s on every ground', (word) => {
    for (const ground of grounds) {
      expect(contrast(palette[word], palette[ground]), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('shows the edge of a control and the words of a primary button', () => {
    expect(contrast(palette.edge, palette.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast('#FFFFFF', palette.primary)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#FFFFFF', palette.sealFill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#FFFFFF', palette.primaryHover)).toBeGreaterThanOrEqual(4.5);
  });
});
