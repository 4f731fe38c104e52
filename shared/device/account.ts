/** Who signs in, as far as an account name tells. */
export interface Account {
  readonly domain: string | null;
  readonly login: string;
  readonly upn: string | null;
}

/** Reads `DOMAIN\login` (split on the last backslash), `login@suffix` or a bare login; null without a login. */
export function readAccount(text: string | null | undefined): Account | null {
  const value = (text ?? '').trim();
  const cut = value.lastIndexOf('\\');
  const domain = value.slice(0, Math.max(cut, 0)).trim() || null;
  const name = value.slice(cut + 1).trim();
  if (name === '') return null;
  const upn = name.includes('@') && /^[^@\s]+@[^@\s]+$/u.test(name) ? name : null;
  return { domain, login: upn === null ? name : upn.slice(0, upn.indexOf('@')), upn };
}

/** Accounts that Windows makes on every machine, in the languages we meet. */
export const serviceLogins: ReadonlySet<string> = new Set([
  'SYSTEM',
  'SYSTÈME',
  'LOCALSYSTEM',
  'LOCAL SERVICE',
  'SERVICE LOCAL',
  'NETWORK SERVICE',
  'SERVICE RÉSEAU',
  'ANONYMOUS LOGON',
  'ANONYMOUS',
  'ADMINISTRATOR',
  'ADMINISTRATEUR',
  'GUEST',
  'INVITÉ',
  'DEFAULTACCOUNT',
  'WDAGUTILITYACCOUNT',
]);

/** Session accounts of Windows and computer accounts. */
const serviceLoginForm = /^(?:DWM-|UMFD-|DEFAULTUSER)\d+$|\$$/u;

/** Domains that hold no person. */
export const serviceDomains: ReadonlySet<string> = new Set([
  '.',
  'BUILTIN',
  'NT AUTHORITY',
  'AUTORITE NT',
  'AUTORITÉ NT',
  'NT SERVICE',
  'WINDOW MANAGER',
  'FONT DRIVER HOST',
  'IIS APPPOOL',
  'NT VIRTUAL MACHINE',
]);

const netbiosLength = 15;

/** Whether an account may belong to a person: neither a service nor local to the machine of that name. */
export function isPersonal(account: Account, machineNames: readonly string[]): boolean {
  const login = account.login.toUpperCase();
  if (serviceLogins.has(login) || serviceLoginForm.test(login)) return false;
  if (account.domain === null) return true;
  const domain = account.domain.toUpperCase();
  if (serviceDomains.has(domain)) return false;
  return !machineNames.some((name) => {
    const machine = name.toUpperCase();
    return domain === machine || domain === machine.slice(0, netbiosLength);
  });
}
