/** Texts about findings and verdicts. */
export const contractFindingsMessages = {
  'contract.findings.none': 'No difference',
  'contract.findings.severity.error': 'Breaks ({{amount}})',
  'contract.findings.severity.warning': 'Take care ({{amount}})',
  'contract.findings.severity.info': 'Harmless ({{amount}})',
  'contract.findings.severity.waived': 'Waived ({{amount}})',
  'contract.findings.severityWord.error': 'breaks',
  'contract.findings.severityWord.warning': 'take care',
  'contract.findings.severityWord.info': 'harmless',
  'contract.findings.change': '{{old}} → {{new}}',
  'contract.findings.remedy': 'What to do:',
  'contract.findings.against': 'seen from v{{version}}',
  'contract.findings.verdict.compatible': 'nothing breaks',
  'contract.findings.verdict.compatible_with_warnings':
    'nothing breaks, with warnings',
  'contract.findings.verdict.incompatible': 'breaks',
  'contract.findings.verdict.unverifiable': 'cannot be told',
  'contract.findings.bump.none': 'no new number needed',
  'contract.findings.bump.patch': 'patch',
  'contract.findings.bump.minor': 'minor',
  'contract.findings.bump.major': 'major',
} as const;
