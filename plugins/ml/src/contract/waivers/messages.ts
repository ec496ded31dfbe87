/** Texts about consents of owners to findings, for a time. */
export const contractWaiverMessages = {
  what: 'the waivers',
  intro:
    'A waiver lets a change through that would break somebody: the owner of what is hit accepts it for a time. What is waived stays in sight, and counts again when its time is over.',
  mark: 'waived',
  waived: 'waived until {{until}}',
  by: 'by',
  forYou: 'Waiting for you',
  forYouEmpty: 'Nothing waits for you.',
  forOthers: 'Waiting for others',
  inForce: 'In force',
  inForceEmpty: 'No waiver is in force.',
  ended: 'Ended',
  endedEmpty: 'None has ended.',
  none: 'Nobody has asked for a waiver',
  noneWhy:
    'Waivers would be here: what is waived, for whom, until when and why. Ask for one at what breaks, under Try a change or in the history.',
  more: 'Show more',
  moreFailed: 'The others could not be read',
  whole: 'the contract',
  versions: 'between versions',
  noDecider: 'nobody, as it has no owner',
  state: {
    waiting: 'waiting',
    'in-force': 'in force',
    refused: 'refused',
    revoked: 'taken back',
    ended: 'over',
  },
  column: {
    what: 'What',
    whom: 'For whom',
    until: 'Until',
    asked: 'Asked by, and why',
    decided: 'Decided',
    action: 'Actions',
  },
  table: {
    decider: 'decides:',
    open: 'not yet',
    verdict: { granted: 'granted by', refused: 'refused by' },
    revoked: 'taken back by',
  },
  choose: {
    grant: 'Grant',
    refuse: 'Refuse',
    revoke: 'Take back',
  },
  chooseNamed: {
    grant: 'Grant the waiver of {{what}}',
    refuse: 'Refuse the waiver of {{what}}',
    revoke: 'Take back the waiver of {{what}}',
  },
  effect: {
    grant:
      'You accept that {{what}} breaks {{whom}} until {{until}}. It is shown as waived, and blocks nobody. You can take it back at any time.',
    refuse:
      'The finding stays as it is. Whoever asked is told why, and may ask again.',
    revoke: 'From then on {{what}} counts again, also at gates of promotions.',
  },
  failed: 'It was not done',
  reason: 'Reason',
  reasonOptional: 'Reason (may be left empty)',
  ask: {
    action: 'Ask for a waiver',
    named: 'Ask for a waiver: {{what}}',
    title: 'Ask for a waiver',
    effect:
      'The owners of what is hit decide. Until they have granted it, nothing changes.',
    early:
      'The owner of each consumer that uses the field has to grant it before it may go early.',
    tooMany:
      'More than {{amount}} findings cannot be asked for at once. The first {{amount}} are asked for.',
    findings: 'To be waived',
    until: 'Until',
    untilHelp:
      'At most {{days}} days from now. The day counts to its end, in UTC.',
    past: 'Choose today or a later day.',
    far: 'Choose {{latest}} or a day before it.',
    reasonHelp: 'Whoever decides reads it: why now, and when it will be right.',
    confirm: 'Ask',
    failed: 'It was not asked for',
    done_one: '{{count}} waiver is asked for. The owner has been told.',
    done_other: '{{count}} waivers are asked for. The owners have been told.',
    doneHidden:
      'It is asked for. Who decides are owners of consumers that you may not see.',
    deciders: 'These decide',
  },
} as const;
