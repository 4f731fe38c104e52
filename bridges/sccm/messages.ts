import type { Text } from '../../shared/text.ts';
import type { ExclusionReason } from './population.ts';

const siteTypes: Readonly<Record<string, Text>> = {
  secondary: { fr: 'site secondaire', en: 'secondary site' },
  primary: { fr: 'site principal', en: 'primary site' },
  central: { fr: 'site d’administration centrale', en: 'central administration site' },
};

/** Why a record does not become an asset. */
export const exclusions: Readonly<Record<ExclusionReason, Text>> = {
  unknownObject: { fr: 'objets de déploiement', en: 'deployment placeholders' },
  noName: { fr: 'sans nom', en: 'without a name' },
  obsolete: { fr: 'périmés', en: 'obsolete' },
  decommissioned: { fr: 'mis hors service', en: 'decommissioned' },
  noClient: { fr: 'sans client', en: 'without a client' },
};

/** What the SCCM bridge says. */
export const messages = {
  title: { fr: 'Microsoft SCCM / MECM', en: 'Microsoft SCCM / MECM' },
  collect: {
    fr: 'Activez la classe dans les paramètres du client',
    en: 'Enable the class in the client settings',
  },
  site: (code: string, name: string, type: string | null, version: string): Text => ({
    fr: [code, name, siteTypes[type ?? '']?.fr, version].filter(Boolean).join(' · '),
    en: [code, name, siteTypes[type ?? '']?.en, version].filter(Boolean).join(' · '),
  }),
  partialSite: (site: string, parent: string): Text => ({
    fr: `Le site ${site} est un site principal sous ${parent} : il ne contient que ses propres clients. Lisez plutôt la base du site ${parent}.`,
    en: `Site ${site} is a primary site below ${parent}: it holds its own clients only. Read the database of site ${parent} instead.`,
  }),
  secondarySite: (site: string): Text => ({
    fr: `Le site ${site} est un site secondaire, sans inventaire utilisable. Lisez la base de son site principal.`,
    en: `Site ${site} is a secondary site, without usable inventory. Read the database of its primary site.`,
  }),
  siteHint: {
    fr: 'Nommez le serveur et la base de cet autre site dans sources.sccm, s’il y en a un qui contient tout.',
    en: 'Name the server and database of that other site in sources.sccm, where there is one that holds everything.',
  },
} as const;
