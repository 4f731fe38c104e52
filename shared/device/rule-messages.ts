import type { Text } from '../text.ts';

/** Words for the rules of the picks that the bridges share, by rule, or by field and rule. */
export const ruleMessages: Readonly<Record<string, Text>> = {
  none: { fr: 'la source n’en dit rien', en: 'the source does not say' },
  'gateway-wired': {
    fr: 'la carte filaire qui a une passerelle',
    en: 'the wired adapter that has a gateway',
  },
  'no-gateway-wired': {
    fr: 'la première carte filaire qui a une adresse ; aucune n’a de passerelle',
    en: 'the first wired adapter with an address; none has a gateway',
  },
  'gateway-wireless': {
    fr: 'la carte sans fil qui a une passerelle',
    en: 'the wireless adapter that has a gateway',
  },
  'no-gateway-wireless': {
    fr: 'la première carte sans fil qui a une adresse ; aucune n’a de passerelle',
    en: 'the first wireless adapter with an address; none has a gateway',
  },
  'gateway-other': {
    fr: 'la carte d’un autre genre qui a une passerelle',
    en: 'the other adapter that has a gateway',
  },
  'no-gateway-other': {
    fr: 'la première carte d’un autre genre qui a une adresse ; aucune n’a de passerelle',
    en: 'the first other adapter with an address; none has a gateway',
  },
  'gateway-bridge': {
    fr: 'le pont de l’hôte Hyper-V, qui a l’adresse et la passerelle',
    en: 'the bridge of the Hyper-V host, which has address and gateway',
  },
  onlyVolume: { fr: 'le seul volume qu’il y ait', en: 'the only volume there is' },
  'identity.serial bios': {
    fr: 'le premier vrai numéro, lu dans le BIOS',
    en: 'the first genuine one, read in the BIOS',
  },
  'identity.serial bios-virtual': {
    fr: 'faute de mieux, le numéro virtuel lu dans le BIOS',
    en: 'for want of better, the virtual one read in the BIOS',
  },
  'identity.serial bios-short': {
    fr: 'faute de mieux, le numéro trop court lu dans le BIOS',
    en: 'for want of better, the one too short read in the BIOS',
  },
  'identity.serial product': {
    fr: 'le premier vrai numéro, lu dans le produit (SMBIOS)',
    en: 'the first genuine one, read in the product (SMBIOS)',
  },
  'identity.serial product-virtual': {
    fr: 'faute de mieux, le numéro virtuel lu dans le produit (SMBIOS)',
    en: 'for want of better, the virtual one read in the product (SMBIOS)',
  },
  'identity.serial product-short': {
    fr: 'faute de mieux, le numéro trop court lu dans le produit (SMBIOS)',
    en: 'for want of better, the one too short read in the product (SMBIOS)',
  },
  'identity.serial enclosure': {
    fr: 'le premier vrai numéro, lu dans le boîtier',
    en: 'the first genuine one, read in the enclosure',
  },
  'identity.serial enclosure-virtual': {
    fr: 'faute de mieux, le numéro virtuel lu dans le boîtier',
    en: 'for want of better, the virtual one read in the enclosure',
  },
  'identity.serial enclosure-short': {
    fr: 'faute de mieux, le numéro trop court lu dans le boîtier',
    en: 'for want of better, the one too short read in the enclosure',
  },
  'identity.serial baseboard': {
    fr: 'le premier vrai numéro, lu dans la carte mère',
    en: 'the first genuine one, read in the base board',
  },
  'identity.serial baseboard-virtual': {
    fr: 'faute de mieux, le numéro virtuel lu dans la carte mère',
    en: 'for want of better, the virtual one read in the base board',
  },
  'identity.serial baseboard-short': {
    fr: 'faute de mieux, le numéro trop court lu dans la carte mère',
    en: 'for want of better, the one too short read in the base board',
  },
  'identity.serial system': {
    fr: 'le premier vrai numéro, lu dans le système d’exploitation',
    en: 'the first genuine one, read in the operating system',
  },
  'identity.serial system-virtual': {
    fr: 'faute de mieux, le numéro virtuel lu dans le système d’exploitation',
    en: 'for want of better, the virtual one read in the operating system',
  },
  'identity.serial system-short': {
    fr: 'faute de mieux, le numéro trop court lu dans le système d’exploitation',
    en: 'for want of better, the one too short read in the operating system',
  },
  'identity.serial manual': {
    fr: 'le premier vrai numéro, lu dans la saisie verrouillée dans la source',
    en: 'the first genuine one, read in what somebody typed and locked in the source',
  },
  'identity.serial manual-virtual': {
    fr: 'faute de mieux, le numéro virtuel lu dans la saisie verrouillée dans la source',
    en: 'for want of better, the virtual one read in what somebody typed and locked in the source',
  },
  'identity.serial manual-short': {
    fr: 'faute de mieux, le numéro trop court lu dans la saisie verrouillée dans la source',
    en: 'for want of better, the one too short read in what somebody typed and locked in the source',
  },
  'identity.serial record': {
    fr: 'le premier vrai numéro, lu dans la fiche de la source',
    en: 'the first genuine one, read in the source’s own record',
  },
  'identity.serial record-virtual': {
    fr: 'faute de mieux, le numéro virtuel lu dans la fiche de la source',
    en: 'for want of better, the virtual one read in the source’s own record',
  },
  'identity.serial record-short': {
    fr: 'faute de mieux, le numéro trop court lu dans la fiche de la source',
    en: 'for want of better, the one too short read in the source’s own record',
  },
  'identity.serial none': { fr: 'aucun numéro utilisable', en: 'no serial that can be used' },
  'people.primaryUser administrator': {
    fr: 'affinité fixée par un administrateur',
    en: 'affinity set by an administrator',
  },
  'people.primaryUser selfService': {
    fr: 'affinité choisie en libre-service',
    en: 'affinity chosen by self-service',
  },
  'people.primaryUser deployment': {
    fr: 'affinité fixée au déploiement du système',
    en: 'affinity set by the deployment of the system',
  },
  'people.primaryUser usage': { fr: 'affinité déduite de l’usage', en: 'affinity told from usage' },
  'people.primaryUser deviceManagement': {
    fr: 'affinité fixée par la gestion des appareils',
    en: 'affinity set by device management',
  },
  'people.primaryUser user': { fr: 'affinité déclarée par la personne', en: 'affinity stated by the person' },
  'people.primaryUser fastInstall': {
    fr: 'affinité issue d’une installation rapide',
    en: 'affinity from a fast installation',
  },
  'people.primaryUser exchange': { fr: 'affinité issue d’Exchange', en: 'affinity from Exchange' },
  'people.primaryUser affinity': {
    fr: 'affinité dont l’origine n’est pas connue',
    en: 'affinity of unknown origin',
  },
};
