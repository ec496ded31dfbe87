import {
  createTranslationRef,
  TranslationFunction,
} from '@backstage/core-plugin-api/alpha';
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
import { cardMessages, pageMessages, pickerMessages } from './page/messages';
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
 * Every text of the plugin. Give an app other words, or another language, with
 * translation resources for this ref.
 *
 * @public
 */
export const lineageTranslationRef = createTranslationRef({
  id: 'plugin.lineage',
  messages: {
    title: 'Lineage',
    asOf: asOfMessages,
    card: cardMessages,
    deadLetters: deadLettersMessages,
    detail: detailMessages,
    dialog: { close: 'Close' },
    distance: distanceMessages,
    draft: draftMessages,
    drawer: drawerMessages,
    edge: edgeMessages,
    environment: environmentMessages,
    explorer: explorerMessages,
    facets: facetsMessages,
    facts: factsMessages,
    fields: fieldsMessages,
    findings: findingsMessages,
    graph: graphMessages,
    impact: impactMessages,
    kinds: kindsMessages,
    map: mapMessages,
    notes: notesMessages,
    nothing: nothingMessages,
    notify: notifyMessages,
    origin: originMessages,
    owner: { none: 'No owner' },
    page: pageMessages,
    path: pathMessages,
    picker: pickerMessages,
    picture: pictureMessages,
    problem: {
      retry: 'Try again',
      next: {
        invalid: 'Correct what was asked for and try again.',
        signedOut: 'Sign in again.',
        forbidden: 'Ask the owner, or who runs this portal, for access.',
        notFound: 'It may have been removed or renamed.',
        unavailable: 'Wait a moment and try again.',
        unknown: 'Try again; if it stays, tell who runs this portal.',
      },
    },
    rail: railMessages,
    received: receivedMessages,
    runs: runsMessages,
    search: searchMessages,
    since: {
      now: 'just now',
      minutes: '{{amount}} min ago',
      hours: '{{amount}} h ago',
      days: '{{amount}} d ago',
      years: '{{amount}} y ago',
    },
    table: tableMessages,
    trace: traceMessages,
    tree: treeMessages,
    unmapped: unmappedMessages,
    used: usedMessages,
  },
});

/** Gives the text of a key of {@link lineageTranslationRef}. */
export type Translate = TranslationFunction<typeof lineageTranslationRef.T>;
