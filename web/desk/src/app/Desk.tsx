import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useLayoutEffect, useState } from 'react';
import { RouterProvider } from 'react-router';
import { ApiProblem } from '../lib/http.ts';
import { usePreference } from '../lib/preferences.ts';
import { router } from '../router.tsx';
import { themeFrom } from './theme.ts';

const nonce = document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce;

const TOP_BAR = 56;

/** What pops up belongs to the page's main part, also for those who find their way by landmarks. */
const inMain = (): HTMLElement => document.getElementById('main') ?? document.body;

/** A refusal stays a refusal; only a failure of the house or the network is worth asking again. */
const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503);

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: worthRetrying } },
});

export function Desk() {
  const [language] = usePreference('language');
  const [density] = usePreference('density');
  const [theme, setTheme] = useState<ThemeConfig>();
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.dataset['density'] = density;
    setTheme(themeFrom(root));
  }, [language, density]);
  if (!theme) return null;
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        theme={theme}
        locale={language === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
        getPopupContainer={inMain}
        {...(nonce && { csp: { nonce } })}
      >
        <App component={false} message={{ top: TOP_BAR }}>
          <RouterProvider router={router} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
