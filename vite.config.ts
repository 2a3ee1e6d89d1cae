import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  // MapLibre is fetched by `import()` and is one file by nature: the usual warning about large chunks says nothing here.
  build: { chunkSizeWarningLimit: 1200 },
  test: {
    coverage: {
      provider: 'v8',
      include: ['src/lib/core/**/*.ts'],
      thresholds: { branches: 95 }
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts']
        }
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: { name: 'component', environment: 'jsdom', include: ['tests/component/**/*.test.ts'] }
      },
      {
        extends: true,
        test: {
          name: 'build',
          environment: 'node',
          include: ['tests/build/**/*.test.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Two cores: one browser at a time, or pages starve one another.
          fileParallelism: false
        }
      },
      {
        extends: true,
        test: {
          name: 'bench',
          environment: 'node',
          benchmark: { include: ['tests/bench/**/*.bench.ts'] }
        }
      }
    ]
  }
});
