import assert from 'node:assert/strict';
import { importedModels, waitUntil } from './portal.mjs';

const MODEL = 'packing-time';

/**
 * The real client renames, stages and deletes a model whose home is the server
 * by the portal. The server does it, and the portal keeps what it knew.
 *
 * @param {Pick<import('./portal.mjs').Play, 'checks' | 'scientist' | 'outside' | 'inRegistry'>} play
 */
export async function checkServerChanges(play) {
  const { checks, scientist, inRegistry } = play;
  const versions = `/ml/models/default/${MODEL}/versions`;

  await checks.check(
    'registry: a model made at the server appears',
    async () => {
      await inRegistry(scientist.token, 'server_changes.py', 'prepare', MODEL);
      await waitUntil('its versions', async () => {
        const found = await importedModels(/** @type {any} */ (play));
        return (
          found.get(MODEL)?.spec.owner === 'group:default/payments-fraud' &&
          (await scientist.get(`${versions}?view=all`))?.counts.total === 4
        );
      });
    },
  );

  await checks.check(
    'registry: it is renamed, staged and deleted there by the portal',
    async () => {
      const {
        protected: refused,
        taken,
        ...done
      } = await inRegistry(
        scientist.token,
        'server_changes.py',
        'change',
        MODEL,
      );
      for (const [code, message] of Object.values(refused)) {
        assert.equal(code, 'PERMISSION_DENIED', message);
        assert.match(message, /Ask for a promotion of version \d/);
      }
      assert.equal(Object.keys(refused).length, 3);
      assert.equal(taken[0], 'RESOURCE_ALREADY_EXISTS', taken[1]);
      assert.deepEqual(done, {
        staged: {
          portal: ['Archived', 'Staging', 'None'],
          server: ['Archived', 'Staging', 'None'],
        },
        tags: [{ size: 'small' }, { size: 'small' }],
        'model tags': { owner: 'payments-fraud' },
        renamed: `${MODEL}-renamed`,
        numbers: ['1', '2', '4'],
        deleted: 'RESOURCE_DOES_NOT_EXIST',
        after: 'RESOURCE_DOES_NOT_EXIST',
      });
    },
  );

  await checks.check(
    'registry: its versions stay, with tombstones',
    async () => {
      const { items } = await scientist.get(`${versions}?view=all`);
      assert.equal(items.length, 4);
      for (const { tombstone } of items) {
        assert.equal(tombstone.deletedBy, 'user:default/payments-scientist');
        assert.match(tombstone.reason, /by a client of MLflow$/);
      }
      const { items: named } = await play.outside.get(
        `/catalog/entities/by-query?filter=${encodeURIComponent(`kind=model,metadata.name=${MODEL}-renamed`)}`,
      );
      assert.deepEqual(named, []);
    },
  );
}
