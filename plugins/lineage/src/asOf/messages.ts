/** Looking at another time than now. */
export const asOfMessages = {
  'asOf.label': 'As of ({{zone}})',
  'asOf.now': 'Now',
  'asOf.shown':
    'You see connections as they were on {{time}}. Names and owners are those of today, and what the catalog declares is not shown, as it has no history.',
  'asOf.fieldsAreNow':
    'Fields have no history: they are shown as they are now, not as of the time chosen for the graph.',
  'asOf.unreadable':
    'This is no time that can be read. You see what is there now.',
  'asOf.future': 'This time is still to come. You see what is there now.',
  'asOf.refused.unreadable': 'Choose a date and a time.',
  'asOf.refused.future': 'Choose a time that has passed.',
  'asOf.nothing': 'Nothing was connected to it on {{time}}',
  'asOf.nothingWhy':
    'No run or declaration that is still kept had connected it by then. They are kept for a limited time, and what the catalog declares has no history.',
  'asOf.nothingSeen': 'Nothing that you may see was connected to it by then.',
  'asOf.showNow': 'Show what is there now',
} as const;
