import type { Os } from '../../../shared/asset/os.ts';
import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import { buildNumber, shortBuild } from '../../../shared/device/windows-release.ts';
import type { DetailRow, IntuneRecord, ListRow } from '../record.ts';
import { pickFamily } from './family.ts';

/** First build of Windows 11; the version begins with 10 on both. */
const windows11 = 22_000;
/** Builds of which there is a server and no client. */
const serverYears: ReadonlyMap<number, string> = new Map([
  [20348, '2022'],
  [25398, '23H2'],
]);

/** `15.1 (24B83)`: version and build. */
const versionAndBuild = /^([\d.]+)\s*\((\w+)\)$/u;

/** What the system is for: Intune enrols no servers, Defender and SCCM show it theirs. */
export const pickRole = remembered((list: ListRow): Choice<Os['role']> => {
  if (pickFamily(list) !== 'windows') return { value: null, rule: 'none' };
  if (/server/iu.test(list.operatingSystem ?? '')) return { value: 'server', rule: 'name' };
  if (serverYears.has(buildNumber(list.osVersion) ?? 0)) return { value: 'server', rule: 'build' };
  const isEnrolled =
    list.managementAgent !== 'msSense' && list.managementAgent !== 'configurationManagerClient';
  return isEnrolled ? { value: 'workstation', rule: 'enrolled' } : { value: null, rule: 'none' };
});

/** `Windows 11 Enterprise`, `Windows Server 2022`, `macOS 15.1`, `iOS 18.1`: what an administrator would say. */
export function pickOsName({ list, report, detail }: IntuneRecord): Choice<string | null> {
  const { operatingSystem } = list;
  if (operatingSystem === null) return { value: null, rule: 'none' };
  if (pickFamily(list) !== 'windows') {
    const version = pickVersion(list).value;
    if (version === null) return { value: operatingSystem, rule: 'operatingSystem' };
    return { value: `${operatingSystem} ${version}`, rule: 'withVersion' };
  }
  const build = buildNumber(list.osVersion);
  if (pickRole(list).value === 'server') {
    const year = serverYears.get(build ?? 0);
    return { value: year ? `Windows Server ${year}` : 'Windows Server', rule: 'server' };
  }
  if (build === null || !/^windows$/iu.test(operatingSystem))
    return { value: operatingSystem, rule: 'operatingSystem' };
  const release = build >= windows11 ? 'Windows 11' : 'Windows 10';
  const edition = firstKnown({
    report: report?.SkuFamily,
    detail: detail?.hardware.operatingSystemEdition,
  });
  if (edition.value === null) return { value: release, rule: 'build' };
  return { value: `${release} ${edition.value}`, rule: `edition-${edition.rule}` };
}

/** The version without what stands in parentheses: `15.1`. */
export function pickVersion({ osVersion }: ListRow): Choice<string | null> {
  const split = versionAndBuild.exec(osVersion ?? '');
  if (split?.[1]) return { value: split[1], rule: 'beforeParentheses' };
  return firstKnown({ osVersion });
}

/** The build with its revision, `22631.4460`; of Apple the letters in parentheses; of Android what the device says. */
export function pickBuild({ list, detail }: IntuneRecord): Choice<string | null> {
  const { osVersion } = list;
  return firstKnown({
    parentheses: versionAndBuild.exec(osVersion ?? '')?.[2],
    osVersion: pickFamily(list) === 'windows' && osVersion !== null ? shortBuild(osVersion) : null,
    detail: detail?.hardware.osBuildNumber,
  });
}

/** The report's numbers by system; only on Windows 0 is a processor. */
const windowsNumbers: ReadonlyMap<string, Os['architecture']> = new Map([
  ['0', 'x86'],
  ['5', 'arm'],
  ['9', 'x64'],
  ['12', 'arm64'],
]);
const otherNumbers: ReadonlyMap<string, Os['architecture']> = new Map([
  ['9', 'x64'],
  ['12', 'arm64'],
]);

/** The processor's architecture, from the report, then from the device itself. */
export function pickArchitecture({ list, report, detail }: IntuneRecord): Choice<Os['architecture']> {
  const numbers = pickFamily(list) === 'windows' ? windowsNumbers : otherNumbers;
  return firstKnown({
    report: numbers.get(report?.ProcessorArchitecture ?? ''),
    detail: architectureWord(detail),
  });
}

function architectureWord(detail: DetailRow | null): Os['architecture'] {
  const word = detail?.processorArchitecture?.toLowerCase();
  return word === 'x64' || word === 'x86' || word === 'arm' || word === 'arm64' ? word : null;
}
