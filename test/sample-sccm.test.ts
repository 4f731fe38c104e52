import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sections } from '../bridges/sccm/record.ts';
import type { Section } from '../shared/extract/section.ts';
import { packageRoot } from '../shared/package-root.ts';
import { openSampleDatabase, type SampleDatabase } from '../shared/sample/database.ts';
import type { Cell } from '../shared/sql/source.ts';
import { reservedWords } from './fakes/reserved-words.ts';

const sampleFolder = join(packageRoot, 'bridges/sccm/sample');
const queryFolder = join(packageRoot, 'queries/sccm');
const queryFiles = readdirSync(queryFolder).filter((name) => name.endsWith('.sql'));
const textOf = (file: string) => readFileSync(join(queryFolder, file), 'utf8');

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await openSampleDatabase(sampleFolder);
});

async function readQuery(text: string, origin: string) {
  const names: string[] = [];
  const rows: Cell[][] = [];
  const sink = {
    columns: (list: readonly string[]) => void names.push(...list),
    row: (cells: readonly Cell[]) => void rows.push([...cells]),
    restart: () => {},
  };
  const parameters = { collections: '|SMS00001|GH100014|' };
  await sample.read({ text, parameters, origin }, sink, new AbortController().signal);
  return { names, rows };
}

/** The one number that a query of counting gives. */
const count = (sql: string) => Number(Object.values(sample.database.get(sql) ?? {})[0]);

/** How many rows each query delivers on the sample. */
const expectedRows: Readonly<Record<string, number>> = {
  'assigned-site.sql': 78,
  'base-board.sql': 24,
  'battery.sql': 32,
  'bios.sql': 78,
  'bitlocker.sql': 66,
  'client-health.sql': 78,
  'collection-member.sql': 84,
  'collection.sql': 3,
  'computer-system.sql': 77,
  'console-usage.sql': 55,
  'console-user.sql': 58,
  'disk.sql': 83,
  'enclosure.sql': 78,
  'encryptable-volume.sql': 67,
  'firmware.sql': 76,
  'inventory-system.sql': 77,
  'ip-address.sql': 162,
  'mac-address.sql': 142,
  'memory-module.sql': 128,
  'memory.sql': 77,
  'network-adapter.sql': 142,
  'network-configuration.sql': 79,
  'operating-system.sql': 77,
  'ou.sql': 223,
  'physical-disk.sql': 71,
  'primary-user-source.sql': 61,
  'primary-user.sql': 59,
  'processor.sql': 78,
  'product.sql': 77,
  'resource-name.sql': 79,
  'site.sql': 1,
  'software.sql': 171,
  'system.sql': 80,
  'tpm-status.sql': 70,
  'tpm.sql': 70,
  'user-usage.sql': 57,
  'user.sql': 57,
  'video-controller.sql': 81,
  'virtual-machine.sql': 2,
  'volume.sql': 81,
  'workstation-status.sql': 77,
};

describe('the queries on the sample', () => {
  it.each(queryFiles)('%s runs and delivers its rows', async (file) => {
    const { names, rows } = await readQuery(textOf(file), file);
    expect(new Set(names).size).toBe(names.length);
    expect(rows.length).toBe(expectedRows[file]);
  });

  it.each(queryFiles)(
    '%s names only columns of the catalogue, and fails on another one by its file',
    async (file) => {
      const wrong = textOf(file).replace(/^SELECT\n {4}(\w+)\.\w+/m, 'SELECT\n    $1.NoSuchColumn0');
      expect(wrong).not.toBe(textOf(file));
      await expect(readQuery(wrong, file)).rejects.toMatchObject({
        exitCode: 2,
        text: { en: expect.stringContaining(file) },
      });
    },
  );

  const all: readonly (readonly [string, Section])[] = Object.entries(sections);
  it.each(all)('the rows of %s parse, in the order of their key', async (_, section) => {
    const { names, rows } = await readQuery(textOf(`${section.name}.sql`), section.name);
    expect([...names].sort()).toEqual(['resourceId', ...Object.keys(section.columns)].sort());
    const keys = rows.map((row) => Number(row[names.indexOf('resourceId')]));
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(keys.every((key) => Number.isSafeInteger(key) && key >= 16777216)).toBe(true);
    if (section.grain === 'one') expect(new Set(keys).size).toBe(keys.length);
    for (const row of rows)
      for (const [column, read] of Object.entries(section.columns))
        expect(() => read(row[names.indexOf(column)] ?? null)).not.toThrow();
  });

  it.each(queryFiles)('%s has no alias that SQL Server reserves', (file) => {
    const aliases = [...textOf(file).matchAll(/\bAS\s+(\w+)/g)].map(([, alias = '']) => alias.toLowerCase());
    expect(aliases.filter((alias) => reservedWords.has(alias))).toEqual([]);
  });
});

