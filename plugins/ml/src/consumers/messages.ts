/** Texts about models that read features and datasets. */
export const consumersMessages = {
  'consumers.what': 'the models that use it',
  'consumers.label': 'Models that read it',
  'consumers.title_one': 'Models that read it ({{count}})',
  'consumers.title_other': 'Models that read it ({{count}})',
  'consumers.column.model': 'Model',
  'consumers.column.reads': 'Reads',
  'consumers.column.path': 'How',
  'consumers.column.owner': 'Owner',
  'consumers.column.tier': 'Risk tier',
  'consumers.column.purpose': 'Used for',
  'consumers.column.version': 'Version',
  'consumers.anyVersion': 'no version pinned',
  'consumers.beyond':
    'Shown are {{shown}} of {{total}} models. The others were not read.',
  'consumers.allModels': 'All models in the catalog',
  'consumers.withheld_one':
    '{{count}} more that is gone or that you may not see.',
  'consumers.withheld_other':
    '{{count}} more that are gone or that you may not see.',
  'consumers.doubt.versionUnknown':
    'Version {{name}} is not among those of the view',
  'consumers.doubt.versionDraft':
    'Version {{name}} is a draft and not served yet',
  'consumers.doubt.versionDeprecated': 'Version {{name}} is deprecated',
  'consumers.doubt.versionRetired': 'Version {{name}} is no longer served',
  'consumers.doubt.fieldUnknown':
    '{{name}} is not among the fields of the view',
  'consumers.doubt.fieldDeprecated': '{{name}} is deprecated',
  'consumers.doubt.until': 'switched off',
} as const;
