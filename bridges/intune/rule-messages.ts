import type { Text } from '../../shared/text.ts';

/** Words for the rules by which Intune's devices become assets, by rule, or by field and rule. */
export const ruleMessages: Readonly<Record<string, Text>> = {
  report: { fr: 'le rapport DevicesWithInventory', en: 'the report DevicesWithInventory' },
  detail: { fr: 'les détails de l’appareil', en: 'the details of the device' },
  'hardware.memoryBytes nominal': {
    fr: 'la taille vendue, un peu plus que la mémoire utilisable',
    en: 'the size that is sold, a little more than can be used',
  },
  'hardware.memoryBytes usable': { fr: 'la mémoire utilisable', en: 'the memory that can be used' },
  'identity.serial intune': {
    fr: 'le premier vrai numéro que donne Intune',
    en: 'the first genuine one that Intune gives',
  },
  'identity.serial intune-virtual': {
    fr: 'faute de mieux, un numéro virtuel',
    en: 'for want of better, a virtual one',
  },
  'identity.serial intune-short': {
    fr: 'faute de mieux, un numéro trop court',
    en: 'for want of better, one too short',
  },
  'identity.serial placeholder': { fr: 'Intune ne donne que du remplissage', en: 'Intune gives filler only' },
  'life.status listed': {
    fr: 'dans la liste, sans état de gestion',
    en: 'listed, without a management state',
  },
  'life.status unknownState': {
    fr: 'un état de gestion inconnu : pris pour actif',
    en: 'an unknown management state: taken for active',
  },
  'nature.class virtual': {
    fr: 'machine virtuelle ; le système dit si c’est un serveur',
    en: 'a virtual machine; the system says whether it is a server',
  },
  'nature.class chassis': {
    fr: 'le châssis que disent les détails',
    en: 'the chassis that the details tell',
  },
  'nature.class model': { fr: 'le nom du modèle', en: 'the name of the model' },
  'nature.class operatingSystem': { fr: 'le système d’exploitation', en: 'the operating system' },
  'nature.class none': { fr: 'rien ne dit ce que c’est', en: 'nothing says what it is' },
  'nature.virtual model': { fr: 'le nom du modèle', en: 'the name of the model' },
  'nature.virtual manufacturer': { fr: 'le nom du fabricant', en: 'the name of the maker' },
  'nature.virtual system': {
    fr: 'un téléphone ou une tablette n’est jamais virtuel',
    en: 'a phone or tablet is never virtual',
  },
  'nature.sku lenovoTypeCode': { fr: 'le code de type de Lenovo', en: 'the type code of Lenovo' },
  'nature.sku productName': {
    fr: 'le code de produit que disent les détails',
    en: 'the product code that the details tell',
  },
  'os.build parentheses': {
    fr: 'ce qui suit la version entre parenthèses',
    en: 'what stands behind the version in parentheses',
  },
  'os.build osVersion': { fr: 'les derniers nombres de la version', en: 'the last numbers of the version' },
  'os.version osVersion': { fr: 'la version que dit Intune', en: 'the version that Intune tells' },
  'os.version beforeParentheses': {
    fr: 'la version, sans ce qui est entre parenthèses',
    en: 'the version, without what is in parentheses',
  },
  'os.name operatingSystem': { fr: 'le système que dit Intune', en: 'the system that Intune tells' },
  'os.name withVersion': { fr: 'le système et sa version', en: 'the system and its version' },
  'os.name server': { fr: 'Windows Server, par son build', en: 'Windows Server, by its build' },
  'os.name build': { fr: 'la version de Windows, par son build', en: 'the release of Windows, by its build' },
  'os.name edition-report': {
    fr: 'la version par son build, l’édition par le rapport',
    en: 'the release by its build, the edition by the report',
  },
  'os.name edition-detail': {
    fr: 'la version par son build, l’édition par les détails',
    en: 'the release by its build, the edition by the details',
  },
  'os.role enrolled': { fr: 'Intune n’inscrit aucun serveur', en: 'Intune enrols no servers' },
  'os.role name': { fr: 'le nom du système', en: 'the name of the system' },
  'os.role build': {
    fr: 'un build qui n’existe que pour les serveurs',
    en: 'a build that only servers have',
  },
  'people.primaryUser primary': { fr: 'l’utilisateur principal d’Intune', en: 'the primary user of Intune' },
  'people.primaryUser enrolled': { fr: 'qui a inscrit l’appareil', en: 'who enrolled the device' },
  'people.primaryUser lastLoggedOn': { fr: 'qui a ouvert la dernière session', en: 'who signed in last' },
  'people.primaryUser noReport': {
    fr: 'absent du rapport : personne ne le sait',
    en: 'not in the report: nobody knows',
  },
  'people.primaryUser privacy': {
    fr: 'le site ne veut personne, ou l’appareil est privé',
    en: 'the site wants no people, or the device is private',
  },
  'people.primaryUser none': { fr: 'Intune n’en nomme aucun', en: 'Intune names none' },
  'place.name given': { fr: 'le nom que quelqu’un lui a donné', en: 'the name that somebody gave it' },
  'place.name factory': {
    fr: 'un nom d’usine, suivi du numéro de série',
    en: 'a factory name, with the serial behind it',
  },
  'place.name shared': {
    fr: 'plusieurs portent ce nom : suivi du numéro de série',
    en: 'several have this name: with the serial behind it',
  },
  'place.name model': {
    fr: 'sans nom propre : le modèle, suivi du numéro de série',
    en: 'without a name of its own: the model, with the serial behind it',
  },
  'place.name personal': {
    fr: 'appareil privé : le modèle, suivi du numéro de série',
    en: 'a private device: the model, with the serial behind it',
  },
  'network.mac wired-address': {
    fr: 'la carte filaire, qui a une adresse',
    en: 'the wired adapter, which has an address',
  },
  'network.mac wired': {
    fr: 'la carte filaire ; aucune n’a d’adresse',
    en: 'the wired adapter; none has an address',
  },
  'network.mac wireless-address': {
    fr: 'la carte sans fil, qui a une adresse',
    en: 'the wireless adapter, which has an address',
  },
  'network.mac wireless': {
    fr: 'la carte sans fil ; aucune n’a d’adresse',
    en: 'the wireless adapter; none has an address',
  },
  'network.mac other-address': {
    fr: 'la carte d’un autre genre, qui a une adresse',
    en: 'the other adapter, which has an address',
  },
  'network.mac other': {
    fr: 'la carte d’un autre genre ; aucune n’a d’adresse',
    en: 'the other adapter; none has an address',
  },
  'life.status managed': { fr: 'l’état de gestion managed', en: 'the management state managed' },
  'life.status unhealthy': { fr: 'l’état de gestion unhealthy', en: 'the management state unhealthy' },
  'life.status retireFailed': {
    fr: 'l’état de gestion retireFailed',
    en: 'the management state retireFailed',
  },
  'life.status retireCanceled': {
    fr: 'l’état de gestion retireCanceled',
    en: 'the management state retireCanceled',
  },
  'life.status wipeFailed': { fr: 'l’état de gestion wipeFailed', en: 'the management state wipeFailed' },
  'life.status wipeCanceled': {
    fr: 'l’état de gestion wipeCanceled',
    en: 'the management state wipeCanceled',
  },
  'life.status retirePending': {
    fr: 'l’état de gestion retirePending',
    en: 'the management state retirePending',
  },
  'life.status retireIssued': {
    fr: 'l’état de gestion retireIssued',
    en: 'the management state retireIssued',
  },
  'life.status wipePending': { fr: 'l’état de gestion wipePending', en: 'the management state wipePending' },
  'life.status wipeIssued': { fr: 'l’état de gestion wipeIssued', en: 'the management state wipeIssued' },
  'life.status deletePending': {
    fr: 'l’état de gestion deletePending',
    en: 'the management state deletePending',
  },
  'life.status discovered': { fr: 'l’état de gestion discovered', en: 'the management state discovered' },
};
