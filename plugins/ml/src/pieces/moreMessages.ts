/** Texts where only the first few of many are shown. */
export const moreMessages = {
  'more.show_one': 'Show {{count}} more',
  'more.show_other': 'Show {{count}} more',
  'more.less': 'Show fewer',
} as const;
