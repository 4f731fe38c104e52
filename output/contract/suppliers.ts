import { type Content, column } from './content.ts';

const phone = { maxLength: 50 } as const;

/** Suppliers and manufacturers. The content value is inferred, the columns are documented. */
export const supplier: Content = {
  name: 'Supplier',
  columns: [
    column('Name', 'Nom', { required: true, maxLength: 500 }),
    column('Number', 'Numéro', { maxLength: 100 }),
    column('IsActive', 'EstActif', { kind: 'yesNo' }),
    column('IsAManufacturer', 'EstUnManufacturier', { kind: 'yesNo' }),
    column('IsASupplier', 'EstUnFournisseur', { kind: 'yesNo' }),
    column('Address', 'Adresse', { maxLength: 500 }),
    column('Telephone', 'Téléphone', phone),
    column('Fax', 'Télécopieur', phone),
    column('WebSite', 'SiteWeb', { maxLength: 250 }),
    column('Email', 'Courriel', { maxLength: 320, kind: 'email' }),
    column('Note', 'Note', { maxLength: 5000 }),
    // Separated by pipes; later imports that use an alias find the supplier.
    column('Alias', 'Alias', { maxLength: 500 }),
  ],
  refersTo: [],
  others: 'unknown',
  tags: [],
  pairs: [{ rule: 'oneYes', columns: ['IsAManufacturer', 'IsASupplier'] }],
  identity: null,
};

/** Contacts of suppliers; documented in English only. */
export const contact: Content = {
  name: 'Contact',
  columns: [
    column('Name', null, { required: true, maxLength: 100 }),
    column('FirstName', null, { maxLength: 100 }),
    column('IsActive', null, { kind: 'yesNo' }),
    column('Title', null, { maxLength: 100 }),
    column('Address', null, { maxLength: 500 }),
    ...['City', 'State', 'PostalCode', 'Country'].map((header) => column(header, null)),
    ...['OfficePhone', 'PhoneExtension', 'CellPhone', 'Pager', 'Fax'].map((header) =>
      column(header, null, phone),
    ),
    column('Company', null, { maxLength: 250 }),
    column('Email', null, { maxLength: 320, kind: 'email' }),
    column('Note', null, { maxLength: 5000 }),
    column('Language', null, { allowed: { en: ['English', 'French', 'Portuguese'], fr: [] } }),
  ],
  refersTo: ['Supplier'],
  others: 'unknown',
  tags: [],
  pairs: [],
  identity: null,
};
