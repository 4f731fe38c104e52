import { type Content, column, likely } from './content.ts';
import {
  departmentAutoCreation,
  departmentIdentification,
  emptyValueHandling,
  managerIdentification,
  ownIdentification,
  siteAutoCreation,
  siteSplitStrategy,
  userIdentification,
} from './tags.ts';

const phone = { maxLength: 50 } as const;

/** Users. Documented whole in French; most English headers are unknown. */
export const user: Content = {
  name: 'User',
  columns: [
    column('FirstName', 'Prénom', { required: true, maxLength: 100 }),
    column('Surname', 'Nom', { required: true, maxLength: 100 }),
    column('EmployeeID', 'NuméroEmployé', { maxLength: 50 }),
    column('WindowsUsername', 'UtilisateurWindows', { maxLength: 250, kind: 'account', unique: true }),
    column('UPN', 'UPN', { maxLength: 250 }),
    column('ExternalIdentifier', 'IdentifiantExterne', { maxLength: 50 }),
    column('Active', 'Actif', { kind: 'yesNo' }),
    column('SharedAccount', 'ComptePartagé', { kind: 'yesNo' }),
    column('Department', 'Département', { maxLength: 100, kind: 'department' }),
    column('Supervisor', 'SupérieurImmédiat'),
    column(null, 'Titre', { maxLength: 500 }),
    column(null, 'Langue', { allowed: { fr: ['Anglais', 'Français', 'Portugais'], en: [] } }),
    column(likely('VIP'), 'VIP', { kind: 'yesNo' }),
    column(null, 'TéléphoneBureau', phone),
    column(null, 'PosteTéléphonique', phone),
    column(null, 'TéléphoneCellulaire', phone),
    column(null, 'TéléphoneDomicile', phone),
    column(null, 'Téléavertisseur', phone),
    column(null, 'Courriel', { maxLength: 320, kind: 'email' }),
    column(null, 'CourrielPersonnel', { maxLength: 320, kind: 'email' }),
    column(null, 'PréférenceDeCommunication', {
      allowed: {
        fr: ['Courriel professionnel', 'Courriel personnel', 'Courriel professionnel / personnel'],
        en: [],
      },
    }),
    column('Site', 'Site', { maxLength: 200, kind: 'site' }),
    column(null, 'Local', { maxLength: 50 }),
    column('Note', 'Note', { maxLength: 2000 }),
    column(null, 'DélègueSesApprobationsÀ'),
    column(null, 'Rôle'),
  ],
  refersTo: ['Site', 'Department'],
  others: 'unknown',
  tags: [
    ownIdentification,
    departmentIdentification,
    siteAutoCreation,
    departmentAutoCreation,
    siteSplitStrategy,
    emptyValueHandling,
  ],
  pairs: [],
  identity: {
    tag: 'IdentificationMethod',
    byDefault: 'UserByID',
    columns: {
      UserByID: 'EmployeeID',
      UserByWindowsUsername: 'WindowsUsername',
      UserByExternalID: 'ExternalIdentifier',
    },
    required: false,
  },
};

/** Members of user groups; documented in English only. */
export const groupMember: Content = {
  name: 'GroupMember',
  columns: [column('Group', null, { required: true }), column('Member', null, { required: true })],
  refersTo: ['User'],
  others: 'unknown',
  tags: [userIdentification],
  pairs: [],
  identity: null,
};

/** Departments; documented in English only. The column that identifies is the mandatory one. */
export const department: Content = {
  name: 'Department',
  columns: [
    column('Name', null, { maxLength: 100 }),
    column('Number', null, { maxLength: 100 }),
    column('Manager', null, { maxLength: 100 }),
    column('ParentDepartment', null, { maxLength: 100 }),
    column('CostCenter', null, { maxLength: 50 }),
  ],
  refersTo: [],
  others: 'unknown',
  tags: [departmentIdentification, managerIdentification],
  pairs: [],
  identity: {
    tag: 'DepartmentIdentificationMethod',
    byDefault: 'DepartmentByName',
    columns: { DepartmentByName: 'Name', DepartmentByNumber: 'Number' },
    required: true,
  },
};
