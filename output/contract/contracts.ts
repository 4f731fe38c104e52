import { type Content, column, likely } from './content.ts';
import { emptyValueHandling } from './tags.ts';

/** Largest cost that the articles on contracts accept. */
const costLimit = 9_999_999.99;

/** What a service contract and a lease contract have in common; documented but for some French headers. */
const contract = (name: string): Content => ({
  name,
  columns: [
    column('Number', 'Numéro', { required: true, maxLength: 50 }),
    ...(name === 'ServiceContract' ? [column('Type', 'Type', { required: true, maxLength: 100 })] : []),
    column('StartDate', 'DateDébut', { required: true, kind: 'date' }),
    column('EndDate', 'DateFin', { required: true, kind: 'date' }),
    column('Supplier', 'Fournisseur', { required: true, maxLength: 500 }),
    column('IsRenewed', 'EstRenouvelé', { kind: 'yesNo' }),
    column('PurchaseOrderNumber', 'NuméroBonCommande', { maxLength: 50 }),
    column('CostCenter', null, { maxLength: 50 }),
    column('Cost', likely('Coût'), { kind: 'decimal', most: costLimit }),
    column('Description', null, { maxLength: 5000 }),
    column('Note', null, { maxLength: 5000 }),
  ],
  refersTo: ['Supplier'],
  others: 'unknown',
  tags: [],
  pairs: [{ rule: 'after', column: 'EndDate', other: 'StartDate' }],
  identity: null,
});

/** Service contracts, internal mode. The content value is inferred. */
export const serviceContract = contract('ServiceContract');
export const leaseContract = contract('LeaseContract');

/** CI under a contract; documented in English only. */
const coveredCi = (name: string, contract: string): Content => ({
  name,
  columns: [
    column('Contract', null, { required: true, maxLength: 50 }),
    column('CI', null, { required: true, maxLength: 100, kind: 'ciName' }),
    column('Cost', null, { kind: 'decimal', most: costLimit }),
  ],
  refersTo: ['CI', contract],
  others: 'unknown',
  tags: [emptyValueHandling],
  pairs: [],
  identity: null,
});

/** CI covered by a service contract. */
export const supportedCi = coveredCi('SupportedCI', 'ServiceContract');
/** CI under a lease contract. */
export const leasedCi = coveredCi('LeasedCI', 'LeaseContract');
