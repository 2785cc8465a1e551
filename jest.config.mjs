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
  // Whole processes start and drain, several at once; a test that hangs still fails by name.
  testTimeout: 120_000,
  // Whole-process suites wait for half of their time; with four at once, calls time out beside Chromium.
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
      globalSetup: '<rootDir>/test/support/issuer/shared-issuer.mjs',
      globalTeardown: '<rootDir>/test/support/issuer/shared-issuer-stop.mjs',
      setupFilesAfterEnv: ['<rootDir>/test/support/retry-once.mjs'],
      // `npm run chaos` runs them: they load the machine, and measure it.
      testPathIgnorePatterns: [
        ...(process.env.CHAOS_SECONDS ? [] : ['/test/chaos/chaos.spec']),
        ...(process.env.CHAOS_HOUR ? [] : ['/test/chaos/bad-hour/']),
      ],
    },
  ],
};
