import type { GraphSettings } from './settings.ts';

/** Where a cloud lets applications in, and where its Graph is: scheme, host and port of each. */
export interface Cloud {
  readonly authority: string;
  readonly root: string;
}

const clouds: Readonly<Record<Exclude<GraphSettings['cloud'], 'custom'>, Cloud>> = {
  global: { authority: 'https://login.microsoftonline.com', root: 'https://graph.microsoft.com' },
  usgov: { authority: 'https://login.microsoftonline.us', root: 'https://graph.microsoft.us' },
  'usgov-dod': { authority: 'https://login.microsoftonline.us', root: 'https://dod-graph.microsoft.us' },
  china: {
    authority: 'https://login.chinacloudapi.cn',
    root: 'https://microsoftgraph.chinacloudapi.cn',
  },
};

/** The cloud of the settings. */
export function cloudOf({ cloud, authorityHost, graphRoot }: GraphSettings): Cloud {
  if (cloud !== 'custom') return clouds[cloud];
  return { authority: originOf(authorityHost), root: originOf(graphRoot) };
}

const originOf = (address: string | undefined): string => new URL(address ?? '').origin;
