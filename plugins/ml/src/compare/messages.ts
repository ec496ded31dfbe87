/** Texts of evaluations side by side, and of what is compared. */
export const comparedMessages = {
  'compared.evaluations': 'Evaluations',
  'compared.evaluationsOf': 'Evaluations on {{data}}',
  'compared.charts': 'Show charts',
  'compared.noCharts': 'Hide charts',
  'compared.truncated': 'There is more than is compared here: {{what}}.',
  'compared.slice': 'Slice',
  'compared.whole': 'all rows',
  'compared.rows': 'n\u00a0{{rows}}',
  'compared.noise': 'within noise',
  'compared.noiseWhy':
    'The confidence intervals overlap: the difference may be chance. Compare on more rows to know.',
  'compared.noInterval': 'no interval',
  'compared.noIntervalWhy':
    'Without confidence intervals nobody can say whether the difference is chance.',
  'compared.chart': '{{metric}} by slice; the table has the numbers',
  'compared.moreSlices_one': '{{count}} more slice is in the table.',
  'compared.moreSlices_other': '{{count}} more slices are in the table.',
  'compared.callers.title': 'What the signature means for callers',
  'compared.callers.compatible':
    'Whoever calls {{baseline}} can call {{version}}.',
  'compared.callers.compatible_with_warnings':
    'Whoever calls {{baseline}} can call {{version}}, with a caution:',
  'compared.callers.incompatible':
    '{{version}} breaks callers of {{baseline}}:',
  'compared.callers.unverifiable':
    'Nobody can say whether callers of {{baseline}} can call {{version}}: a signature is missing, or has types that cannot be judged.',
  'compared.callers.more_one': '{{count}} more finding.',
  'compared.callers.more_other': '{{count}} more findings.',
  'compared.chosen': 'Versions',
  'compared.baseline': 'baseline',
  'compared.makeBaseline': 'Make {{version}} the baseline',
  'compared.remove': 'Take {{version}} out',
  'compared.add': 'Add a version',
  'compared.addChoose': 'Choose a version',
  'compared.addWhat': 'versions to add',
  'compared.withChampion': 'Compare with champion',
  'compared.withChampionMenu': 'Champions to compare with',
  'compared.withChampionAt': '{{version}} at {{where}}',
  'compared.withChampionMore_one':
    '{{version}} at {{where}} and {{count}} more place',
  'compared.withChampionMore_other':
    '{{version}} at {{where}} and {{count}} more places',
  'compared.championsWhat': 'the champions',
} as const;
