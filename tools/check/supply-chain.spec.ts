import { describe, expect, it } from '@jest/globals';
import { installScriptProblems } from './install-scripts.js';
import { licenceProblems } from './licences.js';
import { lockedPackages, type LockedPackage } from './lock-file.js';

const found = (path: string, other: Partial<LockedPackage> = {}): LockedPackage => ({
  path,
  version: '1.2.3',
  license: 'MIT',
  ...other,
});

describe('the licence check', () => {
  it.each(['GPL-3.0-only', 'AGPL-3.0', 'UNLICENSED', 'SEE LICENSE IN LICENSE', '(MIT OR GPL-2.0)'])(
    'rejects %s in production',
    (license) => {
      expect(licenceProblems([found('node_modules/a', { license })])).toEqual([
        `a@1.2.3: licence ${license} is not permitted (tools/check/licences.ts)`,
      ]);
    },
  );

  it('rejects a package without a licence', () => {
    const { license: _, ...without } = found('node_modules/@scope/a');

    expect(licenceProblems([without])).toEqual([expect.stringContaining('@scope/a@1.2.3')]);
  });

  it('rejects another version of a package that was reviewed', () => {
    const reviewed = { path: 'node_modules/pause', version: '0.0.1' };

    expect(licenceProblems([reviewed])).toEqual([]);
    expect(licenceProblems([{ ...reviewed, version: '0.0.2' }])).toHaveLength(1);
  });

  it('permits any licence in development', () => {
    expect(licenceProblems([found('node_modules/a', { license: 'GPL-3.0', dev: true })])).toEqual(
      [],
    );
  });
});

describe('the install script check', () => {
  it('rejects a new package with a script, also below another and in development', () => {
    const nested = found('node_modules/a/node_modules/@b/c', { hasInstallScript: true, dev: true });

    expect(installScriptProblems([nested, found('node_modules/d')])).toEqual([
      '@b/c@1.2.3 has an install script (tools/check/install-scripts.ts)',
    ]);
  });
});

describe('the packages of this repository', () => {
  it('are all read from the lock file', () => {
    const packages = lockedPackages();

    expect(packages.length).toBeGreaterThan(500);
    expect(packages.some(({ path }) => path === '')).toBe(false);
  });
});
