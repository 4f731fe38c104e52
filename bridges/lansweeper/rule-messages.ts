import type { Text } from '../../shared/text.ts';

/** Words for the rules by which LanSweeper's rows become an asset, by rule, or by field and rule. */
export const ruleMessages: Readonly<Record<string, Text>> = {
  'none-fieldUnreadable': {
    fr: 'le texte du champ personnalisé n’est pas une date sûre, et la fiche n’en dit rien',
    en: 'the text of the custom field is no certain date, and the record does not say',
  },
  'asset-fieldUnreadable': {
    fr: 'la fiche de l’actif ; le texte du champ personnalisé n’est pas une date sûre',
    en: 'the record of the asset; the text of the custom field is no certain date',
  },
  'period-fieldUnreadable': {
    fr: 'ses périodes de garantie ; le texte du champ personnalisé n’est pas une date sûre',
    en: 'its warranty periods; the text of the custom field is no certain date',
  },
  'implausible-fieldUnreadable': {
    fr: 'les fins connues ne peuvent pas être vraies, et le champ personnalisé n’est pas une date sûre',
    en: 'the ends that are known cannot be true, and the custom field is no certain date',
  },
  asset: { fr: 'la fiche de l’actif (tblAssets)', en: 'the record of the asset (tblAssets)' },
  customField: { fr: 'un champ personnalisé du site', en: 'a custom field of the site' },
  product: { fr: 'le produit (SMBIOS)', en: 'the product (SMBIOS)' },
  linux: { fr: 'ce que Linux dit de lui-même', en: 'what Linux says of itself' },
  mac: { fr: 'ce que le Mac dit de lui-même', en: 'what the Mac says of itself' },
  windows: { fr: 'l’inventaire de Windows', en: 'the inventory of Windows' },
  vmware: { fr: 'ce que dit VMware', en: 'what VMware says' },
  hyperv: { fr: 'ce que dit Hyper-V', en: 'what Hyper-V says' },
  host: { fr: 'l’hôte qui lui a donné son adresse MAC', en: 'the host that gave it its MAC address' },
  system: { fr: 'l’inventaire du système', en: 'the inventory of the system' },
  enclosure: { fr: 'le boîtier', en: 'the enclosure' },
  directory: { fr: 'l’annuaire (Active Directory)', en: 'the directory (Active Directory)' },
  computerSystem: {
    fr: 'l’inventaire de l’ordinateur (Win32_ComputerSystem)',
    en: 'the inventory of the computer (Win32_ComputerSystem)',
  },
  lenovoVersion: {
    fr: 'le nom que Lenovo met dans la version du produit',
    en: 'the name that Lenovo puts into the product’s version',
  },
  lenovoTypeCode: { fr: 'le code de type de Lenovo', en: 'the type code of Lenovo' },
  'identity.serial serverSerial': {
    fr: 'une carte de gestion montre le numéro de son serveur, pas le sien',
    en: 'a management card shows its server’s serial, not its own',
  },
  'identity.assetTag barcode': { fr: 'le code à barres de la fiche', en: 'the barcode of the record' },
  'firmware.biosVersion version': { fr: 'la version du BIOS', en: 'the version of the BIOS' },
  'firmware.biosVersion caption': { fr: 'le titre du BIOS', en: 'the caption of the BIOS' },
  'firmware.encrypted encryptableVolume': {
    fr: 'le volume chiffrable du système',
    en: 'the encryptable volume of the system',
  },
  'hardware.memoryBytes modules': { fr: 'la somme des barrettes', en: 'the memory modules together' },
  'hardware.memoryBytes usable': { fr: 'ce que Windows peut utiliser', en: 'what Windows can use' },
  'hardware.processorSockets processors': {
    fr: 'le nombre de processeurs inventoriés',
    en: 'the number of processors in the inventory',
  },
  'hardware.processorMhz name': {
    fr: 'la vitesse que dit le nom du processeur',
    en: 'the speed that the processor’s name tells',
  },
  'life.lastSeenAt lastSeen': { fr: 'le dernier contact', en: 'the last contact' },
  'life.lastSeenAt lastScan': {
    fr: 'la dernière lecture, plus récente que le contact',
    en: 'the last reading, newer than the contact',
  },
  'life.lastInventoryAt lastScan': { fr: 'la dernière lecture', en: 'the last reading' },
  'life.lastInventoryAt lastSeen': {
    fr: 'le dernier contact d’un appareil qui a été lu',
    en: 'the last contact of a device that was read',
  },
  'life.status state': { fr: 'ce que veut dire son état', en: 'what its state means' },
  'life.status stateNumber': {
    fr: 'le numéro de son état, dont le nom manque',
    en: 'the number of its state, whose name is gone',
  },
  'life.status noState': { fr: 'sans état : pris pour actif', en: 'without a state: taken for active' },
  'life.status unknownState': {
    fr: 'un état que rien ne décrit : pris pour actif',
    en: 'a state that nothing describes: taken for active',
  },
  'life.status neverRead': {
    fr: 'rien de cet ordinateur n’a jamais été lu : seulement découvert',
    en: 'nothing of this computer was ever read: only discovered',
  },
  'nature.class virtual': {
    fr: 'machine virtuelle ; le système dit si c’est un serveur',
    en: 'a virtual machine; the system says whether it is a server',
  },
  'nature.class guests': { fr: 'un serveur qui a des machines invitées', en: 'a server that has guests' },
  'nature.class operatingSystem': { fr: 'un système de serveur', en: 'a server system' },
  'nature.class chassis': { fr: 'le code de châssis', en: 'the chassis code' },
  'nature.class battery': {
    fr: 'une pile : seuls les portables en déclarent',
    en: 'a battery: only portable machines report one',
  },
  'nature.class model': { fr: 'le nom du modèle', en: 'the name of the model' },
  'nature.class type': { fr: 'le type de l’actif', en: 'the type of the asset' },
  'nature.class unknownType': { fr: 'un type que rien ne décrit', en: 'a type that nothing describes' },
  'nature.class windowsNumber': {
    fr: 'le numéro du type Windows, dont le nom manque',
    en: 'the number of the type Windows, whose name is gone',
  },
  'nature.class none': { fr: 'rien ne dit ce que c’est', en: 'nothing says what it is' },
  'nature.virtual type': { fr: 'le type de l’actif', en: 'the type of the asset' },
  'nature.virtual model': { fr: 'le nom du modèle', en: 'the name of the model' },
  'nature.virtual manufacturer': { fr: 'le nom du fabricant', en: 'the name of the maker' },
  contact: {
    fr: 'la carte qui a l’adresse du dernier contact',
    en: 'the adapter that has the address of the last contact',
  },
  'os.build revision': { fr: 'le build avec sa révision', en: 'the build with its revision' },
  'os.family name': { fr: 'le nom du système', en: 'the name of the system' },
  'os.family type': { fr: 'le type de l’actif', en: 'the type of the asset' },
  'os.featureVersion build': { fr: 'déduite du numéro de build', en: 'told from the build number' },
  'os.name short': {
    fr: 'le nom court que la source donne au système',
    en: 'the short name that the source gives the system',
  },
  'os.version code': {
    fr: 'le code que la source donne au système',
    en: 'the code that the source gives the system',
  },
  'os.role productType': {
    fr: 'le genre de produit Windows (ProductType)',
    en: 'the kind of Windows product (ProductType)',
  },
  'os.role domainRole': { fr: 'le rôle dans le domaine', en: 'the role in the domain' },
  'os.role code': {
    fr: 'le code que la source donne au système',
    en: 'the code that the source gives the system',
  },
  'os.role name': { fr: 'le nom du système', en: 'the name of the system' },
  'people.primaryUser relation': {
    fr: 'une relation que quelqu’un a saisie',
    en: 'a relation that somebody entered',
  },
  'people.primaryUser managedBy': {
    fr: 'l’attribut « géré par » de l’annuaire',
    en: 'the attribute “managed by” of the directory',
  },
  'people.primaryUser frequentLogon': { fr: 'qui ouvre le plus de sessions', en: 'who signs in most often' },
  'people.primaryUser lastLogon': { fr: 'la dernière ouverture de session', en: 'the last logon' },
  'people.lastUser asset': {
    fr: 'qui était en session à la dernière lecture',
    en: 'who was signed in at the last reading',
  },
  'people.topConsoleUser logons': { fr: 'qui ouvre le plus de sessions', en: 'who signs in most often' },
  'place.name name': { fr: 'le nom de l’actif', en: 'the name of the asset' },
  'place.name fqdn': { fr: 'la première partie du nom complet', en: 'the first part of the full name' },
  'place.name nameAndSerial': {
    fr: 'le nom et le numéro de série : les écrans d’un modèle portent le même nom',
    en: 'name and serial: all screens of a model have the same name',
  },
  'place.fqdn dns': { fr: 'le nom DNS', en: 'the DNS name' },
  'place.dnsDomain fqdn': { fr: 'le domaine du nom complet', en: 'the domain of the full name' },
  'place.dnsDomain workgroup': {
    fr: 'dans un groupe de travail : aucun domaine',
    en: 'in a workgroup: no domain',
  },
  'place.location relation': { fr: 'l’emplacement auquel il est lié', en: 'the place that it is tied to' },
  'purchase.warrantyUntil period': {
    fr: 'la fin de garantie la plus tardive de ses périodes',
    en: 'the latest end of its warranty periods',
  },
  'purchase.warrantyUntil asset': {
    fr: 'la fin de garantie de la fiche',
    en: 'the end of the warranty in the record',
  },
  'purchase.warrantyUntil implausible': {
    fr: 'les fins connues ne peuvent pas être vraies',
    en: 'the ends that are known cannot be true',
  },
};
