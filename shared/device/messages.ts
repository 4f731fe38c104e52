/** What is said of the lists of placeholders. */
export const messages = {
  noUuid: {
    fr: 'ce n’est pas un UUID (00000000-0000-0000-0000-000000000001)',
    en: 'this is no UUID (00000000-0000-0000-0000-000000000001)',
  },
  noMac: {
    fr: 'ce n’est pas une adresse MAC (six octets : 02:00:5E:00:00:01)',
    en: 'this is no MAC address (six bytes: 02:00:5E:00:00:01)',
  },
  noMacPrefix: {
    fr: 'ce n’est pas le début d’une adresse MAC (cinq octets : 02:00:5E:00:00)',
    en: 'this is not the beginning of a MAC address (five bytes: 02:00:5E:00:00)',
  },
} as const;
