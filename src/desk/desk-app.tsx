/** What stands around every screen: theme with the server's nonce, answers of the API, addresses. */
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import chinese from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { openQueryClient } from './data/use-api.ts';
import { DeskEntry } from './shell/desk-entry.tsx';
import { ScreenFault } from './shell/screen-fault.tsx';
import { antdTheme } from './theme/antd-theme.ts';
import { useDark } from './theme/appearance.ts';
import { nonceStyleElements } from './theme/style-nonce.ts';
import { darkPalette, lightPalette } from './theme/tokens.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
nonceStyleElements(nonce);
const client = openQueryClient();
const router = createBrowserRouter([{ path: '*', Component: DeskEntry, ErrorBoundary: ScreenFault }], {
  basename: '/desk',
});

export function DeskApp() {
  const dark = useDark();
  const theme = useMemo(() => antdTheme(dark ? darkPalette : lightPalette, dark), [dark]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={theme}
      locale={chinese}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App component={false} message={{ top: 64 }}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
