import type { Os } from '../asset/os.ts';

/** Feature versions of Windows 10 and 11 by build. */
const clientVersions: ReadonlyMap<number, string> = new Map([
  [10240, '1507'],
  [10586, '1511'],
  [14393, '1607'],
  [15063, '1703'],
  [16299, '1709'],
  [17134, '1803'],
  [17763, '1809'],
  [18362, '1903'],
  [18363, '1909'],
  [19041, '2004'],
  [19042, '20H2'],
  [19043, '21H1'],
  [19044, '21H2'],
  [19045, '22H2'],
  [22000, '21H2'],
  [22621, '22H2'],
  [22631, '23H2'],
  [26100, '24H2'],
  [26200, '25H2'],
  [26300, '26H2'],
  [28000, '26H1'],
]);

/**
 * Versions of the servers that carry no year in their name. Windows Server 2016, 2019, 2022 and 2025 (builds
 * 14393, 17763, 20348, 26100) have none here: their name already says the release, and `24H2` on a server
 * would read as Windows 11.
 */
const serverVersions: ReadonlyMap<number, string> = new Map([
  [16299, '1709'],
  [17134, '1803'],
  [18362, '1903'],
  [18363, '1909'],
  [19041, '2004'],
  [19042, '20H2'],
  [25398, '23H2'],
]);

/** The build number inside `10.0.22631.4460`, `22631.4460` or `22631`. */
export function buildNumber(text: string | null | undefined): number | null {
  const found = /(?:^|\.)(\d{4,5})(?:\.|$)/u.exec(text ?? '');
  return found ? Number(found[1]) : null;
}

/** The build with its revision where known: `10.0.22631.4460` becomes `22631.4460`. */
export const shortBuild = (text: string): string =>
  text.replace(/^\d{1,2}\.\d{1,2}\.(?=\d{4,5}(?:\.|$))/u, '');

/**
 * The feature version, for example `23H2`. Servers and clients share builds, so the role decides which list is
 * read; without a role only a build that means the same in both is answered.
 */
export function featureVersion(build: string | null | undefined, role: Os['role']): string | null {
  const number = buildNumber(build);
  if (number === null) return null;
  const client = clientVersions.get(number) ?? null;
  if (role === 'workstation') return client;
  const server = serverVersions.get(number) ?? null;
  if (role !== null) return server;
  return client === server || !serverBuilds.has(number) ? client : null;
}

/** Builds of which there is a server. */
const serverBuilds: ReadonlySet<number> = new Set([14393, 17763, 20348, 26100, ...serverVersions.keys()]);
