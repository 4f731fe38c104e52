/** The least application permission for what a path begins with, the longer beginning first. */
const leastPermissions: readonly (readonly [path: string, permission: string])[] = [
  ['/deviceManagement/windowsAutopilotDeviceIdentities', 'DeviceManagementServiceConfig.Read.All'],
  ['/deviceManagement', 'DeviceManagementManagedDevices.Read.All'],
  ['/deviceAppManagement', 'DeviceManagementApps.Read.All'],
  ['/organization', 'Organization.Read.All'],
  ['/subscribedSkus', 'Organization.Read.All'],
  ['/devices', 'Device.Read.All'],
  ['/users', 'User.Read.All'],
];

/** The application permission that reading a path needs, without its version; null for a path that nobody knows. */
export function leastPermission(path: string): string | null {
  const bare = path.replace(/^\/(v1\.0|beta)/, '');
  return leastPermissions.find(([start]) => bare.startsWith(start))?.[1] ?? null;
}

/** The permissions to read that a refusal enumerates, in its order, each once. */
export function permissionsIn(message: string): readonly string[] {
  const found = message.match(/\b[A-Z]\w+\.Read(Basic)?\.(All|Shared)\b|\b[A-Z]\w+\.Read\b(?!\.)/g) ?? [];
  return [...new Set(found)];
}
