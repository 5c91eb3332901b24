/** antd dressed in the palette: hairlines instead of shadows, radius 4, 14 px on 1.6. */
import { type ThemeConfig, theme } from 'antd';
import { type Palette, sansFonts } from './tokens.ts';

/** The theme antd's ConfigProvider takes for a palette. */
export function antdTheme(palette: Palette, dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.primary,
      colorPrimaryHover: palette.primaryHover,
      colorInfo: palette.indigo,
      colorLink: palette.indigo,
      colorLinkHover: palette.indigoHover,
      colorSuccess: palette.met,
      colorWarning: palette.cannotTell,
      colorError: palette.seal,
      colorText: palette.ink,
      colorTextSecondary: palette.ink2,
      colorTextTertiary: palette.ink2,
      colorTextDescription: palette.ink2,
      colorTextPlaceholder: palette.ink2,
      colorBgBase: palette.surface,
      colorBgLayout: palette.paper,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      borderRadius: 4,
      borderRadiusLG: 4,
      borderRadiusSM: 4,
      fontFamily: sansFonts,
      fontSize: 14,
      lineHeight: 1.6,
      controlHeight: 34,
      boxShadow: 'none',
      boxShadowTertiary: 'none',
      // Nothing moves: calm, and quick on the old machines of small offices.
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Table: {
        headerBg: palette.tint,
        headerColor: palette.ink,
        rowHoverBg: palette.tint,
        borderColor: palette.line,
        headerSplitColor: 'transparent',
        headerBorderRadius: 0,
        cellPaddingBlockMD: 8,
        cellPaddingInlineMD: 12,
        cellPaddingBlockSM: 3,
        cellPaddingInlineSM: 10,
      },
      Segmented: { trackBg: palette.line, itemSelectedBg: palette.surface, itemColor: palette.ink },
      Drawer: { paddingLG: 20 },
      Modal: { titleFontSize: 17 },
    },
  };
}
