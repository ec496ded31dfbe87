import { consumersMessages } from '../consumers/messages';
import { dataVersionsMessages } from '../dataVersions/messages';
import { datasetMessages } from '../dataset/messages';
import { featureMessages } from '../feature/messages';
import { featureViewMessages } from '../featureView/messages';
import { physicalMessages } from '../physical/messages';

/**
 * The English texts of {@link dataTranslationRef} by key: what an app can word
 * otherwise or translate.
 *
 * @public
 */
export const dataMessages = {
  ...consumersMessages,
  ...dataVersionsMessages,
  ...datasetMessages,
  'deprecation.tag': 'deprecated',
  'deprecation.when': 'Deprecated',
  'deprecation.use': 'Use instead:',
  ...featureMessages,
  ...featureViewMessages,
  'fields.title_one': 'Fields ({{count}})',
  'fields.title_other': 'Fields ({{count}})',
  'fields.label': 'Fields',
  'fields.all_one': 'Search the field',
  'fields.all_other': 'Search all {{count}} fields',
  'fields.range': '{{from}} to {{to}} of {{total}} fields',
  'fields.none': 'No fields',
  'fields.atLimit':
    'An entity holds at most {{limit}} fields. More may stand in the contract.',
  'fields.column.name': 'Field',
  'fields.column.type': 'Type and unit',
  'fields.column.description': 'Description',
  'fields.column.classification': 'Classification',
  'fields.column.personalData': 'Personal data',
  'fields.column.sensitivity': 'How sensitive',
  'fields.column.usedBy': 'Used by models',
  'fields.filter.title': 'Filters',
  'fields.filter.text': 'Name, text or tag',
  'fields.filter.classification': 'Classification',
  'fields.filter.mark': 'Show only',
  'fields.filter.clear': 'Clear filters',
  'fields.mark.personal': 'with personal data',
  'fields.mark.notLookedAt': 'not looked at for personal data',
  'fields.mark.deprecated': 'deprecated',
  'fields.mark.unused': 'read by no model',
  'fields.ownedBy': 'Owned by',
  'fields.users_one': '{{count}} model',
  'fields.users_other': '{{count}} models',
  'fields.usersAtLeast_one': 'at least {{count}} model',
  'fields.usersAtLeast_other': 'at least {{count}} models',
  'fields.noUsers': 'none',
  'fields.noUsersKnown': 'none known',
  'fields.usersUnknown': 'not known',
  'fields.usersReading': 'reading',
  'fields.empty.title': 'No fields are stated',
  'fields.empty.why':
    'Columns with type, unit and what is personal about them would be here. Add spec.fields to the catalog file.',
  'fields.empty.filtered': 'No field fits these filters',
  'fields.empty.filteredWhy':
    'Fields that fit all of the filters would be here.',
  'personalData.none': 'none',
  'personalData.unknown': 'not stated',
  'personalData.noneAtAll': 'no personal data',
  'personalData.unknownAtAll': 'personal data not stated',
  'personalData.flag.direct': 'direct',
  'personalData.flag.indirect': 'indirect',
  'personalData.flag.special-category': 'special category',
  'personalData.flag.children': 'children',
  'personalData.flag.location': 'location',
  'personalData.meaning.direct': 'Identifies a person by itself',
  'personalData.meaning.indirect':
    'Identifies a person together with other data',
  'personalData.meaning.special-category':
    'What law protects most, such as health',
  'personalData.meaning.children': 'About children',
  'personalData.meaning.location': 'Where a person is or was',
  ...physicalMessages,
} as const;
