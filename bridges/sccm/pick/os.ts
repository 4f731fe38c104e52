import type { Os } from '../../../shared/asset/os.ts';
import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { shortBuild } from '../../../shared/device/windows-release.ts';
import type { Sections } from '../record.ts';

/** The name in the machine's own language. */
export function pickOsName(sections: Sections): Choice<string | null> {
  return firstKnown({
    operatingSystem: sections.operatingSystem?.caption,
    system: sections.base.osNameAndVersion,
  });
}

/** The version, for example `10.0.22631`. */
export function pickOsVersion(sections: Sections): Choice<string | null> {
  return firstKnown({ operatingSystem: sections.operatingSystem?.version, system: sections.base.osBuild });
}

/** The build, with its revision where discovery knows it: `22631.4460`. */
export function pickBuild(sections: Sections): Choice<string | null> {
  const revision = sections.base.osBuildRevision;
  return firstKnown({
    system: revision === null ? null : shortBuild(revision),
    operatingSystem: sections.operatingSystem?.build,
  });
}

/** The architecture of the system, whatever the language: `64 bits`, `64-bit`, `ARM 64 bits`, `x64-based PC`. */
export function pickArchitecture(sections: Sections): Choice<Os['architecture']> {
  return firstKnown({
    operatingSystem: architecture(sections.operatingSystem?.architecture),
    systemType: architecture(sections.computerSystem?.systemType),
  });
}

function architecture(text: string | null | undefined): Os['architecture'] {
  const value = text ?? '';
  if (/\barm/iu.test(value)) return /64/u.test(value) ? 'arm64' : null;
  if (/64/u.test(value)) return /itanium|ia64/iu.test(value) ? null : 'x64';
  return /32|86/u.test(value) ? 'x86' : null;
}
