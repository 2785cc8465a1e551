import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const CLIENT_NAME = 'meteofrenchapi-watch-client';

/**
 * The watch client as npm installs it: packed from a copy of its folder, so that nothing is built in the repository, and
 * extracted into the `node_modules` of an empty project.
 */
export class PackedClient {
  private constructor(
    private readonly folder: string,
    readonly tarball: string,
  ) {}

  static pack(): PackedClient {
    const folder = mkdtempSync(join(tmpdir(), 'watch-client-'));
    const source = join(folder, 'repository/packages/watch-client');
    cpSync('packages/watch-client', source, {
      recursive: true,
      filter: (path) => !path.endsWith('/dist'),
    });
    cpSync('tsconfig.json', join(folder, 'repository/tsconfig.json'));
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'repository/node_modules'));
    // Under `npm test`, npm inherits `ignore-scripts` of this repository, and would pack without building.
    const pack = ['pack', '--ignore-scripts=false', '--pack-destination', folder];
    execFileSync('npm', pack, { cwd: source, stdio: 'pipe' });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    const client = new PackedClient(folder, join(folder, tarball));
    mkdirSync(client.installed, { recursive: true });
    const extract = ['-xzf', client.tarball, '--strip-components=1', '-C', client.installed];
    execFileSync('tar', extract);
    return client;
  }

  /** The project that uses the client. */
  get project(): string {
    return join(this.folder, 'project');
  }

  get installed(): string {
    return join(this.project, 'node_modules', CLIENT_NAME);
  }

  /** Writes a file into the project. @returns its path */
  write(name: string, text: string): string {
    const file = join(this.project, name);
    writeFileSync(file, text);
    return file;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
