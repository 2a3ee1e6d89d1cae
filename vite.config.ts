import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { embedBuild } from './tools/embed-build.mjs';
import { oneFileBuild } from './tools/one-file-build.mjs';

/** Words that come later, with what says them. */
const LATER_WORDS =
  'cards|legend|map|archive|timeline-more|share|page-tools|embed|acts|present|practice|handout|teach|offline|one-file';

/** By their paths. */
const EVERY_STORY_PAGE = [
  'svelte/src/internal/(disclose-version|flags)',
  '@date-fns',
  'src/lib/core/(lookup|story|view|mark-shapes|zone|box|same|rest-timer)\\.',
  `src/lib/i18n/(?!en/(${LATER_WORDS}))`,
  'src/lib/map/fetch-engine',
  'src/lib/state/session',
  'src/lib/timeline/(?!Archive|bins)[^/]+$',
  'src/lib/viewer/(Count\\.|KindMark|StoryTimeline|ViewerLayout|appearance|bring-into-sight|reading|group-by-time)',
  'routes/(\\+(error|layout)|map-settings)',
  '\\[story\\]/StoryPage'
];

export default defineConfig({
  plugins: [sveltekit(), embedBuild(), oneFileBuild()],
  // MapLibre is fetched by `import()` and is one file by nature: the usual warning about large chunks says nothing here.
  build: {
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      treeshake: {
        propertyReadSideEffects: false
      },
      output: {
        codeSplitting: {
          // What every page of a story needs, in one file in place of half a dozen of a few hundred bytes.
          groups: [
            {
              name: 'story',
              test: new RegExp(EVERY_STORY_PAGE.join('|'))
            }
          ]
        }
      }
    }
  },
  test: {
    maxWorkers: '100%',
    // Not a measure of anything: a test that is stuck is ended. On a busy machine, a slow one is not stuck.
    testTimeout: 60_000,
    hookTimeout: 60_000,
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
          // Two browsers on two cores: a page waits for its map longer than it works, and tests wait for what they look at.
          maxWorkers: 2
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
