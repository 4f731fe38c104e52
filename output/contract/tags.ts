import type { ContractTag } from './content.ts';

const tag = (name: string, values: readonly string[], open = false): ContractTag => ({ name, values, open });

/** What an empty cell does; `NoChange` is the default. Documented in most articles. */
export const emptyValueHandling = tag('EmptyValueHandling', ['NoChange', 'Clear']);
/** Documented for users and sites, inferred for every content with a site column. */
export const siteSplitStrategy = tag('SiteSplitStrategy', ['ByPipe', 'ByComma']);
/** Documented for users, inferred for CI. */
export const siteAutoCreation = tag('SiteAutoCreation', ['True', 'False']);
export const departmentAutoCreation = tag('DepartmentAutoCreation', ['True', 'False']);
export const departmentIdentification = tag('DepartmentIdentificationMethod', [
  'DepartmentByName',
  'DepartmentByNumber',
]);
/** How a user is found where the record is not a user. */
export const userIdentification = tag('UserIdentificationMethod', [
  'UserByID',
  'UserByName',
  'UserByWindowsUsername',
]);

/** Only `CIByName` has been seen; the others exist and are not documented. */
export const ciIdentification = tag('IdentificationMethod', ['CIByName'], true);
/** The example is in lower case, unlike the other flags. */
export const manageCiRetirement = tag('ManageCIRetirement', ['true', 'false']);
/** One value has been seen; the list of users is likely. */
export const mainContactIdentification = tag(
  'MainContactIdentificationMethod',
  ['UserByWindowsUsername'],
  true,
);
/** The example is `False`. */
export const manageRelations = tag('ManageRelations', ['True', 'False']);
/** One value has been seen, cut short. */
export const managerIdentification = tag('ManagerIdentificationMethod', ['UserByWindowsUsername'], true);
/** How the user, the supervisor and the delegate of a row are found. */
export const ownIdentification = tag('IdentificationMethod', [
  'UserByID',
  'UserByName',
  'UserByNameAndPhoneExtension',
  'UserByWindowsUsername',
  'UserByExternalID',
]);
