import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../shared/package-root.ts';
import { readSampleCatalogue } from '../shared/sample/catalogue.ts';
import { openSampleDatabase, type SampleDatabase } from '../shared/sample/database.ts';

const sampleFolder = join(packageRoot, 'bridges/lansweeper/sample');
const catalogue = readSampleCatalogue(sampleFolder);

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await openSampleDatabase(sampleFolder);
});

/** One line for each thing the sample promises to hold: how many there are, its name, the query that counts. */
const contents = `
68 assets: FROM tblAssets
10 states: SELECT count(DISTINCT State) FROM tblAssetCustom
1 state of the organisation, in French: FROM tblAssetCustom c JOIN tblState s ON s.State = c.State WHERE s.State = 12 AND s.Statename = 'Mis au rebut'
21 types in use: SELECT count(DISTINCT t.AssetTypename) FROM tblAssets a JOIN tsysAssetTypes t ON t.AssetType = a.Assettype
1 type of the organisation: FROM tblAssets WHERE Assettype = 1001
1 type that the site deleted, without a state: FROM tblAssets a LEFT JOIN tsysAssetTypes t ON t.AssetType = a.Assettype LEFT JOIN tblAssetCustom c ON c.AssetID = a.AssetID WHERE t.AssetType IS NULL AND c.State IS NULL
2 Location and Unknown: FROM tblAssets WHERE Assettype IN (0, 66)
14 laptops: SELECT count(DISTINCT AssetID) FROM tblPortableBattery
5 Windows servers: FROM tblComputersystem s JOIN tblOperatingsystem o ON o.AssetID = s.AssetID WHERE s.Domainrole > 1 AND o.ProductType > 1
2 Windows seen by ping only: FROM tblAssets a WHERE Assettype = -1 AND NOT EXISTS (SELECT 1 FROM tblOperatingsystem o WHERE o.AssetID = a.AssetID)
2 never seen, or once: FROM tblAssets WHERE Assettype = -1 AND (Lastseen IS NULL OR Lastseen = Firstseen)
3 tried in vain for weeks: FROM tblAssets WHERE Lasttried > '2026-11-01' AND Lastseen < '2026-10-01'
1 network device on the address of a computer: FROM tblAssets d JOIN tblAssets w ON w.IPAddress = d.IPAddress AND w.Assettype = -1 WHERE d.Assettype = 1
3 Linux: FROM tblLinuxSystem s JOIN tblAssets a ON a.AssetID = s.AssetID WHERE a.Assettype = 11
3 units of Linux, one of them French: SELECT count(DISTINCT substr(Size, -2)) FROM (SELECT Size FROM tblLinuxMemoryDevices WHERE Size LIKE '% MB' OR Size LIKE '% GB' UNION ALL SELECT Size FROM tblLinuxVolumes WHERE Size LIKE '%,% Gio')
2 Apple Mac, old and new: FROM tblMacHwOverview WHERE CPUType LIKE '%Intel%' AND CPUSpeed = '3,4 GHz' OR CPUType LIKE 'Apple M%' AND CPUSpeed IS NULL
4 printers: FROM tblAssets a JOIN tblAssetCustom c ON c.AssetID = a.AssetID WHERE Assettype = 16 AND Printerstatus <> ''
2 with a page count: FROM tblAssetCustom WHERE Printedpages > 100000
2 supplies of unknown level: FROM tblCustDevPrinter WHERE TonerRemaining < 0
2 switches with uplinks that see what is plugged in elsewhere: FROM (SELECT 1 FROM tblSNMPAssetMac m JOIN tblSNMPInfo i ON i.AssetID = m.AssetID AND i.IfIndex = m.IfIndex WHERE i.Uplink = 1 GROUP BY m.AssetID)
1 moved from one port to another: FROM tblSNMPAssetMac a JOIN tblSNMPAssetMac b ON b.AssetMacAddress = a.AssetMacAddress AND b.AssetID = a.AssetID WHERE a.Online = 1 AND b.Online = 0
10 types of network, storage, power and phones: SELECT count(DISTINCT t.AssetTypename) FROM tblAssets a JOIN tsysAssetTypes t ON t.AssetType = a.Assettype WHERE t.AssetTypename IN ('Switch', 'Router', 'Firewall', 'Wireless Access point', 'NAS', 'UPS', 'Surveillance camera', 'VOIP phone', 'Remote Access Controller', 'iPad')
1 ESXi host with three guests: FROM (SELECT 1 FROM tblVmwareGuest g JOIN tblAssets a ON a.AssetID = g.AssetID WHERE a.Assettype = 71 GROUP BY a.AssetID HAVING count(*) = 3)
1 guest that is a Windows asset and a guest asset: FROM tblVmwareGuestNetwork n JOIN tblAssetMacAddress w ON w.Mac = n.MacAddress JOIN tblAssets a ON a.AssetID = w.AssetID AND a.Assettype = -1 JOIN tblAssetMacAddress g ON g.Mac = n.MacAddress JOIN tblAssets b ON b.AssetID = g.AssetID AND b.Assettype = 70
2 Hyper-V guests, MACs without colons: FROM TblHyperVGuestNetwork n JOIN tblHyperVGuest g ON g.hypervguestID = n.HyperVGuestID JOIN tblAssets h ON h.AssetID = g.AssetID AND h.Assettype = -1 WHERE length(n.MacAddress) = 12
1 monitor that its computer reports and a relation ties: FROM tblAssets a JOIN tblAssetCustom c ON c.AssetID = a.AssetID JOIN tblAssetRelations r ON r.ChildAssetID = a.AssetID JOIN tblMonitor m ON m.AssetID = r.ParentAssetID AND m.SerialNumber = c.Serialnumber WHERE a.Assettype = 208
2 monitors without serial number: SELECT (SELECT count(*) FROM tblMonitor WHERE SerialNumber = '') + (SELECT count(*) FROM tblAssets a JOIN tblAssetCustom c ON c.AssetID = a.AssetID WHERE Assettype = 208 AND Serialnumber = '' AND AssetUnique LIKE 'Mon:___:')
1 renamed: FROM tblAssets o JOIN tblAssets n ON n.Mac = o.Mac AND n.AssetName <> o.AssetName AND n.Firstseen > o.Lastseen JOIN tblAssetCustom c ON c.AssetID = o.AssetID JOIN tblAssetCustom d ON d.AssetID = n.AssetID AND d.Serialnumber = c.Serialnumber AND d.Model = c.Model
1 merged twice: FROM tblAssetMergeLinks o JOIN tblAssetMergeLinks n ON n.OldAssetID = o.NewAssetID JOIN tblAssets a ON a.AssetID = n.NewAssetID
2 one MAC of a dock: FROM tblAssets WHERE Mac = '9C:EB:E8:31:0D:77'
1 serial locked by hand, another one in the firmware: FROM tblAssetCustom c JOIN tblBIOS b ON b.AssetID = c.AssetID WHERE c.SerialnumberLock = 1 AND b.SerialNumber <> c.Serialnumber
3 placeholder serials: FROM tblAssetCustom WHERE Serialnumber IN ('To be filled by O.E.M.', 'Default string', 'System Serial Number')
2 one serial of server and its controller: FROM tblAssetCustom WHERE Serialnumber = '1GZ6LR3'
2 the same login in two domains: FROM tblADusers WHERE Username = 'ptremblay'
1 both on one computer: SELECT count(DISTINCT a.AssetID) FROM tblCPlogoninfo a JOIN tblCPlogoninfo b ON b.AssetID = a.AssetID AND b.Username = a.Username AND b.Domain > a.Domain
1 last user whom the directory has not: FROM tblAssets a WHERE Userdomain = 'VALCHENES' AND NOT EXISTS (SELECT 1 FROM tblADusers u WHERE u.Username = a.Username AND u.Userdomain = a.Userdomain)
1 login in other letters: FROM tblAssets a JOIN tblADusers u ON u.Username = a.Username AND u.Userdomain = a.Userdomain WHERE u.Username <> a.Username COLLATE BINARY
1 local account: FROM tblAssets WHERE Userdomain = AssetName
500 logons on one computer: SELECT max(logons) FROM (SELECT count(*) AS logons FROM tblCPlogoninfo GROUP BY AssetID)
2 managed by somebody: FROM tblADComputers c JOIN tblADusers u ON u.ADObjectID = c.ManagerADObjectId
1 ended tie of a person: FROM tblAssetUserRelations WHERE EndDate < '2026-01-01'
1 ended tie of a monitor: FROM tblAssetRelations WHERE EndDate < '2026-01-01'
1 relation of the organisation: FROM tblAssetRelations r JOIN tsysAssetRelationTypes t ON t.RelationTypeID = r.Type WHERE t.Name = 'Relève de'
1 two warranty periods: FROM (SELECT 1 FROM tblWarrantyDetails GROUP BY WarrantyId HAVING count(DISTINCT WarrantyEndDate) = 2)
1 warranty that ends before the purchase: FROM tblAssetCustom WHERE Warrantydate < PurchaseDate
2 days that mean none: SELECT (SELECT count(*) FROM tblBIOS WHERE ReleaseDate < '1901-01-01') + (SELECT count(*) FROM tblOperatingsystem WHERE InstallDate < '1901-01-01')
1 ranges that overlap: FROM tsysIPLocations a JOIN tsysIPLocations b ON b.StartIP > a.StartIP AND b.EndIP < a.EndIP
2 days as text in two formats: FROM tblAssetCustom WHERE Custom3 GLOB '????-??-??' OR Custom3 GLOB '??/??/????'
5 labels of custom fields: FROM tsysCustomNames WHERE Displayname <> Customname
1 comments with line breaks, tab and quotes: FROM tblAssetCustom WHERE instr(Comments, char(13, 10)) > 0 AND instr(Comments, char(9)) > 0 AND instr(Comments, char(34)) > 0 AND instr(Comments, char(39)) > 0
32 disks over 2^31 bytes: FROM tblFloppy WHERE Size > 2147483648
3 kinds of scan error: SELECT count(DISTINCT e.ErrorType) FROM tblErrors e JOIN tsysasseterrortypes t ON t.Errortype = e.ErrorType
1 the same error twice: FROM (SELECT 1 FROM tblErrors GROUP BY AssetID, ErrorType HAVING count(*) = 2)
1 enclosure of a dock before the laptop's: FROM tblSystemEnclosure d JOIN tblSystemEnclosure l ON l.AssetID = d.AssetID AND l.Win32_SystemEnclosureid > d.Win32_SystemEnclosureid WHERE d.ChassisTypes = 12 AND l.ChassisTypes = 10
2 MAC of every dial-up adapter: FROM tblAssetMacAddress WHERE Mac = '50:50:54:50:30:30'
2 volumes of another kind than a local disk: FROM tblDiskdrives WHERE DriveType = 5
3 encryption unknown: FROM tblEncryptableVolume WHERE ProtectionStatus = 2
`;

