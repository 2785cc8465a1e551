/** Arrows of the house (DESIGN section 4): apps -> src -> libs, and only the module knows the provider. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'libs-know-no-product',
      comment: 'A lib is code that another API could import unchanged.',
      severity: 'error',
      from: { path: '^libs' },
      to: { path: '^(src|apps|test)' },
    },
    {
      name: 'product-needs-no-tool',
      comment: 'Simulator, issuer and demo are other processes; the product runs without them.',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^(apps|test)' },
    },
    {
      name: 'upstream-stays-in-its-folder',
      comment: "Accwea's wire format never leaves weather/accwea; only the module wires it in.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/weather/(accwea/|weather\\.module\\.ts)' },
      to: { path: '^src/weather/accwea/' },
    },
    {
      name: 'fall-back-stays-in-its-folder',
      comment:
        "Open-Meteo's wire format never leaves weather/open-meteo; only the module wires it in.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/weather/(open-meteo/|weather\\.module\\.ts)' },
      to: { path: '^src/weather/open-meteo/' },
    },
    {
      name: 'simulator-is-independent',
      comment:
        'Written from the wire facts: sharing types with the provider would share its errors.',
      severity: 'error',
      from: { path: '^apps/(accwea-simulator|open-meteo-simulator|dev-issuer)' },
      to: { path: '^(src|libs)/' },
    },
    {
      name: 'watch-client-stands-alone',
      comment: 'It is published alone, and needs nothing but global fetch.',
      severity: 'error',
      from: { path: '^packages/watch-client/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^packages/watch-client/' },
    },
    {
      name: 'watch-client-is-tested-alone',
      severity: 'error',
      from: { path: '^packages/watch-client/' },
      to: { path: '^(src|libs|apps|test|packages/(?!watch-client/))' },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^(src|libs)', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'What is built need not be there: the checks run before the first build.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '/dist/src/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
