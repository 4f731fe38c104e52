import type { Language } from '../../shared/text.ts';

/** A column of the CI import that Octopus knows by itself; every other header names a CI attribute. */
export type CoreHeader = Readonly<Record<Language, string>>;

/** CI type of the row, required. */
export const typeHeader: CoreHeader = { fr: 'Type', en: 'Type' };
/** Name of the CI, required. */
export const nameHeader: CoreHeader = { fr: 'Nom', en: 'Name' };
export const manufacturerHeader: CoreHeader = { fr: 'Manufacturier', en: 'Manufacturer' };
/** Octopus refuses a row that has a model but no manufacturer. */
export const modelHeader: CoreHeader = { fr: 'Modèle', en: 'Model' };

/** The headers that differ between the two languages; a file must not mix them. */
const translated: readonly CoreHeader[] = [
  nameHeader,
  manufacturerHeader,
  modelHeader,
  { fr: 'LogicielGéré', en: 'ManagedSoftware' },
  { fr: 'État', en: 'Status' },
  { fr: 'Catégorie', en: 'Category' },
  { fr: 'NuméroSérie', en: 'SerialNumber' },
  { fr: 'NuméroInventaire', en: 'InventoryNumber' },
  { fr: 'NuméroBonCommande', en: 'PurchaseOrderNumber' },
  { fr: 'Fournisseur', en: 'Supplier' },
  { fr: 'CentreCoûts', en: 'CostCenter' },
];

/** The right header where one of the other language was given, else null. */
export function headerInLanguage(header: string, language: Language): string | null {
  const other = language === 'fr' ? 'en' : 'fr';
  return translated.find((each) => each[other] === header)?.[language] ?? null;
}
