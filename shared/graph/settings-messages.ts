import type { Text } from '../text.ts';

/** What is said of the block `sources.intune`. */
export const messages = {
  tenantForm: {
    fr: 'un identifiant (GUID) ou un domaine du locataire, par exemple contoso.onmicrosoft.com',
    en: 'an id (GUID) or a domain of the tenant, for instance contoso.onmicrosoft.com',
  },
  rootForm: {
    fr: 'une adresse https sans chemin, par exemple https://graph.microsoft.com',
    en: 'an https address without a path, for instance https://graph.microsoft.com',
  },
  proxyForm: {
    fr: 'une adresse http ou https sans compte ni chemin, par exemple http://proxy.exemple.ca:8080',
    en: 'an http or https address without account or path, for instance http://proxy.example.org:8080',
  },
  hostsOfCustomCloud: {
    fr: 'authorityHost et graphRoot vont ensemble, et seulement avec cloud: custom',
    en: 'authorityHost and graphRoot go together, and only with cloud: custom',
  },
} as const satisfies Record<string, Text>;
