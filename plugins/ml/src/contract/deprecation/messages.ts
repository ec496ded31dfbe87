/** Texts about what will be removed from a contract. */
export const contractDeprecationMessages = {
  what: 'what is deprecated',
  empty: 'Nothing is deprecated',
  emptyWhy:
    'Versions and fields that will go would be here, with how many of their consumers have moved away.',
  action: 'Deprecate',
  version: 'Version {{version}}',
  field: '{{field}} of version {{version}}',
  removeAfter: 'goes after {{day}}',
  replacement: 'Use {{replacement}} instead.',
  by: 'Announced by',
  progress: {
    production: 'In production: migrated {{migrated}} of {{total}}',
    training: 'In training only: migrated {{migrated}} of {{total}}',
  },
  removable: 'It can be removed',
  notYet: 'It cannot be removed yet',
  remaining: 'Who remains',
  agreed: 'Agreed that it goes before its date',
  nobody: 'Nobody that you may see uses it any more.',
  dialog: {
    title: 'Deprecate',
    scope: 'What will go',
    wholeVersion: 'all of version {{version}}',
    removeAfter: 'Goes after',
    removeAfterHelp: 'The contract asks for {{notice}} of notice.',
    replacement: 'Use instead',
    replacementHelp: 'A version of the contract, or the name of a field.',
    reason: 'Reason',
    reasonHelp: 'Everybody who is told reads it.',
    confirm: 'Deprecate and tell them',
    failed: 'It was not deprecated',
    told: 'These teams will be told once:',
    toldNobody:
      'No consumer in production is known, so nobody is told. It is shown here all the same.',
    toldUnknown:
      'Who will be told is not known, as the consumers could not be read.',
    noOwner: 'consumers without an owner',
    past: 'Choose a day that is still to come.',
  },
} as const;
