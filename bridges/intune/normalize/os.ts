import type { Os } from '../../../shared/asset/os.ts';
import { featureVersion } from '../../../shared/device/windows-release.ts';
import { pickFamily } from '../pick/family.ts';
import { pickArchitecture, pickBuild, pickOsName, pickRole, pickVersion } from '../pick/os.ts';
import type { IntuneRecord } from '../record.ts';
import type { Part } from './part.ts';

/** The operating system. */
export function normalizeOs(record: IntuneRecord): Part<Os> {
  const { list, detail } = record;
  const family = pickFamily(list);
  const name = pickOsName(record);
  const version = pickVersion(list);
  const build = pickBuild(record);
  const role = pickRole(list);
  const architecture = pickArchitecture(record);
  return {
    value: {
      family,
      name: name.value,
      version: version.value,
      build: build.value,
      featureVersion: family === 'windows' ? featureVersion(build.value, role.value) : null,
      editionCode: family === 'windows' ? (detail?.hardware.operatingSystemProductType ?? null) : null,
      architecture: architecture.value,
      servicePack: null,
      role: role.value,
      installedOn: null,
      lastBootAt: null,
    },
    rules: {
      'os.name': name.rule,
      'os.version': version.rule,
      'os.build': build.rule,
      'os.architecture': architecture.rule,
      'os.role': role.rule,
    },
  };
}
