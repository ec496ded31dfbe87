/** Following fields. */
export const traceMessages = {
  'trace.trace': 'Trace this field',
  'trace.traceField': 'Trace this field: {{field}}',
  'trace.fromLineage': 'not in the schema',
  'trace.unknown': 'Which fields can be traced could not be read: {{message}}',
  'trace.title':
    'What {{field}} of {{title}} is made from, and what is made from it',
  'trace.titleAll':
    'What the fields of {{title}} are made from, and what is made from them',
  'trace.choose': 'Field of {{title}}',
  'trace.all': 'All fields',
  'trace.whole': 'whole dataset',
  'trace.loading': 'Following fields',
  'trace.failed': 'Fields could not be followed',
  'trace.stale':
    'Fields could not be read again: {{message}} What you see is older.',
  'trace.counts': '{{fields}}, {{connections}}',
  'trace.fields_one': '{{count}} field',
  'trace.fields_other': '{{count}} fields',
  'trace.truncated': 'Only the nearest {{amount}} fields are shown.',
  'trace.cut':
    'Jobs say more about the fields of these datasets than is kept, so connections are missing.',
  'trace.incomplete': 'Part of it is not visible to you and left out.',
  'trace.face': 'field of {{dataset}}',
  'trace.faceIndirect': 'only indirectly, field of {{dataset}}',
  'trace.faceWhole': 'all of {{dataset}}',
  'trace.nothing': 'Nothing is known about where {{field}} comes from or goes',
  'trace.nothingAll': 'Nothing is known about where its fields come from or go',
  'trace.nothingSeen': 'Nothing that you may see is connected to it.',
  'trace.why':
    'Fields can be followed once runs say what they are made from: the facet columnLineage of OpenLineage names, for each field of a dataset that a run writes, the fields that it was made from.',
  'trace.example': 'Example of what a run has to say',
  'trace.table': 'Connections between fields',
  'trace.columns.source': 'From',
  'trace.columns.target': 'To',
  'trace.columns.kind': 'How',
  'trace.indirect': 'only indirectly',
  'trace.kind.direct': 'passed on or computed from',
  'trace.kind.indirect': 'decides something, as a filter or a join does',
  'trace.kind.indirectBy': 'decides something: {{how}}',
  'trace.kind.bothBy':
    'passed on or computed from, and decides something: {{how}}',
  'trace.how.filter': 'filter',
  'trace.how.join': 'join',
  'trace.how.groupBy': 'grouping',
  'trace.how.sort': 'sorting',
  'trace.how.window': 'window',
  'trace.how.conditional': 'condition',
  'trace.kind.within':
    'what decides over the whole decides over each of its fields',
  'trace.kind.both': 'both of that',
  'trace.kind.restricted': 'through something not visible to you',
} as const;
