/** Texts about what will be removed from a contract. */
export const contractDeprecationMessages = {
  'contract.deprecation.what': 'what is deprecated',
  'contract.deprecation.empty': 'Nothing is deprecated',
  'contract.deprecation.emptyWhy':
    'Versions and fields that will go would be here, with how many of their consumers have moved away.',
  'contract.deprecation.action': 'Deprecate',
  'contract.deprecation.version': 'Version {{version}}',
  'contract.deprecation.field': '{{field}} of version {{version}}',
  'contract.deprecation.removeAfter': 'goes after {{day}}',
  'contract.deprecation.replacement': 'Use {{replacement}} instead.',
  'contract.deprecation.by': 'Announced by',
  'contract.deprecation.progress.production':
    'In production: migrated {{migrated}} of {{total}}',
  'contract.deprecation.progress.training':
    'In training only: migrated {{migrated}} of {{total}}',
  'contract.deprecation.removable': 'It can be removed',
  'contract.deprecation.notYet': 'It cannot be removed yet',
  'contract.deprecation.remaining': 'Who remains',
  'contract.deprecation.agreed': 'Agreed that it goes before its date',
  'contract.deprecation.nobody': 'Nobody that you may see uses it any more.',
  'contract.deprecation.dialog.title': 'Deprecate',
  'contract.deprecation.dialog.scope': 'What will go',
  'contract.deprecation.dialog.wholeVersion': 'all of version {{version}}',
  'contract.deprecation.dialog.removeAfter': 'Goes after',
  'contract.deprecation.dialog.removeAfterHelp':
    'The contract asks for {{notice}} of notice.',
  'contract.deprecation.dialog.replacement': 'Use instead',
  'contract.deprecation.dialog.replacementHelp':
    'A version of the contract, or the name of a field.',
  'contract.deprecation.dialog.reason': 'Reason',
  'contract.deprecation.dialog.reasonHelp': 'Everybody who is told reads it.',
  'contract.deprecation.dialog.confirm': 'Deprecate and tell them',
  'contract.deprecation.dialog.failed': 'It was not deprecated',
  'contract.deprecation.dialog.told': 'These teams will be told once:',
  'contract.deprecation.dialog.toldNobody':
    'No consumer in production is known, so nobody is told. It is shown here all the same.',
  'contract.deprecation.dialog.toldUnknown':
    'Who will be told is not known, as the consumers could not be read.',
  'contract.deprecation.dialog.noOwner': 'consumers without an owner',
  'contract.deprecation.dialog.past': 'Choose a day that is still to come.',
} as const;
