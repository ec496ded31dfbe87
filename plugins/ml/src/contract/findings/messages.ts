/** Texts about findings and verdicts. */
export const contractFindingsMessages = {
  none: 'No difference',
  severity: {
    error: 'Breaks ({{amount}})',
    warning: 'Take care ({{amount}})',
    info: 'Harmless ({{amount}})',
    waived: 'Waived ({{amount}})',
  },
  severityWord: { error: 'breaks', warning: 'take care', info: 'harmless' },
  change: '{{old}} → {{new}}',
  remedy: 'What to do:',
  against: 'seen from v{{version}}',
  verdict: {
    compatible: 'nothing breaks',
    compatible_with_warnings: 'nothing breaks, with warnings',
    incompatible: 'breaks',
    unverifiable: 'cannot be told',
  },
  bump: {
    none: 'no new number needed',
    patch: 'patch',
    minor: 'minor',
    major: 'major',
  },
} as const;
