/** Builds the staff desk to `dist/desk`, served below `/desk/`. No inline script or style leaves this build: the CSP forbids both. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => {
  // What is built is for officers, whoever builds it: a test run must not leave React's development half behind.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: 'src/desk',
    base: '/desk/',
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: '../../dist/desk',
      emptyOutDir: true,
      // The 360, QAX and UOS browsers in offices are Chromium 114 or newer; older ones meet the notice in index.html.
      target: ['chrome114', 'firefox115', 'safari16.4'],
      cssTarget: ['chrome114', 'firefox115', 'safari16.4'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        output: {
          // What changes with our own releases and what does not: the second stays in the browser's cache.
          codeSplitting: {
            groups: [
              {
                name: 'react',
                test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/,
              },
            ],
          },
        },
      },
    },
    server: {
      port: 5178,
      strictPort: true,
      proxy: { '/api': process.env.GONGKAI_DESK_API ?? 'http://127.0.0.1:3000' },
    },
  };
});
