import type { ThemeConfig } from 'antd';

/** Ant Design in the colours of tokens.css: one place names a colour, and both kits follow it. */
export function themeFrom(root: HTMLElement): ThemeConfig {
  const style = getComputedStyle(root);
  const value = (token: string) => style.getPropertyValue(`--${token}`).trim();
  const compact = root.dataset['density'] === 'compact';
  return {
    hashed: false,
    token: {
      colorPrimary: value('brand-700'),
      colorLink: value('link'),
      colorLinkHover: value('brand-900'),
      colorInfo: value('info-700'),
      colorSuccess: value('ok-700'),
      colorWarning: value('amber-700'),
      colorError: value('alert-700'),
      colorInfoBg: value('info-100'),
      colorWarningBg: value('amber-100'),
      colorErrorBg: value('alert-100'),
      colorText: value('ink-900'),
      colorTextSecondary: value('ink-700'),
      colorTextTertiary: value('ink-500'),
      colorTextQuaternary: value('ink-500'),
      colorTextPlaceholder: value('ink-500'),
      colorTextDisabled: value('ink-500'),
      colorBorder: value('line-strong'),
      colorBorderSecondary: value('line'),
      colorBgLayout: value('paper'),
      colorBgContainer: value('paper'),
      colorBgContainerDisabled: value('mist-2'),
      colorFillAlter: value('mist'),
      colorBgTextHover: value('mist-2'),
      controlItemBgHover: value('mist'),
      controlItemBgActive: value('selected'),
      controlItemBgActiveHover: value('brand-100'),
      colorBgSpotlight: value('ink-900'),
      borderRadius: 2,
      borderRadiusLG: 4,
      borderRadiusSM: 2,
      borderRadiusXS: 2,
      boxShadow: 'none',
      boxShadowTertiary: 'none',
      boxShadowSecondary: '0 4px 16px rgb(22 33 31 / 16%)',
      fontFamily: value('sans'),
      fontSize: 14,
      fontSizeHeading4: 16,
      fontSizeHeading5: 14,
      controlHeight: compact ? 28 : 32,
      controlHeightLG: 40,
      motionDurationFast: '0.1s',
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Input: { activeShadow: 'none', errorActiveShadow: 'none', warningActiveShadow: 'none' },
      Select: { activeOutlineColor: 'transparent', optionSelectedFontWeight: 600 },
      Tabs: { horizontalItemPadding: '8px 0', horizontalItemGutter: 24, horizontalMargin: '0' },
      Drawer: { paddingLG: 24 },
      Tooltip: { colorBgSpotlight: value('ink-900') },
    },
  };
}
