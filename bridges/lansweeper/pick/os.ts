import type { Os } from '../../../shared/asset/os.ts';
import type { Choice } from '../../../shared/asset.ts';
import { architectureIn } from '../../../shared/device/architecture.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { ofFewTexts, remembered } from '../../../shared/device/remembered.ts';
import { buildNumber, featureVersion, shortBuild } from '../../../shared/device/windows-release.ts';
import type { Sections } from '../record.ts';
import { pickRole } from './role.ts';

/** Words in the type of an asset or the name of its system, the first that fits. */
const families: readonly (readonly [RegExp, Os['family']])[] = [
  [/windows phone/iu, 'other'],
  [/windows/iu, 'windows'],
  [/mac ?os|os x|\bmac\b|macintosh/iu, 'macos'],
  [/linux|ubuntu|debian|red hat|centos|suse/iu, 'linux'],
  [/ipad/iu, 'ipados'],
  [/iphone|\bios\b/iu, 'ios'],
  [/android/iu, 'android'],
  [/chrome ?os/iu, 'chromeos'],
];

/** What kind of system it is: by its own name, then by the type of the asset. */
export function pickFamily(sections: Sections): Choice<Os['family']> {
  return firstKnown({
    name: familyIn(pickOsName(sections).value ?? ''),
    type: sections.base.typeName === null ? null : familyIn(sections.base.typeName),
  });
}

const familyIn = ofFewTexts(
  (text): Os['family'] => families.find(([words]) => words.test(text))?.[1] ?? null,
);

/** The name as the machine shows it; the product's short one (`Win 11`) only where there is no other. */
export const pickOsName = remembered(
  (sections: Sections): Choice<string | null> =>
    firstKnown({
      windows: sections.operatingSystem?.caption,
      linux: sections.linuxSystem?.osRelease,
      mac: withoutBuild(sections.macOs?.systemVersion),
      vmware: withoutBuild(sections.vmwareHost?.version),
      short: sections.osName?.name,
    }),
);

/** The version; of Linux the kernel's, for its name holds the distribution's. */
export function pickOsVersion(sections: Sections): Choice<string | null> {
  return firstKnown({
    windows: sections.operatingSystem?.version,
    code: windowsCode(sections),
    linux: sections.linuxSystem?.kernelRelease,
    mac: numberIn(sections.macOs?.systemVersion),
    vmware: numberIn(sections.vmwareHost?.version),
  });
}

/** The build: of Windows with its revision where the product knows it, `26100.2454`. */
export const pickBuild = remembered((sections: Sections): Choice<string | null> => {
  const windows = buildNumber(windowsCode(sections) ?? sections.operatingSystem?.version);
  const revision = sections.base.osRevision ?? '';
  return firstKnown({
    revision: revisedBuild(windows, revision),
    windows: windows === null ? null : String(windows),
    mac: /\(([0-9A-Z]+)\)/iu.exec(sections.macOs?.systemVersion ?? '')?.[1],
    vmware: /build-(\d+)/iu.exec(sections.vmwareHost?.version ?? '')?.[1],
  });
});

/** The feature version of Windows that the product read, then by the build; Windows Server has none. */
export function pickFeatureVersion(sections: Sections): Choice<string | null> {
  const role = pickRole(sections).value;
  const read = role === 'server' || role === 'domainController' ? null : sections.base.featureVersion;
  return firstKnown({ asset: read, build: featureVersion(pickBuild(sections).value, role) });
}

/** The architecture of the system. */
export function pickArchitecture(sections: Sections): Choice<Os['architecture']> {
  return firstKnown({
    windows: architectureIn(sections.computerSystem?.systemType),
    linux: architectureIn(sections.linuxSystem?.architecture),
  });
}

/** `10.0.26100` from `10.0.26100` and from `10.0.17763S`. */
const windowsCode = ({ base }: Sections): string | null =>
  /^\d+(?:\.\d+)+/u.exec(base.osCode ?? '')?.[0] ?? null;

/** The revision alone, or the whole build: sites have either. */
function revisedBuild(build: number | null, revision: string): string | null {
  if (build === null) return null;
  if (/^\d{1,5}$/u.test(revision)) return `${build}.${revision}`;
  const whole = shortBuild(revision);
  return whole.startsWith(`${build}.`) ? whole : null;
}

const numberIn = (text: string | null | undefined): string | null =>
  /\d+(?:\.\d+)+/u.exec(text ?? '')?.[0] ?? null;

const withoutBuild = (text: string | null | undefined): string | null =>
  text?.replace(/\s*(?:\([0-9A-Z]+\)|build-\d+)$/iu, '') || null;
