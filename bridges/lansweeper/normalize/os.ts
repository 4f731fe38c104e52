import type { Os } from '../../../shared/asset/os.ts';
import type { Part } from '../../../shared/asset.ts';
import {
  pickArchitecture,
  pickBuild,
  pickFamily,
  pickFeatureVersion,
  pickOsName,
  pickOsVersion,
} from '../pick/os.ts';
import { pickRole } from '../pick/role.ts';
import type { Sections } from '../record.ts';

/** The operating system. */
export function normalizeOs(sections: Sections): Part<Os> {
  const family = pickFamily(sections);
  const name = pickOsName(sections);
  const version = pickOsVersion(sections);
  const build = pickBuild(sections);
  const feature = pickFeatureVersion(sections);
  const architecture = pickArchitecture(sections);
  const role = pickRole(sections);
  const pack = sections.operatingSystem?.servicePack ?? sections.base.servicePack ?? 0;
  return {
    value: {
      family: family.value,
      name: name.value,
      version: version.value,
      build: build.value,
      featureVersion: feature.value,
      editionCode: null,
      architecture: architecture.value,
      servicePack: pack > 0 ? `Service Pack ${pack}` : null,
      role: role.value,
      installedOn: sections.operatingSystem?.installed ?? null,
      lastBootAt: null,
    },
    rules: {
      'os.family': family.rule,
      'os.name': name.rule,
      'os.version': version.rule,
      'os.build': build.rule,
      'os.featureVersion': feature.rule,
      'os.architecture': architecture.rule,
      'os.role': role.rule,
    },
  };
}
