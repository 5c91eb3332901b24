import { defineConfig } from 'vitest/config';

/** The journeys: one after the other, in a real browser, on one built server with the example county. */
export default defineConfig({
  test: {
    include: ['journeys/**/*.test.ts'],
    globalSetup: ['journeys/serve-county.ts'],
    pool: 'threads',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
