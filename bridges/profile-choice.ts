import { resolve } from 'node:path';
import { profileNames } from '../output/profile/profile.ts';
import type { LoadedConfig } from './config.ts';

/** The profile that a run takes, and who says so. */
export interface ProfileChoice {
  /** Name of a shipped profile, or path of a file. */
  readonly profile: string;
  readonly from: 'option' | 'configuration' | 'default';
}

/** The profile that the command line names, else the configuration, beside which its path is, else the first one. */
export function chooseProfile(asked: string | undefined, { config, folder }: LoadedConfig): ProfileChoice {
  if (asked !== undefined) return { profile: asked, from: 'option' };
  if (config.profile === undefined) return { profile: profileNames[0], from: 'default' };
  const isFile = /\.ya?ml$/i.test(config.profile);
  return {
    profile: isFile ? resolve(folder ?? '.', config.profile) : config.profile,
    from: 'configuration',
  };
}
