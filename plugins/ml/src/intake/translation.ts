import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { intakeMessages } from './messages';

/**
 * The texts of the intake and of the pages of registries, in English. Give an app other words, or
 * another language, with translation resources for this ref.
 *
 * @public
 */
export const intakeTranslationRef = createTranslationRef({
  id: 'plugin.ml.intake',
  messages: {
    held: {
      title: 'A large change is held back',
      what: 'The last read found {{after}} models where there were {{before}}. Nothing was removed. Held since',
      release: 'Let it through',
      failed: 'The change could not be let through',
    },
    intake: intakeMessages,
    preview: {
      title: 'What an import from {{registry}} would do',
      what: 'what an import would do',
      model: 'Model',
      record: 'Record in the registry',
      owner: 'Owner',
      collision: '{{ref}} is claimed by several records: {{records}}.',
      folded_one: '{{count}} variant becomes part of {{ref}}.',
      folded_other: '{{count}} variants become part of {{ref}}.',
      empty: 'Nothing would change',
      emptyWhy: 'Every record belongs to a model of the catalog.',
      held: 'It would be held back: {{after}} records where there were {{before}}.',
      boundInIntake:
        'Somebody decided in the intake that {{record}} belongs to {{ref}}.',
      ignoredInIntake:
        'Somebody decided in the intake to leave {{record}} alone: {{reason}}',
      left: '{{bound}} records belong to models that teams keep themselves, {{ignored}} are left alone.',
      truncated: 'There is more than is shown here.',
      change: {
        title: 'Change',
        create: 'new',
        keep: 'as before',
        remove: 'gone',
      },
    },
    registries: {
      what: 'the registries',
      empty: 'No registry is connected',
      emptyWhy:
        'Registries are connected in the configuration, under ml.registries. Their models and versions then appear by themselves.',
      open: 'Open the registry',
      versions: 'Versions',
      models: 'Models in the catalog',
      lastSuccess: 'Last successful read',
      lastAttempt: 'Last attempt',
      lastError: 'The last attempt failed:',
      never: 'never',
      stale: 'The registry has not answered in time. What is shown is older.',
      count: {
        records: 'Records',
        versions: 'Versions',
        bound: 'Bound to models',
        imported: 'Imported models',
        prompts: 'Prompts',
        ignored: 'Left alone',
        withoutOwner: 'Without owner',
        gone: 'Gone from the registry',
      },
      syncNow: 'Sync now',
      syncVersions: 'Sync now: versions of {{registry}}',
      syncModels: 'Sync now: models of {{registry}}',
      syncAsked: 'Asked for. It will be read in a moment.',
      syncFailed: 'Could not ask for a read',
      mayNotSync: 'You may not start a read.',
      preview: 'Preview',
      previewOf: 'Preview the import from {{registry}}',
    },
  },
});
