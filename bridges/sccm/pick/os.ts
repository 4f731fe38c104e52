import type { Os } from '../../../shared/asset/os.ts';
import type { Choice } from '../../../shared/asset.ts';
import { architectureIn } from '../../../shared/device/architecture.ts';
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

/** The architecture of the system. */
export function pickArchitecture(sections: Sections): Choice<Os['architecture']> {
  return firstKnown({
    operatingSystem: architectureIn(sections.operatingSystem?.architecture),
    systemType: architectureIn(sections.computerSystem?.systemType),
  });
}
