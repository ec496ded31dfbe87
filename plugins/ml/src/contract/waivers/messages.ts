/** Texts about consents of owners to findings, for a time. */
export const contractWaiverMessages = {
  'contract.waivers.what': 'the waivers',
  'contract.waivers.intro':
    'A waiver lets a change through that would break somebody: the owner of what is hit accepts it for a time. What is waived stays in sight, and counts again when its time is over.',
  'contract.waivers.mark': 'waived',
  'contract.waivers.waived': 'waived until {{until}}',
  'contract.waivers.by': 'by',
  'contract.waivers.forYou': 'Waiting for you',
  'contract.waivers.forYouEmpty': 'Nothing waits for you.',
  'contract.waivers.forOthers': 'Waiting for others',
  'contract.waivers.inForce': 'In force',
  'contract.waivers.inForceEmpty': 'No waiver is in force.',
  'contract.waivers.ended': 'Ended',
  'contract.waivers.endedEmpty': 'None has ended.',
  'contract.waivers.none': 'Nobody has asked for a waiver',
  'contract.waivers.noneWhy':
    'Waivers would be here: what is waived, for whom, until when and why. Ask for one at what breaks, under Try a change or in the history.',
  'contract.waivers.more': 'Show more',
  'contract.waivers.moreFailed': 'The others could not be read',
  'contract.waivers.whole': 'the contract',
  'contract.waivers.versions': 'between versions',
  'contract.waivers.noDecider': 'nobody, as it has no owner',
  'contract.waivers.state.waiting': 'waiting',
  'contract.waivers.state.in-force': 'in force',
  'contract.waivers.state.refused': 'refused',
  'contract.waivers.state.revoked': 'taken back',
  'contract.waivers.state.ended': 'over',
  'contract.waivers.column.what': 'What',
  'contract.waivers.column.whom': 'For whom',
  'contract.waivers.column.until': 'Until',
  'contract.waivers.column.asked': 'Asked by, and why',
  'contract.waivers.column.decided': 'Decided',
  'contract.waivers.column.action': 'Actions',
  'contract.waivers.table.decider': 'decides:',
  'contract.waivers.table.open': 'not yet',
  'contract.waivers.table.verdict.granted': 'granted by',
  'contract.waivers.table.verdict.refused': 'refused by',
  'contract.waivers.table.revoked': 'taken back by',
  'contract.waivers.choose.grant': 'Grant',
  'contract.waivers.choose.refuse': 'Refuse',
  'contract.waivers.choose.revoke': 'Take back',
  'contract.waivers.chooseNamed.grant': 'Grant the waiver of {{what}}',
  'contract.waivers.chooseNamed.refuse': 'Refuse the waiver of {{what}}',
  'contract.waivers.chooseNamed.revoke': 'Take back the waiver of {{what}}',
  'contract.waivers.effect.grant':
    'You accept that {{what}} breaks {{whom}} until {{until}}. It is shown as waived, and blocks nobody. You can take it back at any time.',
  'contract.waivers.effect.refuse':
    'The finding stays as it is. Whoever asked is told why, and may ask again.',
  'contract.waivers.effect.revoke':
    'From then on {{what}} counts again, also at gates of promotions.',
  'contract.waivers.failed': 'It was not done',
  'contract.waivers.reason': 'Reason',
  'contract.waivers.reasonOptional': 'Reason (may be left empty)',
  'contract.waivers.ask.action': 'Ask for a waiver',
  'contract.waivers.ask.named': 'Ask for a waiver: {{what}}',
  'contract.waivers.ask.title': 'Ask for a waiver',
  'contract.waivers.ask.effect':
    'The owners of what is hit decide. Until they have granted it, nothing changes.',
  'contract.waivers.ask.early':
    'The owner of each consumer that uses the field has to grant it before it may go early.',
  'contract.waivers.ask.tooMany':
    'More than {{amount}} findings cannot be asked for at once. The first {{amount}} are asked for.',
  'contract.waivers.ask.findings': 'To be waived',
  'contract.waivers.ask.until': 'Until',
  'contract.waivers.ask.untilHelp':
    'At most {{days}} days from now. The day counts to its end, in UTC.',
  'contract.waivers.ask.past': 'Choose today or a later day.',
  'contract.waivers.ask.far': 'Choose {{latest}} or a day before it.',
  'contract.waivers.ask.reasonHelp':
    'Whoever decides reads it: why now, and when it will be right.',
  'contract.waivers.ask.confirm': 'Ask',
  'contract.waivers.ask.failed': 'It was not asked for',
  'contract.waivers.ask.done_one':
    '{{count}} waiver is asked for. The owner has been told.',
  'contract.waivers.ask.done_other':
    '{{count}} waivers are asked for. The owners have been told.',
  'contract.waivers.ask.doneHidden':
    'It is asked for. Who decides are owners of consumers that you may not see.',
  'contract.waivers.ask.deciders': 'These decide',
} as const;
