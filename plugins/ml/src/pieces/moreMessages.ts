/** Texts where only the first few of many are shown. */
export const moreMessages = {
  show_one: 'Show {{count}} more',
  show_other: 'Show {{count}} more',
  less: 'Show fewer',
} as const;
