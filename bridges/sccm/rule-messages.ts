import type { Text } from '../../shared/text.ts';

/** Words for the rules by which SCCM's rows become an asset, by rule, or by field and rule. */
export const ruleMessages: Readonly<Record<string, Text>> = {
  'identity.key clientId': { fr: 'l’identifiant du client (GUID)', en: 'the client’s GUID' },
  'identity.key siteAndResource': {
    fr: 'code de site et ResourceID, faute de GUID',
    en: 'site code and ResourceID, without a GUID',
  },
  'identity.key resource': {
    fr: 'ResourceID seul, faute de GUID et de site',
    en: 'ResourceID alone, without GUID and site',
  },
  system: { fr: 'la découverte (v_R_System)', en: 'discovery (v_R_System)' },
  inventorySystem: { fr: 'l’inventaire (v_GS_SYSTEM)', en: 'the inventory (v_GS_SYSTEM)' },
  product: { fr: 'l’inventaire du produit (SMBIOS)', en: 'the inventory of the product (SMBIOS)' },
  computerSystem: {
    fr: 'l’inventaire de l’ordinateur (Win32_ComputerSystem)',
    en: 'the inventory of the computer (Win32_ComputerSystem)',
  },
  enclosure: { fr: 'l’inventaire du boîtier', en: 'the inventory of the enclosure' },
  operatingSystem: {
    fr: 'l’inventaire du système d’exploitation',
    en: 'the inventory of the operating system',
  },
  'life.lastInventoryAt workstationStatus': {
    fr: 'le dernier inventaire matériel (v_GS_WORKSTATION_STATUS)',
    en: 'the last hardware scan (v_GS_WORKSTATION_STATUS)',
  },
  'life.lastInventoryAt clientHealth': {
    fr: 'le dernier inventaire matériel selon l’état du client',
    en: 'the last hardware scan by the client’s health',
  },
  'life.lastSeenAt lastActive': {
    fr: 'signe le plus récent : dernière activité du client',
    en: 'newest sign: last activity of the client',
  },
  'life.lastSeenAt workstationStatus': {
    fr: 'signe le plus récent : dernier inventaire matériel',
    en: 'newest sign: last hardware scan',
  },
  'life.lastSeenAt clientHealth': {
    fr: 'signe le plus récent : inventaire selon l’état du client',
    en: 'newest sign: hardware scan by the client’s health',
  },
  'life.lastSeenAt directoryLogon': {
    fr: 'ouverture de session dans l’annuaire, faute d’autre signe',
    en: 'logon in the directory, without any other sign',
  },
  'life.status noClient': {
    fr: 'sans client : seulement découvert',
    en: 'without a client: only discovered',
  },
  'life.status clientHealth': { fr: 'ce que dit l’état du client', en: 'what the client’s health says' },
  'life.status activeMark': { fr: 'la marque Active0 de la découverte', en: 'the mark Active0 of discovery' },
  'life.status client': {
    fr: 'un client, et rien de plus sur son état',
    en: 'a client, and nothing more about its state',
  },
  'links.virtualHost virtualMachine': {
    fr: 'l’inventaire de la machine virtuelle',
    en: 'the inventory of the virtual machine',
  },
  'nature.class virtual': {
    fr: 'machine virtuelle ; le système dit si c’est un serveur',
    en: 'a virtual machine; the system says whether it is a server',
  },
  'nature.class operatingSystem': { fr: 'un système de serveur', en: 'a server system' },
  'nature.class chassis': { fr: 'le code de châssis', en: 'the chassis code' },
  'nature.class battery': {
    fr: 'une pile : seuls les portables en déclarent',
    en: 'a battery: only portable machines report one',
  },
  'nature.class none': { fr: 'rien ne dit ce que c’est', en: 'nothing says what it is' },
  lenovoVersion: {
    fr: 'le nom que Lenovo met dans la version du produit',
    en: 'the name that Lenovo puts into the product’s version',
  },
  lenovoTypeCode: { fr: 'le code de type de Lenovo', en: 'the type code of Lenovo' },
  'nature.virtual flag': {
    fr: 'la marque du client (Is_Virtual_Machine0)',
    en: 'the client’s mark (Is_Virtual_Machine0)',
  },
  'nature.virtual model': { fr: 'le nom du modèle', en: 'the name of the model' },
  'nature.virtual manufacturer': { fr: 'le nom du fabricant', en: 'the name of the maker' },
  discovery: {
    fr: 'la seule adresse que la découverte connaisse',
    en: 'the only address that discovery knows',
  },
  'discovery-first': {
    fr: 'la plus basse des adresses de la découverte',
    en: 'the lowest of the addresses of discovery',
  },
  only: {
    fr: 'la seule adresse MAC utilisable de la machine',
    en: 'the only usable MAC address of the machine',
  },
  systemType: { fr: 'le genre de machine (SystemType)', en: 'the kind of machine (SystemType)' },
  'os.featureVersion build': { fr: 'déduite du numéro de build', en: 'told from the build number' },
  'os.featureVersion version': { fr: 'déduite de la version', en: 'told from the version' },
  'os.role productType': {
    fr: 'le genre de produit Windows (ProductType)',
    en: 'the kind of Windows product (ProductType)',
  },
  'os.role domainRole': { fr: 'le rôle dans le domaine', en: 'the role in the domain' },
  'os.role systemRole': { fr: 'le rôle de l’inventaire', en: 'the role of the inventory' },
  'os.role name': { fr: 'le nom du système', en: 'the name of the system' },
  'hardware.memoryBytes modules': { fr: 'la somme des barrettes', en: 'the memory modules together' },
  'hardware.memoryBytes usable': { fr: 'ce que Windows peut utiliser', en: 'what Windows can use' },
  'hardware.processorSockets processors': {
    fr: 'le nombre de processeurs inventoriés',
    en: 'the number of processors in the inventory',
  },
  'hardware.processorMhz maximum': { fr: 'la vitesse maximale', en: 'the maximum speed' },
  'hardware.processorMhz nominal': { fr: 'la vitesse nominale', en: 'the nominal speed' },
  'firmware.biosVersion version': { fr: 'la version SMBIOS du BIOS', en: 'the SMBIOS version of the BIOS' },
  'firmware.biosVersion name': { fr: 'le nom du BIOS', en: 'the name of the BIOS' },
  'firmware.encrypted bitLocker': {
    fr: 'BitLocker, volume du système',
    en: 'BitLocker, volume of the system',
  },
  'firmware.encrypted encryptableVolume': {
    fr: 'le volume chiffrable du système',
    en: 'the encryptable volume of the system',
  },
  'people.lastUser discovery': {
    fr: 'dernière session connue de la découverte',
    en: 'last logon that discovery knows',
  },
  'people.lastUser computerSystem': {
    fr: 'qui était en session à l’inventaire',
    en: 'who was signed in at the inventory',
  },
  'people.topConsoleUser consoleUsage': {
    fr: 'qui passe le plus de temps à la console',
    en: 'who spends most time on the console',
  },
  'people.topConsoleUser consoleUser': {
    fr: 'le plus de minutes à la console',
    en: 'the most minutes on the console',
  },
  'people.primaryUser none': { fr: 'personne n’a d’affinité avec lui', en: 'nobody has an affinity with it' },
  'place.name netbiosName': { fr: 'le nom NetBIOS de la découverte', en: 'the NetBIOS name of discovery' },
  'place.name name': { fr: 'le nom de la découverte', en: 'the name of discovery' },
  'place.fqdn resourceName': {
    fr: 'un nom de ressource de cet ordinateur',
    en: 'a resource name of this computer',
  },
  'place.fqdn dnsDomain': { fr: 'le nom et le domaine DNS', en: 'the name and the DNS domain' },
  'place.fqdn adapter': { fr: 'ce que dit une carte réseau', en: 'what a network adapter says' },
  'place.dnsDomain workgroup': {
    fr: 'dans un groupe de travail : aucun domaine',
    en: 'in a workgroup: no domain',
  },
  'place.ou longest': { fr: 'la plus profonde des unités', en: 'the deepest of the units' },
};
