/** Nest 12 and its neighbours are ES modules; below Node 24.9 Jest cannot `require` them, so the two
 *  packages that CommonJS code still requires (`jose`, `cookie`) are transformed as well. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  },
];

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@app/(.*)\\.js$': '<rootDir>/libs/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': swc,
    'node_modules/(jose|cookie)/.+\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose|cookie)/)'],
};

export default {
  // Whole processes start and drain, three at once on two cores; a test that hangs is still told.
  testTimeout: 120_000,
  // Whole processes mostly wait, so it takes three suites to keep two cores busy. With four, Redis often misses its 50 ms.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/support/whole-processes-first.mjs',
  // oidc-provider prints a notice about Node 20 at each import.
  silent: true,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: [
        '<rootDir>/src',
        '<rootDir>/libs',
        '<rootDir>/apps',
        '<rootDir>/packages',
        '<rootDir>/tools',
      ],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'whole',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/retry-once.mjs'],
      // `npm run chaos` runs it: it loads the machine, and measures it.
      ...(process.env.CHAOS_SECONDS ? {} : { testPathIgnorePatterns: ['/test/chaos/chaos.spec'] }),
    },
  ],
};
