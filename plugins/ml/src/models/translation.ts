import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { driftMessages } from '../drift/messages';
import { searchMessages } from '../search/messages';
import { tokensMessages } from '../tokens/messages';

/**
 * The texts of lists of models, searches, deployments and tokens, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const registryTranslationRef = createTranslationRef({
  id: 'plugin.ml.registry',
  messages: {
    deployment: {
      title: 'What is assigned where',
      what: 'what is assigned where',
      promote: 'Promote a version',
      rollBack: 'Roll back',
      rollBackAt: 'Roll back {{where}}',
      history: 'History',
      assigned: 'assigned',
      since: 'for',
      traffic: '{{percent}} % of traffic',
      next: 'Next: {{where}}',
      empty: 'No version is assigned anywhere',
      emptyWhy:
        'What a promotion assigns to a stage and a target stands here. Promote a version to begin.',
      more: 'More',
      moreWhy: 'There are more targets than fit here.',
      noPolicy: 'Nothing can be promoted here.',
      mayNeither: 'You can neither promote nor roll back here.',
      mayNotPromote: 'You cannot promote here.',
      mayNotRollBack: 'You cannot roll back here.',
    },
    drift: driftMessages,
    history: {
      what: 'the history',
      at: 'What was where at',
      atHelp: 'In your own time zone',
      atClear: 'Show all of it',
      label: 'What was assigned where',
      labelAt: 'What was assigned where at that time',
      emptyAt: 'Nothing was assigned then',
      emptyAtWhy: 'No version of this model was in force at that time.',
      where: 'Where',
      version: 'Version',
      since: 'From',
      until: 'Until',
      inForce: 'in force',
      by: 'By',
      promotion: 'Promotion',
      empty: 'No history',
      emptyWhy: 'No version of this model has ever been assigned.',
      earlier: 'Show earlier assignments',
    },
    models: {
      what: 'the models',
      total_one: '{{count}} model',
      total_other: '{{count}} models',
      more_one: '{{count}} more',
      more_other: '{{count}} more',
      waitingFailed: 'Could not read what waits for approval',
      scope: { mine: 'owned by me or my teams', all: 'all models' },
      filter: {
        label: 'Filters',
        what: 'the filters',
        text: 'Search',
        scope: 'Show',
        owner: 'Owned by',
        type: 'Type',
        tier: 'Risk tier',
        lifecycle: 'Lifecycle',
        stage: 'Assigned in',
        clear: 'Clear filters',
      },
      table: {
        label: 'Models',
        model: 'Model',
        waiting: 'Waits for approval',
        decide: '{{version}} for {{stage}}',
        champions: 'What runs where',
        owner: 'Owner',
        type: 'Type and lifecycle',
        tier: 'Risk tier',
        versions: 'Versions',
      },
      empty: {
        filtered: 'No model fits these filters',
        filteredWhy: 'Models that fit all of the filters would be here.',
        mine: 'You and your teams own no models',
        mineWhy:
          'Models whose owner you are, or a group of yours, would be here.',
        showAll: 'Show all models',
        none: 'There are no models yet',
        noneWhy:
          'Models come from registries that are connected, and from catalog files of kind Model.',
        registries: 'See which registries are connected',
      },
    },
    search: searchMessages,
    tokens: tokensMessages,
  },
});
