import type { Scale } from '@tongban/ui/ElderToolbar.tsx';

/** How a person wants pages to look; kept in a cookie, so that it holds on every page without an account. */
export interface Display {
  mode: 'std' | 'elder';
  scale: Scale;
  theme: 'light' | 'hc';
}

const COOKIE = 'display';
const A_YEAR = 365 * 24 * 3600;
const plain: Display = { mode: 'std', scale: 100, theme: 'light' };
const scales: readonly Scale[] = [100, 125, 150, 200];

/** The cookie, with what the address or a form asks for on top of it; anything unknown is left as it was. */
export function displayOf(cookies: string | null, asked: URLSearchParams): Display {
  const kept = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\w+)\\.(\\d+)\\.(\\w+)`).exec(cookies ?? '') ?? [];
  const [, mode, scale, theme] = kept;
  return changeDisplay(changeDisplay(plain, { mode, scale, theme }), Object.fromEntries(asked));
}

/** What a form or an address asks for, as far as it means anything. */
export const changeDisplay = (
  display: Display,
  { mode, scale, theme }: { [Name in keyof Display]?: string | undefined },
): Display => ({
  mode: mode === 'std' || mode === 'elder' ? mode : display.mode,
  scale: scales.find((each) => String(each) === scale) ?? display.scale,
  theme: theme === 'light' || theme === 'hc' ? theme : display.theme,
});

export const displayCookie = ({ mode, scale, theme }: Display): string =>
  `${COOKIE}=${mode}.${scale}.${theme}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax; HttpOnly`;