/** One line for each thing the sample promises to hold: how many there are, its name, the query that counts. */
const contents = String.raw`
80 devices: FROM v_R_System
76 active clients: FROM v_R_System WHERE Client0 = 1 AND Obsolete0 = 0 AND Decommissioned0 = 0
1 reimaged pair: FROM v_R_System o JOIN v_R_System n ON n.SMBIOS_GUID0 = o.SMBIOS_GUID0 AND n.Netbios_Name0 = o.Netbios_Name0 WHERE o.Obsolete0 = 1 AND n.Obsolete0 = 0
1 reimaged pair not yet marked: FROM (SELECT 1 FROM v_R_System s JOIN v_GS_PC_BIOS b ON b.ResourceID = s.ResourceID WHERE s.Obsolete0 = 0 AND b.SerialNumber0 = 'PF4R09XE' GROUP BY s.SMBIOS_GUID0 HAVING count(*) = 2)
1 directory only: FROM v_R_System WHERE Client0 IS NULL AND Netbios_Name0 <> ''
1 unknown-computer object: FROM v_R_System WHERE Unknown0 = 1 AND Netbios_Name0 = ''
1 decommissioned: FROM v_R_System WHERE Decommissioned0 = 1
4 VMware guests: FROM v_GS_COMPUTER_SYSTEM WHERE Manufacturer0 = 'VMware, Inc.'
1 virtual workstation: FROM v_R_System s JOIN v_GS_OPERATING_SYSTEM o ON o.ResourceID = s.ResourceID WHERE s.Is_Virtual_Machine0 = 1 AND o.ProductType0 = 1
2 Hyper-V guests with host: FROM v_R_System s JOIN v_GS_VIRTUAL_MACHINE v ON v.PhysicalHostName0 = s.Virtual_Machine_Host_Name0 AND v.ResourceID = s.ResourceID
3 Microsoft hardware: FROM v_GS_COMPUTER_SYSTEM WHERE Manufacturer0 = 'Microsoft Corporation' AND Model0 LIKE 'Surface%'
16 Lenovo type codes: FROM v_GS_COMPUTER_SYSTEM c JOIN v_GS_COMPUTER_SYSTEM_PRODUCT p ON p.ResourceID = c.ResourceID WHERE c.Manufacturer0 = 'LENOVO' AND p.Version0 LIKE 'Think%' AND length(c.Model0) = 10
1 dock before laptop: FROM v_GS_SYSTEM_ENCLOSURE d JOIN v_GS_SYSTEM_ENCLOSURE l ON l.ResourceID = d.ResourceID WHERE d.ChassisTypes0 = '12' AND d.GroupID = 1 AND l.Tag0 = 'System Enclosure 0' AND l.GroupID = 2
1 chassis that is a list: FROM v_GS_SYSTEM_ENCLOSURE WHERE ChassisTypes0 = '9, 12'
1 chassis empty: FROM v_GS_SYSTEM_ENCLOSURE WHERE ChassisTypes0 = ''
3 white boxes: FROM v_GS_PC_BIOS WHERE SerialNumber0 LIKE 'to be filled by%'
1 model System Product Name: FROM v_GS_COMPUTER_SYSTEM WHERE Model0 = 'System Product Name'
4 placeholder UUIDs: FROM v_R_System WHERE SMBIOS_GUID0 LIKE '00000000-%' OR SMBIOS_GUID0 LIKE 'FFFFFFFF-%' OR SMBIOS_GUID0 LIKE '03000200-%'
4 placeholder asset tags: FROM v_GS_SYSTEM_ENCLOSURE WHERE SMBIOSAssetTag0 IN ('Default string', 'Asset-1234567890', 'To Be Filled By O.E.M.') OR SMBIOSAssetTag0 = 'No Asset Tag' AND Manufacturer0 = 'Hewlett-Packard'
1 same real serial, other hardware: FROM v_GS_PC_BIOS a JOIN v_GS_PC_BIOS b ON b.SerialNumber0 = a.SerialNumber0 AND b.ResourceID > a.ResourceID JOIN v_R_System s ON s.ResourceID = a.ResourceID JOIN v_R_System t ON t.ResourceID = b.ResourceID WHERE length(a.SerialNumber0) < 20 AND s.SMBIOS_GUID0 <> t.SMBIOS_GUID0
1 client without inventory: FROM v_R_System s WHERE Client0 = 1 AND NOT EXISTS (SELECT 1 FROM v_GS_COMPUTER_SYSTEM c WHERE c.ResourceID = s.ResourceID)
1 four IPv4 and three IPv6: FROM (SELECT 1 FROM v_RA_System_IPAddresses GROUP BY ResourceID HAVING sum(IP_Addresses0 LIKE '%.%') = 4 AND sum(IP_Addresses0 LIKE '%:%') = 3)
1 VPN adapter in use: FROM v_GS_NETWORK_ADAPTER_CONFIGURATION WHERE Description0 LIKE '%AnyConnect%' AND IPEnabled0 = 1 AND DefaultIPGateway0 <> ''
1 self-given address: FROM v_GS_NETWORK_ADAPTER_CONFIGURATION WHERE IPAddress0 LIKE '169.254.%' AND IPEnabled0 = 1
1 same login in two domains: FROM v_UserMachineRelationship a JOIN v_UserMachineRelationship b ON b.MachineResourceID = a.MachineResourceID WHERE a.UniqueUserName = 'CORP\jgagnon' AND b.UniqueUserName = 'ETUD\jgagnon'
1 primary user unknown to discovery: FROM v_UserMachineRelationship r WHERE r.UniqueUserName LIKE 'CORP\%' AND r.UniqueUserName NOT LIKE '%$' AND NOT EXISTS (SELECT 1 FROM v_R_User u WHERE u.Unique_User_Name0 = r.UniqueUserName)
1 primary user in other letter case: FROM v_UserMachineRelationship r JOIN v_R_User u ON u.Unique_User_Name0 = r.UniqueUserName WHERE u.Unique_User_Name0 <> r.UniqueUserName COLLATE BINARY
1 several sources of one tie: FROM (SELECT 1 FROM v_UserMachineSourceRelation GROUP BY RelationshipResourceID HAVING count(*) = 2)
1 three primary users of one device: FROM (SELECT 1 FROM v_UserMachineRelationship r JOIN v_UserMachineTypeRelation t ON t.RelationshipResourceID = r.RelationshipResourceID AND t.TypeID = 1 WHERE r.RelationActive = 1 GROUP BY r.MachineResourceID HAVING count(*) = 3)
2 ended tie, tie of another type: FROM v_UserMachineRelationship r JOIN v_UserMachineTypeRelation t ON t.RelationshipResourceID = r.RelationshipResourceID WHERE r.RelationActive = 0 OR t.TypeID <> 1
2 accounts that are not people: FROM v_UserMachineRelationship WHERE UniqueUserName LIKE '%WDAGUtilityAccount' OR UniqueUserName LIKE '%$'
2 console accounts of Windows: FROM v_GS_SYSTEM_CONSOLE_USER WHERE SystemConsoleUser0 LIKE '%\dwm-_' OR SystemConsoleUser0 LIKE '%\umfd-_'
76 French captions: FROM v_GS_OPERATING_SYSTEM WHERE OSArchitecture0 LIKE '% bits'
1 English captions: FROM v_GS_OPERATING_SYSTEM WHERE Caption0 LIKE '%Enterprise' AND OSArchitecture0 = '64-bit'
2 character that XML cannot hold: SELECT (SELECT count(*) FROM v_GS_COMPUTER_SYSTEM WHERE instr(Model0, char(1)) > 0) + (SELECT count(*) FROM v_R_User WHERE instr(Full_User_Name0, char(1)) > 0)
1 emoji: FROM v_R_User WHERE instr(Full_User_Name0, '🦉') > 0
2 outside Windows-1252: FROM v_R_User WHERE Full_User_Name0 IN ('Zofia Dąbrowska', 'Ngọc Hường Phạm')
1 name over 15 characters: FROM v_R_System WHERE length(Netbios_Name0) > 15
1 name that NetBIOS cut: FROM v_R_System WHERE length(Netbios_Name0) = 15 AND length(Name0) > 15
1 no inventory date: FROM v_GS_WORKSTATION_STATUS WHERE LastHWScan IS NULL
1 inventory of two years ago: FROM v_GS_WORKSTATION_STATUS WHERE LastHWScan < '2024-12-01'
1 silent client: FROM v_CH_ClientSummary c JOIN v_R_System s ON s.ResourceID = c.ResourceID WHERE c.ClientActiveStatus = 0 AND s.Obsolete0 = 0
1 workgroup: FROM v_R_System WHERE Resource_Domain_OR_Workgr0 = 'WORKGROUP' AND Full_Domain_Name0 IS NULL AND SID0 IS NULL
1 one name, two machines: FROM v_R_System a JOIN v_R_System b ON b.Netbios_Name0 = a.Netbios_Name0 AND b.ResourceID > a.ResourceID AND b.SMBIOS_GUID0 <> a.SMBIOS_GUID0 WHERE a.Obsolete0 = 0
2 dock MAC on two machines: FROM v_RA_System_MACAddresses WHERE MAC_Addresses0 = 'A0:CE:C8:5D:24:F1'
2 placeholder MAC: FROM v_RA_System_MACAddresses WHERE MAC_Addresses0 = '50:50:54:50:30:30'
1 ARM64: FROM v_GS_COMPUTER_SYSTEM WHERE SystemType0 = 'ARM64-based PC'
1 32 bits and service pack: FROM v_GS_OPERATING_SYSTEM WHERE OSArchitecture0 = '32 bits' AND CSDVersion0 <> ''
9 builds of Windows 7, 10, 11, Server 2016, 2019, 2022: SELECT count(DISTINCT BuildNumber0) FROM v_GS_OPERATING_SYSTEM
6 not encrypted: FROM v_GS_BITLOCKER_DETAILS WHERE DriveLetter0 = 'C:' AND ProtectionStatus0 = 0
1 encryption unknown: FROM v_GS_ENCRYPTABLE_VOLUME v WHERE ProtectionStatus0 = 2 AND NOT EXISTS (SELECT 1 FROM v_GS_BITLOCKER_DETAILS b WHERE b.ResourceID = v.ResourceID)
70 TPM versions in a list: FROM v_GS_TPM WHERE SpecVersion0 IN ('2.0, 0, 1.38', '1.2, 2, 3')
0 usable memory above its modules: FROM v_GS_X86_PC_MEMORY m WHERE TotalPhysicalMemory0 >= (SELECT sum(Capacity0) * 1024 FROM v_GS_PHYSICAL_MEMORY p WHERE p.ResourceID = m.ResourceID)
3 no module reported: FROM v_GS_X86_PC_MEMORY m WHERE NOT EXISTS (SELECT 1 FROM v_GS_PHYSICAL_MEMORY p WHERE p.ResourceID = m.ResourceID)
2 USB disks: FROM v_GS_DISK WHERE InterfaceType0 = 'USB'
3 several local volumes: FROM (SELECT 1 FROM v_GS_LOGICAL_DISK WHERE DriveType0 = 3 GROUP BY ResourceID HAVING count(*) > 1)
1 no drive C: SELECT count(DISTINCT ResourceID) FROM v_GS_LOGICAL_DISK a WHERE NOT EXISTS (SELECT 1 FROM v_GS_LOGICAL_DISK b WHERE b.ResourceID = a.ResourceID AND b.DeviceID0 = 'C:')
2 mirror drivers: FROM v_GS_VIDEO_CONTROLLER WHERE Name0 LIKE '%Mirror Driver' OR Name0 LIKE '%Remote Control Driver'
32 batteries of laptops: FROM v_GS_BATTERY
1 two sockets: FROM (SELECT 1 FROM v_GS_PROCESSOR GROUP BY ResourceID HAVING count(*) = 2)
1 client GUID in the inventory only: FROM v_R_System s JOIN v_GS_SYSTEM i ON i.ResourceID = s.ResourceID WHERE s.SMS_Unique_Identifier0 IS NULL AND i.SMSID0 LIKE 'GUID:%'
1 orphan rows: FROM v_GS_PC_BIOS b WHERE NOT EXISTS (SELECT 1 FROM v_R_System s WHERE s.ResourceID = b.ResourceID)
1 unit with a bar and an ampersand: FROM v_RA_System_SystemOUName WHERE System_OU_Name0 LIKE '%|%&%'
1 asset tag like a formula: FROM v_GS_SYSTEM_ENCLOSURE WHERE SMBIOSAssetTag0 LIKE '=%'
2 dates that mean none: FROM v_GS_PC_BIOS WHERE ReleaseDate0 < '1990-01-01'
1 primary site without parent: FROM v_Site s JOIN v_Identification i ON i.ThisSiteCode = s.SiteCode WHERE s.Type = 2 AND s.ReportingSiteCode = ''
`;

