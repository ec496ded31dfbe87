import assert from 'node:assert/strict';

/** What the documentation says is not here. */
const documented = new Map([
  ['create_webhook', 'ENDPOINT_NOT_FOUND'],
  ['delete_webhook', 'ENDPOINT_NOT_FOUND'],
  ['get_webhook', 'ENDPOINT_NOT_FOUND'],
  ['list_webhooks', 'ENDPOINT_NOT_FOUND'],
  ['test_webhook', 'ENDPOINT_NOT_FOUND'],
  ['update_webhook', 'ENDPOINT_NOT_FOUND'],
]);

/**
 * Every method of the real client that has to do with a registry works against
 * the portal, or answers the error that is documented. What the client has is
 * asked of the client, so that a method of a newer one is missed.
 *
 * @param {Pick<import('./portal.mjs').Play, 'checks' | 'scientist' | 'inRegistry'>} play
 */
export async function checkMethods({ checks, scientist, inRegistry }) {
  /** @type {Record<string, any>} */
  let answers = {};
  /** @type {string[]} */
  let known = [];

  await checks.check('registry: every method of the client', async () => {
    const {
      protected: refused,
      after,
      known: all,
      ...others
    } = await inRegistry(
      scientist.token,
      'registry_methods.py',
      'Every method',
    );
    answers = others;
    known = all;
    assert.deepEqual(others, {
      create_registered_model: 'Every method',
      update_registered_model: 'Other words',
      set_registered_model_tag: null,
      delete_registered_model_tag: null,
      create_model_version: '5',
      update_model_version: 'The first',
      set_model_version_tag: null,
      delete_model_version_tag: null,
      get_model_version: [{ size: 'small' }, 's3://models/1', 'run1'],
      get_model_version_download_uri: 's3://models/2',
      get_model_version_stages: ['None', 'Staging', 'Production', 'Archived'],
      transition_model_version_stage: 'Archived',
      get_latest_versions: [
        ['Archived', '2'],
        ['None', '5'],
      ],
      set_registered_model_alias: null,
      get_model_version_by_alias: ['3', ['candidate']],
      get_registered_model: 'Every method copy',
      search_registered_models: ['Every method'],
      search_model_versions: [['1', '2'], ['3', '4'], ['5']],
      copy_model_version: ['Every method copy', '1', 'models:/Every method/3'],
      'copied from': 's3://models/3',
      delete_registered_model_alias: null,
      delete_model_version: null,
      rename_registered_model: null,
      delete_registered_model: null,
    });
    assert.equal(after.error, 'RESOURCE_DOES_NOT_EXIST');
    for (const [code, message] of Object.values(refused)) {
      assert.equal(code, 'PERMISSION_DENIED');
      assert.match(message, /Ask for a promotion of version 1/);
    }
    assert.equal(Object.keys(refused).length, 2);
  });

  await checks.check('registry: every method for prompts', async () => {
    const prompts = await inRegistry(
      scientist.token,
      'prompt_methods.py',
      'Greeting',
    );
    answers = { ...answers, ...prompts };
    assert.deepEqual(prompts.load_prompt, ['Thank {{customer}}', 1]);
  });

  await checks.check('registry: the client has no further methods', () => {
    /** @param {string} method */
    const outcome = method => {
      if (!(method in answers)) {
        return 'not called';
      }
      return answers[method]?.error ?? 'works';
    };
    const outcomes = new Map(known.map(method => [method, outcome(method)]));
    for (const [method, what] of outcomes) {
      console.log(`  ${method.padEnd(34)} ${what}`);
    }
    const wrong = known.filter(
      method => outcomes.get(method) !== (documented.get(method) ?? 'works'),
    );
    assert.deepEqual(
      wrong.map(method => [method, answers[method]]),
      [],
    );
  });
}
