/** Looking at another time than now. */
export const asOfMessages = {
  label: 'As of ({{zone}})',
  now: 'Now',
  shown:
    'You see connections as they were on {{time}}. Names and owners are those of today, and what the catalog declares is not shown, as it has no history.',
  fieldsAreNow:
    'Fields have no history: they are shown as they are now, not as of the time chosen for the graph.',
  unreadable: 'This is no time that can be read. You see what is there now.',
  future: 'This time is still to come. You see what is there now.',
  refused: {
    unreadable: 'Choose a date and a time.',
    future: 'Choose a time that has passed.',
  },
  nothing: 'Nothing was connected to it on {{time}}',
  nothingWhy:
    'No run that is still kept had connected it by then. Runs are kept for a limited time, and what the catalog declares has no history.',
  nothingSeen: 'Nothing that you may see was connected to it by then.',
  showNow: 'Show what is there now',
} as const;
