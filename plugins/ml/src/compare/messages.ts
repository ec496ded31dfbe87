/** Texts of evaluations side by side, and of what is compared. */
export const comparedMessages = {
  evaluations: 'Evaluations',
  evaluationsOf: 'Evaluations on {{data}}',
  charts: 'Show charts',
  noCharts: 'Hide charts',
  truncated: 'There is more than is compared here: {{what}}.',
  slice: 'Slice',
  whole: 'all rows',
  rows: 'n\u00a0{{rows}}',
  noise: 'within noise',
  noiseWhy:
    'The confidence intervals overlap: the difference may be chance. Compare on more rows to know.',
  noInterval: 'no interval',
  noIntervalWhy:
    'Without confidence intervals nobody can say whether the difference is chance.',
  chart: '{{metric}} by slice; the table has the numbers',
  moreSlices_one: '{{count}} more slice is in the table.',
  moreSlices_other: '{{count}} more slices are in the table.',
  callers: {
    title: 'What the signature means for callers',
    compatible: 'Whoever calls {{baseline}} can call {{version}}.',
    compatible_with_warnings:
      'Whoever calls {{baseline}} can call {{version}}, with a caution:',
    incompatible: '{{version}} breaks callers of {{baseline}}:',
    unverifiable:
      'Nobody can say whether callers of {{baseline}} can call {{version}}: a signature is missing, or has types that cannot be judged.',
    more_one: '{{count}} more finding.',
    more_other: '{{count}} more findings.',
  },
  chosen: 'Versions',
  baseline: 'baseline',
  makeBaseline: 'Make {{version}} the baseline',
  remove: 'Take {{version}} out',
  add: 'Add a version',
  addChoose: 'Choose a version',
  addWhat: 'versions to add',
  withChampion: 'Compare with champion',
  withChampionMenu: 'Champions to compare with',
  withChampionAt: '{{version}} at {{where}}',
  withChampionMore_one: '{{version}} at {{where}} and {{count}} more place',
  withChampionMore_other: '{{version}} at {{where}} and {{count}} more places',
  championsWhat: 'the champions',
} as const;
