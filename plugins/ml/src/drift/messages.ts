/** Texts of aliases that were moved behind our back, and of all their moves. */
export const driftMessages = {
  'drift.what': 'whether aliases point where was decided',
  'drift.title': 'The registry says otherwise: {{where}}',
  'drift.sentence':
    '{{server}} has the alias {{alias}} at {{found}}; decided is {{decided}}. Seen',
  'drift.nothing': 'nothing',
  'drift.reported': '{{by}} reported it: {{reason}}',
  'drift.underWay': 'It is being put back to {{decided}}.',
  'drift.promotion': 'See the promotion of {{found}}',
  'drift.choice.report': 'Leave it',
  'drift.choice.adopt': 'Adopt {{version}}',
  'drift.choice.revert': 'Put back to {{version}}',
  'drift.choiceAt': '{{choice}}: {{where}}',
  'drift.refused.reported': 'It is reported already.',
  'drift.refused.nothingFound':
    'The alias was taken off, so there is nothing to promote.',
  'drift.refused.nothingDecided':
    'Nothing was decided, so there is nothing to go back to.',
  'drift.refused.report':
    'You may not decide about the versions of this model.',
  'drift.refused.adopt': 'You may not ask for promotions of this model.',
  'drift.refused.revert': 'You may not roll this model back.',
  'drift.dialog.title': 'The alias {{alias}} at {{where}}',
  'drift.dialog.effects': 'What will happen',
  'drift.dialog.report.first':
    'The alias {{alias}} in {{server}} stays at {{found}}.',
  'drift.dialog.report.then':
    'Decided stays {{decided}}. Everybody who sees the model sees that this is known, and your reason.',
  'drift.dialog.report.confirm': 'Leave it at {{found}}',
  'drift.dialog.adopt.first':
    'A promotion of {{found}} to {{where}} is asked for.',
  'drift.dialog.adopt.then':
    'All checks and approvals apply. Until it succeeds, decided stays {{decided}}.',
  'drift.dialog.adopt.confirm': 'Ask to promote {{found}}',
  'drift.dialog.revert.first':
    'The alias {{alias}} in {{server}} goes back to {{decided}}.',
  'drift.dialog.revert.then':
    'Whoever loads the alias gets {{decided}} again, not {{found}}. It starts at once.',
  'drift.dialog.revert.confirm': 'Put it back to {{decided}}',
  'drift.dialog.reason': 'Reason',
  'drift.dialog.reasonHelp': 'Everybody who can see the model can read it.',
  'drift.dialog.failed': 'That was not accepted',
  'drift.history.title': 'Alias history',
  'drift.history.what': 'the history of aliases',
  'drift.history.alias': 'Alias',
  'drift.history.change': 'Change',
  'drift.history.set': 'set to',
  'drift.history.from': 'from',
  'drift.history.to': 'to',
  'drift.history.off': 'taken off',
  'drift.history.where': 'Registry',
  'drift.history.at': 'When',
  'drift.history.how': 'How',
  'drift.history.by': 'By',
  'drift.history.unknown': 'unknown',
  'drift.history.empty': 'No alias was ever set',
  'drift.history.emptyWhy':
    'Each time an alias is set, moved or taken off stands here.',
  'drift.history.filtered': 'No such alias was ever set',
  'drift.history.earlier': 'Show earlier changes',
  'drift.history.via.promotion': 'by a promotion',
  'drift.history.via.client': 'through the registry of the portal',
  'drift.history.via.outside': 'outside of the portal',
} as const;
