import type { Language } from '../../shared/text.ts';

/** A column of the CI import that Octopus knows by itself; every other header names a CI attribute. */
export interface CoreHeader {
  readonly fr: string;
  /** The most plausible name where the English one is nowhere to be seen; null where there is none. */
  readonly en: string | null;
  /** The languages in which the vendor or a real import shows this header. */
  readonly sure: readonly Language[];
}

const both = ['fr', 'en'] as const;

/** CI type of the row, required. */
export const typeHeader = { fr: 'Type', en: 'Type', sure: both } as const;
/** Name of the CI, required. */
export const nameHeader = { fr: 'Nom', en: 'Name', sure: both } as const;
export const manufacturerHeader = { fr: 'Manufacturier', en: 'Manufacturer', sure: both } as const;
/** Octopus refuses a row that has a model but no manufacturer. */
export const modelHeader = { fr: 'Modèle', en: 'Model', sure: both } as const;
/** Software that is managed, a closed list. */
export const managedHeader = { fr: 'LogicielGéré', en: 'ManagedSoftware', sure: both } as const;
const statusHeader = { fr: 'État', en: 'Status', sure: both } as const;

/** A note takes the place of the whole note of the CI. */
export const noteHeader = 'Note';

const coreHeaders: readonly CoreHeader[] = [
  typeHeader,
  nameHeader,
  manufacturerHeader,
  modelHeader,
  managedHeader,
  statusHeader,
  { fr: 'DateRetrait', en: 'RetirementDate', sure: ['en'] },
  { fr: 'Catégorie', en: 'Category', sure: ['fr'] },
  { fr: 'NuméroSérie', en: 'SerialNumber', sure: ['fr'] },
  { fr: 'NuméroInventaire', en: 'InventoryNumber', sure: ['fr'] },
  { fr: 'NuméroBonCommande', en: 'PurchaseOrderNumber', sure: ['fr'] },
  { fr: 'NuméroFacture', en: 'InvoiceNumber', sure: ['fr'] },
  { fr: 'Fournisseur', en: 'Supplier', sure: ['fr'] },
  { fr: 'DateAchat', en: 'PurchaseDate', sure: ['fr'] },
  { fr: 'CoûtAchat', en: 'PurchaseCost', sure: ['fr'] },
  { fr: 'ExpirationGarantie', en: 'WarrantyExpiration', sure: ['fr'] },
  { fr: 'TypeGarantie', en: 'WarrantyType', sure: ['fr'] },
  { fr: 'CentreCoûts', en: 'CostCenter', sure: ['fr'] },
  { fr: 'SourceFinancement', en: 'FundingSource', sure: ['fr'] },
  { fr: 'DuréeAmortissement', en: 'DepreciationPeriod', sure: ['fr'] },
  { fr: 'Site', en: 'Site', sure: ['fr'] },
  { fr: 'Local', en: null, sure: ['fr'] },
  { fr: noteHeader, en: noteHeader, sure: ['fr'] },
];

/** Attributes of every Octopus whose name is documented or seen, by language. */
const sureAttributes: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Adresse IP', 'Adresse Mac'],
  en: [
    'Display adapter',
    'Hard drive capacity',
    'IP address',
    'MAC address',
    'Network adapter',
    'Network adapter speed',
    'Operating system',
    'Processor type',
    'RAM',
  ],
};

/** The right header where one of the other language was given, else null. */
export function headerInLanguage(header: string, language: Language): string | null {
  const other = language === 'fr' ? 'en' : 'fr';
  const pair = coreHeaders.find((each) => each[other] === header && each[language] !== header);
  return pair?.[language] ?? null;
}

/** Whether a header is documented or was seen in a real import; every other one is compared with Octopus first. */
export function isSureHeader(header: string, language: Language): boolean {
  const core = coreHeaders.find((each) => each[language] === header);
  return core ? core.sure.includes(language) : sureAttributes[language].includes(header);
}

/** Whether Octopus takes only values of a closed list in this column, which it therefore never empties. */
export const isClosedList = (header: string, language: Language): boolean =>
  [typeHeader, statusHeader, managedHeader].some((each) => each[language] === header);

/** The usual names of the status of a CI that is gone; it asks for a day. */
export const retiredStatuses: readonly string[] = ['Retiré', 'Retired'];
/** The statuses that the vendor names; a site may rename or add some. */
export const knownStatuses: readonly string[] = [
  ...retiredStatuses,
  'En service',
  'En inventaire',
  'In operation',
  'In service',
  'In inventory',
];
