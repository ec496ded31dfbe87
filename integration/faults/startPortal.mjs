import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startReplica } from './startReplica.mjs';

/**
 * A portal of one or more replicas that share their data.
 *
 * @typedef {object} Portal
 * @property {string} directory what the replicas keep on disk: logs, the sample registry
 * @property {import('./startReplica.mjs').Replica[]} replicas that run
 * @property {() => Promise<import('./startReplica.mjs').Replica>} add one more replica
 * @property {(replica: import('./startReplica.mjs').Replica) => Promise<void>} kill
 * @property {(replica: import('./startReplica.mjs').Replica) => Promise<void>} retire one, as an orderly stop does
 * @property {() => Promise<void>} stop all, and delete what they kept
 */

/**
 * @param {object} options
 * @param {string} options.name
 * @param {number} options.replicas how many
 * @param {string[]} [options.config]
 * @param {Record<string, string>} [options.env]
 * @returns {Promise<Portal>}
 */
export async function startPortal({ name, replicas: count, config, env }) {
  const directory = mkdtempSync(path.join(tmpdir(), `understudy-faults-`));
  mkdirSync(path.join(directory, 'sample-registry'));
  const token = randomBytes(32).toString('hex');
  /** @type {import('./startReplica.mjs').Replica[]} */
  const replicas = [];
  let started = 0;
  const add = async () => {
    started += 1;
    const replica = await startReplica({
      name: `${name}-${started}`,
      directory,
      token,
      config,
      env,
    });
    replicas.push(replica);
    return replica;
  };
  const stop = async () => {
    await Promise.all(replicas.map(replica => replica.stop()));
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    // One after the other: the first one makes the tables.
    for (let index = 0; index < count; index += 1) {
      await add();
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    directory,
    replicas,
    add,
    kill: async replica => {
      replicas.splice(replicas.indexOf(replica), 1);
      await replica.kill();
    },
    retire: async replica => {
      replicas.splice(replicas.indexOf(replica), 1);
      await replica.stop();
    },
    stop,
  };
}