const promises = contents
  .trim()
  .split('\n')
  .map((line): [string, number, string] => {
    const [, count, name = '', sql = ''] = /^(\d+) ([^:]+): (.*)$/.exec(line) ?? [];
    return [name, Number(count), sql.startsWith('FROM ') ? `SELECT count(*) ${sql}` : sql];
  });

describe('the fleet of LanSweeper', () => {
  it.each(promises)('holds %s: %i', (_, expected, sql) => {
    expect(Number(Object.values(sample.database.get(sql) ?? {})[0])).toBe(expected);
  });

  it('has every table filled, so that a sample run warns of none', () => {
    for (const table of catalogue.keys())
      expect([table, sample.database.get(`SELECT 1 AS one FROM ${table}`)]).toEqual([table, { one: 1 }]);
  });

  it('invents its domains and addresses', () => {
    const files = readdirSync(sampleFolder).filter((name) => name.endsWith('.yaml'));
    for (const yaml of files.map((name) => readFileSync(join(sampleFolder, name), 'utf8'))) {
      const domains = yaml.match(/[\w-]+\.(com|net|org|ca|local|lan|info)\b/gi) ?? [];
      expect(domains.filter((name) => name !== 'example.org')).toEqual([]);
      const addresses = yaml.match(/(?<![\d.])\d{1,3}(\.\d{1,3}){3}\b(?!\.\d)/g) ?? [];
      const invented = /^(0|10|127|203\.0\.113|255)\.|^7\.2\.3\.1$|^12\.4\.[01]\.\d$/;
      expect(addresses.filter((address) => !invented.test(address))).toEqual([]);
    }
  });
});
