import { builtinModules } from 'node:module'
import jest from 'eslint-plugin-jest'
import prettier from 'eslint-config-prettier'
import tseslint from 'typescript-eslint'

const noClock = [
  { selector: 'ExportAllDeclaration', message: 'Name what you export. A barrel belongs only at a boundary.' },
  { selector: 'MemberExpression[property.name=/RawUnsafe$/]', message: 'Use the tagged template.' },
  {
    selector: "CallExpression[callee.object.name=/^(Date|LocalDate)$/][callee.property.name='now']",
    message: 'Ask the clock.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the clock.' },
]

/** Exact names for Node's own modules, not patterns: `domain` is one of them too. Globs without braces. */
const mayNotImport = (from, { packages, folders, types }) => ({
  files: [`${from}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: builtinModules.map((name) => ({ name })),
        patterns: [
          {
            allowTypeImports: types === 'allowed',
            group: ['node:*', ...packages, ...folders.map((name) => `**/${name}/**`)],
          },
        ],
      },
    ],
  },
})

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'prisma/generated/',
      'coverage/',
      '.caseclock/',
      'test/boundaries/fixtures/',
      'prisma.config.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        {
          allowDefaultCaseForExhaustiveSwitch: false,
          considerDefaultExhaustiveForUnions: false,
          requireDefaultForNonUnion: true,
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreVoidOperator: true, ignoreArrowShorthand: true },
      ],
      'no-restricted-syntax': ['error', ...noClock],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.recommended],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['domain/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'Date', 'Intl', 'process', 'fetch', 'setTimeout'] },
  },
  { files: ['activities/realNow.ts', 'test/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  mayNotImport('domain', {
    types: 'refused',
    packages: ['fastify', 'nodemailer', '@prisma/*', '@temporalio/*'],
    folders: ['activities', 'client', 'prisma', 'worker', 'workflows'],
  }),
  mayNotImport('workflows', {
    types: 'allowed',
    packages: ['zod', 'luxon', '@js-joda/*', '@prisma/*'],
    folders: ['activities', 'client', 'prisma', 'worker'],
  }),
  {
    files: ['test/**/*.test.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
    },
  },
  prettier,
)
