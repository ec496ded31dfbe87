import { asOfMessages } from './asOf/messages';
import { deadLettersMessages } from './deadLetters/messages';
import {
  detailMessages,
  drawerMessages,
  facetsMessages,
  factsMessages,
  fieldsMessages,
  runsMessages,
} from './drawer/messages';
import { traceMessages } from './fields/messages';
import { findingsMessages } from './findings/messages';
import {
  environmentMessages,
  explorerMessages,
  notesMessages,
  nothingMessages,
  receivedMessages,
} from './explorer/messages';
import { pictureMessages } from './graph/export/messages';
import { edgeMessages, graphMessages, originMessages } from './graph/messages';
import { impactMessages, notifyMessages } from './impact/messages';
import { kindsMessages } from './names/messages';
import { mapMessages } from './overview/messages';
import {
  cardMessages,
  featureMessages,
  pageMessages,
  pickerMessages,
} from './page/messages';
import { pathMessages } from './paths/messages';
import { railMessages, searchMessages } from './rail/messages';
import {
  distanceMessages,
  tableMessages,
  treeMessages,
} from './table/messages';
import { draftMessages, unmappedMessages } from './unmapped/messages';
import { usedMessages } from './versions/messages';

/**
 * The English texts of {@link lineageTranslationRef} by key: what an app can word
 * otherwise or translate.
 *
 * @public
 */
export const lineageMessages = {
  title: 'Lineage',
  ...asOfMessages,
  ...cardMessages,
  ...deadLettersMessages,
  ...detailMessages,
  'dialog.close': 'Close',
  ...distanceMessages,
  ...draftMessages,
  ...drawerMessages,
  ...edgeMessages,
  ...environmentMessages,
  ...explorerMessages,
  ...facetsMessages,
  ...featureMessages,
  ...factsMessages,
  ...fieldsMessages,
  ...findingsMessages,
  ...graphMessages,
  ...impactMessages,
  ...kindsMessages,
  ...mapMessages,
  ...notesMessages,
  ...nothingMessages,
  ...notifyMessages,
  ...originMessages,
  'owner.none': 'No owner',
  ...pageMessages,
  ...pathMessages,
  ...pickerMessages,
  ...pictureMessages,
  'problem.retry': 'Try again',
  'problem.next.invalid': 'Correct what was asked for and try again.',
  'problem.next.signedOut': 'Sign in again.',
  'problem.next.forbidden':
    'Ask the owner, or who runs this portal, for access.',
  'problem.next.notFound': 'It may have been removed or renamed.',
  'problem.next.unavailable': 'Wait a moment and try again.',
  'problem.next.unknown': 'Try again; if it stays, tell who runs this portal.',
  ...railMessages,
  ...receivedMessages,
  ...runsMessages,
  ...searchMessages,
  'since.now': 'just now',
  'since.minutes': '{{amount}} min ago',
  'since.hours': '{{amount}} h ago',
  'since.days': '{{amount}} d ago',
  'since.years': '{{amount}} y ago',
  ...tableMessages,
  ...traceMessages,
  ...treeMessages,
  ...unmappedMessages,
  ...usedMessages,
} as const;
