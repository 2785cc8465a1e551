/** tools -> apps -> src -> libs, apps -> packages, and only the weather module imports a provider. */
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
      to: { path: '^(src|apps|packages|tools|test)' },
    },
    {
      name: 'kernels-need-no-cache',
      comment: 'Budget, resilience and read-through share libs/load, not each other.',
      severity: 'error',
      from: { path: '^libs/(budget|resilience|load|events)/' },
      to: { path: '^libs/read-through/' },
    },
    {
      name: 'product-needs-no-tool',
      comment: 'Other processes, shared development code and tools are not in the image.',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^(apps|packages|tools|test)' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'What two applications share is a package.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'packages-know-no-application',
      comment:
        'Written from the wire facts, the simulated weather must not share code with the product.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(src|libs|apps|tools|test)/' },
    },
    {
      name: 'tools-are-not-imported',
      severity: 'error',
      from: { path: '^(apps|packages)/' },
      to: { path: '^(tools|test)/' },
    },
    {
      name: 'wire-formats-stay-in-their-folder',
      comment:
        "A provider's wire format never leaves its folder; only the list of providers names it.",
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/weather/providers/(?!upstream/)',
      },
      to: {
        path: '^src/weather/providers/(?!upstream/)[^/]+/',
        // What the rest of the product may know of a provider.
        pathNot: '\\.descriptor\\.ts$',
      },
    },
    {
      name: 'providers-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/weather/providers/(?!upstream/)([^/]+)/' },
      to: {
        path: '^src/weather/providers/(?!upstream/)[^/]+/',
        pathNot: '^src/weather/providers/$1/',
      },
    },
    {
      name: 'simulator-is-independent',
      comment:
        'Written from the wire facts: sharing types with the provider would share its errors.',
      severity: 'error',
      from: {
        path: '^apps/(accwea-simulator|alert-feeds-simulator|open-meteo-simulator|dev-issuer)',
      },
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
      to: { path: '^packages/(?!watch-client/)' },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^(src|libs)', pathNot: '\\.spec\\.ts$|/testing/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'not-to-unresolvable',
      comment:
        'Compiled files may be missing: the checks also run before the first build. A page in a browser imports by URL.',
      severity: 'error',
      from: { pathNot: '^apps/demo/watch/page/' },
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
