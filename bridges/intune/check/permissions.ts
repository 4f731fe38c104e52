import type { Finding } from '../../../shared/finding.ts';
import { messages } from './messages.ts';

const refused = 3;

/** What an extraction reads with. */
const needed = 'DeviceManagementManagedDevices.Read.All';
/** What some tenants ask for besides, to export the software report, and what tells the management authority. */
export const organizationPermission = 'Organization.Read.All';
const useful: ReadonlySet<string> = new Set([
  needed,
  'DeviceManagementApps.Read.All',
  organizationPermission,
]);

/** Rights to change, or over people, rights and mail: not for a nightly reader. */
const dangerous =
  /ReadWrite|PrivilegedOperations|FullControl|AccessAsUser|\.(?:Manage|Send|Create|Delete|Write|Invite)\b|^(?:Directory|RoleManagement|Application|AppRoleAssignment|Mail|Files|Sites|Policy|BitlockerKey)\./u;

/** What the application may do: whether it suffices, and what is too much. */
export function permissionFindings(permissions: readonly string[], isApplication: boolean): Finding[] {
  const subject = messages.permissions;
  if (!isApplication)
    return [{ code: 'permissions-unread', level: 'ok', subject, text: messages.permissionsUnread }];
  const suffices = permissions.some((permission) => permission === needed || permission === writing(needed));
  const facts = { permissions };
  const findings: Finding[] = [
    suffices
      ? { code: 'permissions', level: 'ok', subject, text: messages.permissionsSuffice(needed), facts }
      : {
          code: 'permission-missing',
          level: 'error',
          subject,
          text: messages.permissionMissing(needed, permissions),
          hint: messages.permissionMissingHint(needed),
          facts,
          exitCode: refused,
        },
  ];
  const excess = permissions.filter((permission) => !useful.has(permission));
  const grave = excess.filter((permission) => dangerous.test(permission));
  const needless = excess.filter((permission) => !dangerous.test(permission));
  if (grave.length > 0)
    findings.push({
      code: 'permission-dangerous',
      level: 'warning',
      subject,
      text: messages.permissionDangerous(grave),
      hint: messages.permissionExcessHint(needed),
      facts: { permissions: grave },
    });
  if (needless.length > 0)
    findings.push({
      code: 'permission-needless',
      level: 'warning',
      subject,
      text: messages.permissionNeedless(needless),
      hint: messages.permissionExcessHint(needed),
      facts: { permissions: needless },
    });
  return findings;
}

/** A right to change includes the one to read. */
const writing = (permission: string): string => permission.replace('.Read.', '.ReadWrite.');
