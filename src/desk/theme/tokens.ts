/** The palette and measures of the desk, light and dark; the one source of antd's theme and of the CSS variables. */

export interface Palette {
  readonly paper: string;
  readonly surface: string;
  /** Rows under the pointer, selected rows, code. */
  readonly tint: string;
  readonly ink: string;
  readonly ink2: string;
  /** Hairlines; too faint for a control's edge. */
  readonly line: string;
  /** Edge of inputs and buttons, at least 3:1. */
  readonly edge: string;
  readonly indigo: string;
  readonly indigoHover: string;
  /** Fill of the primary button, with white text on it. */
  readonly primary: string;
  readonly primaryHover: string;
  readonly seal: string;
  /** Fill of a figure that wants attention, with white text on it. */
  readonly sealFill: string;
  readonly met: string;
  readonly failing: string;
  readonly notYetDue: string;
  readonly cannotTell: string;
}

export const lightPalette: Palette = {
  paper: '#FBFAF7',
  surface: '#FFFFFF',
  tint: '#F6F4EE',
  ink: '#1F2328',
  ink2: '#57606A',
  line: '#DAD6CC',
  edge: '#8C877B',
  indigo: '#1F4E79',
  indigoHover: '#173B5C',
  primary: '#1F4E79',
  primaryHover: '#173B5C',
  seal: '#B4232A',
  sealFill: '#B4232A',
  met: '#2E7D4F',
  failing: '#B4232A',
  notYetDue: '#5B6B7B',
  cannotTell: '#8A5A00',
};

export const darkPalette: Palette = {
  paper: '#15181C',
  surface: '#1C2025',
  tint: '#262B32',
  ink: '#E8E6E1',
  ink2: '#A9B1BB',
  line: '#363C45',
  edge: '#78808B',
  indigo: '#8DBBE6',
  indigoHover: '#B3D3F0',
  primary: '#2F6CA3',
  primaryHover: '#3A7AB3',
  seal: '#F0777C',
  sealFill: '#C23A41',
  met: '#6CC08B',
  failing: '#F0777C',
  notYetDue: '#9DAEBF',
  cannotTell: '#E0AA4A',
};

export const sansFonts =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
export const serifFonts = '"Noto Serif CJK SC", "Songti SC", SimSun, serif';

/** Below this width of the window the desk is laid out for a phone. */
export const phoneWidth = 768;
