/** What the Intune bridge says. */
export const messages = {
  title: { fr: 'Microsoft Intune', en: 'Microsoft Intune' },
} as const;
