import type { Os } from '../../../shared/asset/os.ts';
import type { Part } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { buildNumber, featureVersion } from '../../../shared/device/windows-release.ts';
import { pickArchitecture, pickBuild, pickOsName, pickOsVersion } from '../pick/os.ts';
import { pickRole } from '../pick/role.ts';
import type { Sections } from '../record.ts';

/** The operating system. */
export function normalizeOs(sections: Sections): Part<Os> {
  const row = sections.operatingSystem;
  const name = pickOsName(sections);
  const version = pickOsVersion(sections);
  const build = pickBuild(sections);
  const role = pickRole(sections);
  const feature = firstKnown({
    build: featureVersion(build.value, role.value),
    version: buildNumber(build.value) === null ? featureVersion(version.value, role.value) : null,
  });
  const architecture = pickArchitecture(sections);
  return {
    value: {
      family: /windows/iu.test(name.value ?? '') ? 'windows' : null,
      name: name.value,
      version: version.value,
      build: build.value,
      featureVersion: feature.value,
      editionCode: row?.editionCode ?? null,
      architecture: architecture.value,
      servicePack: row?.servicePack ?? null,
      role: role.value,
      installedOn: row?.installed ?? null,
      lastBootAt: row?.lastBoot ?? null,
    },
    rules: {
      'os.name': name.rule,
      'os.version': version.rule,
      'os.build': build.rule,
      'os.featureVersion': feature.rule,
      'os.architecture': architecture.rule,
      'os.role': role.rule,
    },
  };
}
