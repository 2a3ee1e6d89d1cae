import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['build/', 'build-bench/', '.svelte-kit/', 'coverage/', 'test-results/', 'static/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A story's text must never reach the page as HTML.
      'svelte/no-at-html-tags': 'error',
      // Parts of the library may not know of Kit: they are handed addresses that the routes have resolved.
      'svelte/no-navigation-without-resolve': 'off',
      // Sets and maps here are values, made once and replaced whole.
      'svelte/prefer-svelte-reactivity': 'off'
    }
  },
  {
    // Core is true without a browser, a network or a clock.
    files: ['src/lib/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'document',
        'window',
        'fetch',
        'localStorage',
        'navigator',
        'location',
        'performance'
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take the time as an argument.'
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take the time as an argument.'
        }
      ]
    }
  },
  {
    files: ['src/**/*.svelte', 'src/**/*.svelte.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "UnaryExpression[operator='void'][argument.type!='CallExpression']",
          message:
            'The build leaves out what is only read (see treeshake in vite.config.ts): hand it to a call, or use it.'
        }
      ]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
    }
  }
);
