import { type Content, column, likely } from './content.ts';
import {
  ciIdentification,
  emptyValueHandling,
  mainContactIdentification,
  manageCiRetirement,
  siteAutoCreation,
  siteSplitStrategy,
} from './tags.ts';

/** Longest value of an attribute of the type Text, which is the longest of all; documented. */
export const attributeLimit = 2000;

/** Names of the status that needs a retirement date; documented, but an Octopus may rename it. */
const retired = ['Retired', 'Retiré'];

/** Configuration items. Documented unless said otherwise; the list of columns is not complete. */
export const ci: Content = {
  name: 'CI',
  columns: [
    column('Type', 'Type', { required: true, maxLength: 100, kind: 'ciType' }),
    column('Name', 'Nom', { required: true, unique: true, maxLength: 850 }),
    column('ManagedSoftware', 'LogicielGéré', { kind: 'yesNo' }),
    column('Status', 'État', { maxLength: 100, kind: 'ciStatus' }),
    column('RetirementDate', likely('DateRetrait'), { kind: 'date' }),
    column('SubStatus', null),
    column('Manufacturer', 'Manufacturier', { maxLength: 500 }),
    column('Model', 'Modèle', { maxLength: 50 }),
    column(likely('Category'), 'Catégorie'),
    column(likely('SerialNumber'), 'NuméroSérie', { kind: 'serial' }),
    column(likely('InventoryNumber'), 'NuméroInventaire'),
    // English headers and lengths of these three are inferred from the articles on contracts.
    column(likely('PurchaseOrderNumber'), 'NuméroBonCommande', { maxLength: 50 }),
    column(likely('Supplier'), 'Fournisseur', { maxLength: 500 }),
    column(likely('CostCenter'), 'CentreCoûts', { maxLength: 50 }),
    column('Site', 'Site', { kind: 'site', maxLength: 200 }),
    // Length inferred from the article on users.
    column(null, 'Local', { maxLength: 50 }),
    column(null, 'DateAchat', { kind: 'date' }),
    column(null, 'SourceFinancement'),
    column(null, 'TypeGarantie'),
    column(null, 'DuréeAmortissement', { kind: 'integer' }),
    column(null, 'CoûtAchat', { kind: 'decimal' }),
    column(null, 'NuméroFacture'),
    column(null, 'ExpirationGarantie', { kind: 'date' }),
    column('Note', 'Note'),
  ],
  refersTo: ['Supplier', 'Site', 'Department', 'CIType', 'CIAttribute', 'User'],
  others: 'attribute',
  tags: [
    ciIdentification,
    manageCiRetirement,
    mainContactIdentification,
    emptyValueHandling,
    siteSplitStrategy,
    siteAutoCreation,
  ],
  pairs: [
    { rule: 'needs', column: 'Model', values: null, other: 'Manufacturer' },
    { rule: 'needs', column: 'Status', values: retired, other: 'RetirementDate' },
  ],
  identity: null,
};