const promises = contents
  .trim()
  .split('\n')
  .map((line): [string, number, string] => {
    const [, number, name = '', sql = ''] = /^(\d+) ([^:]+): (.*)$/.exec(line) ?? [];
    return [name, Number(number), sql.startsWith('FROM ') ? `SELECT count(*) ${sql}` : sql];
  });

describe('the fleet', () => {
  it.each(promises)('holds %s: %i', (_, expected, sql) => {
    expect(count(sql)).toBe(expected);
  });

  it('has keys that name one thing only', () => {
    for (const key of ['ResourceID', 'SMS_Unique_Identifier0', 'AADDeviceID'])
      expect(count(`SELECT count(${key}) - count(DISTINCT ${key}) FROM v_R_System`)).toBe(0);
    for (const key of ['ResourceID', 'Unique_User_Name0'])
      expect(count(`SELECT count(*) - count(DISTINCT ${key}) FROM v_R_User`)).toBe(0);
    const ties = 'SELECT count(*) - count(DISTINCT RelationshipResourceID) FROM v_UserMachineRelationship';
    expect(count(ties)).toBe(0);
  });

  it('shares addresses only where an oddity says so', () => {
    const shared = (view: string, column: string) =>
      sample.database
        .all(`SELECT ${column} AS address FROM ${view} GROUP BY 1 HAVING count(DISTINCT ResourceID) > 1`)
        .map(({ address }) => address);
    expect(shared('v_RA_System_MACAddresses', 'MAC_Addresses0').sort()).toEqual([
      '50:50:54:50:30:30',
      'A0:CE:C8:5D:24:F1',
    ]);
    expect(shared('v_RA_System_IPAddresses', 'IP_Addresses0')).toEqual([]);
  });

  it('has every view filled, so that a sample run warns of none', () => {
    const views = sample.database.all(`SELECT name FROM dbo.sqlite_schema WHERE type = 'table'`);
    expect(views.length).toBe(44);
    for (const { name } of views)
      expect([name, count(`SELECT count(*) > 0 FROM "${name}"`)]).toEqual([name, 1]);
  });

  it('invents its domains and addresses', () => {
    const files = readdirSync(sampleFolder).filter((name) => name.endsWith('.yaml'));
    for (const text of files.map((name) => readFileSync(join(sampleFolder, name), 'utf8'))) {
      const domains = text.match(/[\w-]+\.(com|net|org|ca|local|lan|info)\b/gi) ?? [];
      expect(domains.filter((name) => !/^example\.(org|com)$/i.test(name))).toEqual([]);
      expect(text).not.toMatch(/onmicrosoft|gouv|\bqc\b/i);
      const addresses = text.match(/\b\d{1,3}(\.\d{1,3}){3}\b/g) ?? [];
      const allowed = /^(10|172\.19|169\.254|255\.255)\.|^7\.2\.3\.1$/;
      expect(addresses.filter((address) => !allowed.test(address))).toEqual([]);
    }
  });
});
