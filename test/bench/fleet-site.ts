import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../shared/package-root.ts';
import { takenBy } from './measured.ts';

/** How the wire is: `required` has TLS inside TDS, for every client. */
export type WireEncryption = 'none' | 'required';

export const login = { user: 'bench', password: 'bench-0nly', database: 'CM_BENCH' } as const;
export const certificateAuthority = join(
  packageRoot,
  'test',
  'fakes',
  'tds',
  'certificates',
  'authority.pem',
);

/** A server with a generated SCCM site, and what its clients are configured with. */
export interface FleetSite {
  readonly port: number;
  /** Rows of all sections together. */
  readonly rows: number;
  /** Folder of its own, gone with the site. */
  readonly folder: string;
  /** `bridge.yaml` of the command. */
  readonly config: string;
  /** What every client needs in its environment. */
  readonly environment: NodeJS.ProcessEnv;
  /** Processor time of the server so far; null where it cannot be known. */
  serverSeconds(): number | null;
  close(): void;
}

/** Starts a server with so many machines in a process of its own. */
export async function openFleetSite(devices: number, encryption: WireEncryption): Promise<FleetSite> {
  const folder = mkdtempSync(join(tmpdir(), 'bridge-bench-'));
  const program = fileURLToPath(new URL('fleet-server.js', import.meta.url));
  const child: ChildProcess = fork(program, [String(devices), folder]);
  const [{ port, rows }] = await once(child, 'message');
  const config = join(folder, 'bridge.yaml');
  writeFileSync(config, bridgeConfig(port, encryption));
  const freetds = join(folder, 'freetds.conf');
  writeFileSync(freetds, freetdsConfig(port, encryption));
  return {
    port,
    rows,
    folder,
    config,
    environment: { FREETDSCONF: freetds, BENCH_PASSWORD: login.password, LANG: 'en_CA.UTF-8' },
    serverSeconds: () => takenBy(child.pid)?.cpuSeconds ?? null,
    close: () => {
      child.disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const bridgeConfig = (port: number, encryption: WireEncryption): string => `sources:
  sccm:
    server: localhost
    port: ${port}
    database: ${login.database}
    login: { kind: sql, user: ${login.user}, password: { env: BENCH_PASSWORD } }
    encryption: ${encryption}
    certificateAuthority: ${certificateAuthority}
`;

const freetdsConfig = (port: number, encryption: WireEncryption): string => `[bench]
  host = 127.0.0.1
  port = ${port}
  tds version = 7.4
  encryption = ${encryption === 'none' ? 'off' : 'require'}
  client charset = UTF-8
`;
