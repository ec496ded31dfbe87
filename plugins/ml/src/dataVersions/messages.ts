/** Texts on the pages of versions of feature views and datasets. */
export const dataVersionsMessages = {
  'dataVersions.tab.title': 'Versions',
  'dataVersions.tab.what': 'the versions',
  'dataVersions.tab.counts_one': '{{count}} version',
  'dataVersions.tab.counts_other': '{{count}} versions',
  'dataVersions.tab.found': '{{matching}} of {{total}} versions',
  'dataVersions.tab.search': 'Label starts with',
  'dataVersions.tab.column.version': 'Version',
  'dataVersions.tab.column.description': 'What is in it',
  'dataVersions.tab.column.contract': 'Contract',
  'dataVersions.tab.column.readers': 'Pinned by',
  'dataVersions.tab.column.created': 'Created',
  'dataVersions.tab.column.by': 'By',
  'dataVersions.tab.column.digest': 'Digest',
  'dataVersions.tab.column.source': 'Comes from',
  'dataVersions.tab.noReader': 'no model',
  'dataVersions.tab.unknown': 'not known',
  'dataVersions.tab.noContract': 'none',
  'dataVersions.tab.atLeast': 'at least {{readers}}',
  'dataVersions.tab.readers_one': '{{count}} model',
  'dataVersions.tab.readers_other': '{{count}} models',
  'dataVersions.tab.filtered': 'No version has such a label',
  'dataVersions.tab.filteredWhy':
    'Versions whose label starts so would be here.',
  'dataVersions.tab.clear': 'Show all versions',
  'dataVersions.tab.none': 'There are no versions yet',
  'dataVersions.tab.noneViewWhy':
    'Each definition that the catalog declares becomes a version within a minute, once spec.fields has fields. Builds may send them too:',
  'dataVersions.tab.noneDatasetWhy':
    'A version is a snapshot of the data. The job that writes the data sends it:',
  'dataVersions.tab.notStored_one':
    'The catalog names one more version, of which no definition was read:',
  'dataVersions.tab.notStored_other':
    'The catalog names {{count}} more versions, of which no definition was read:',
  'dataVersions.page.missing': '{{version}} is not on record',
  'dataVersions.page.missingWhy':
    'No version of that label was ever sent or read. Definitions that were replaced before the portal saw them are not known here.',
  'dataVersions.page.missingAction': 'See the versions that are on record',
  'dataVersions.page.definition': 'Definition',
  'dataVersions.page.schema': 'Schema',
  'dataVersions.page.noDefinition':
    'No definition was stored with this version.',
  'dataVersions.page.schemaOf':
    'From contract v{{version}}. A version of a dataset keeps no schema of its own.',
  'dataVersions.page.noSchema': 'The schema is not known',
  'dataVersions.page.noSchemaWhy':
    'It follows from the contract of the dataset. There is none yet.',
  'dataVersions.page.writeContract': 'Write a contract',
  'dataVersions.page.entities': 'Looked up by',
  'dataVersions.page.sources': 'Computed from',
  'dataVersions.page.noSources': 'Not stated',
  'dataVersions.page.fields_one': '{{count}} field',
  'dataVersions.page.fields_other': '{{count}} fields',
  'dataVersions.page.field': 'Field',
  'dataVersions.page.type': 'Type',
  'dataVersions.page.unit': 'Unit',
  'dataVersions.page.presence': 'Presence',
  'dataVersions.page.ttl': 'Served for',
  'dataVersions.page.ttlText': '{{duration}} after it was computed',
  'dataVersions.page.transformation': 'Code that computes it',
  'dataVersions.page.rows': 'Rows',
  'dataVersions.page.bytes': 'Size',
  'dataVersions.page.asOf': 'Holds what happened up to',
  'dataVersions.page.place': 'Where the data are',
  'dataVersions.page.source': 'Comes from',
  'dataVersions.digest.artifact': 'Hash of the data themselves',
  'dataVersions.digest.reported': 'Hash as whoever sent it worked it out',
  'dataVersions.digest.record': 'Hash of the definition',
  'dataVersions.contract.title': 'Contract in force',
  'dataVersions.contract.what': 'the contract',
  'dataVersions.contract.own': 'It is the contract of this version.',
  'dataVersions.contract.current':
    'This version names no contract of its own, so the one that holds now is in force for it.',
  'dataVersions.contract.none': 'No contract is in force',
  'dataVersions.contract.noneWhy':
    'Without one nobody can tell what a change breaks. The Contract tab has the editor.',
  'dataVersions.contract.open': 'Contract v{{version}}',
  'dataVersions.contract.consumers_one': '{{count}} consumer takes it',
  'dataVersions.contract.consumers_other': '{{count}} consumers take it',
  'dataVersions.contract.noConsumers': 'No consumer takes it',
  'dataVersions.contract.removed': 'goes away after {{day}}',
  'dataVersions.contract.tab': 'Go to the Contract tab',
  'dataVersions.readers.title': 'Models that read this version',
  'dataVersions.readers.none': 'No model pins this version',
  'dataVersions.readers.noneWhyView':
    'A model that lists this version in spec.consumes would be here.',
  'dataVersions.readers.noneWhyDataset':
    'A model that names this version in spec.trainedOn or spec.evaluatedOn would be here.',
  'dataVersions.readers.unpinned_one':
    '{{count}} use pins no version and gets what is served.',
  'dataVersions.readers.unpinned_other':
    '{{count}} uses pin no version and get what is served.',
  'dataVersions.readers.elsewhere_one': '{{count}} use pins another version.',
  'dataVersions.readers.elsewhere_other': '{{count}} uses pin other versions.',
  'dataVersions.lineage.title': 'Lineage',
  'dataVersions.lineage.open': 'Open the graph',
  'dataVersions.lineage.used': 'What used this version',
  'dataVersions.lineage.usedWhy':
    'Runs that said which version they read. Ask here before you take data back.',
  'dataVersions.compare.title': 'What changed',
  'dataVersions.compare.what': 'the other version',
  'dataVersions.compare.versionsWhat': 'the versions to compare with',
  'dataVersions.compare.with': 'Compared with',
  'dataVersions.compare.only':
    'This is the only version, so there is nothing to compare it with.',
  'dataVersions.compare.same':
    '{{before}} and {{after}} have the same definition.',
  'dataVersions.compare.sameData':
    '{{before}} and {{after}} have the same data.',
  'dataVersions.compare.count_one':
    '{{count}} difference from {{before}} to {{after}}',
  'dataVersions.compare.count_other':
    '{{count}} differences from {{before}} to {{after}}',
  'dataVersions.compare.label': 'Differences',
  'dataVersions.compare.column.kind': 'Change',
  'dataVersions.compare.column.part': 'Part',
  'dataVersions.compare.column.name': 'Name',
  'dataVersions.compare.column.before': 'In {{version}}',
  'dataVersions.compare.column.after': 'In {{version}}',
  'dataVersions.compare.kind.added': 'added',
  'dataVersions.compare.kind.removed': 'removed',
  'dataVersions.compare.kind.changed': 'changed',
  'dataVersions.compare.part.field': 'field',
  'dataVersions.compare.part.entity': 'lookup key',
  'dataVersions.compare.part.source': 'source',
  'dataVersions.compare.part.ttl': 'how long it is served',
  'dataVersions.compare.part.transformation': 'code',
  'dataVersions.compare.noDefinition':
    'One of the two has no definition to compare.',
  'dataVersions.compare.contracts': 'Contract v{{from}} to v{{to}}',
  'dataVersions.compare.contractSame':
    'Contract v{{version}} is in force for both.',
  'dataVersions.compare.contractUnknown':
    'A contract is in force for at most one of the two.',
  'dataVersions.compare.contractWhat': 'the differences between the contracts',
} as const;
