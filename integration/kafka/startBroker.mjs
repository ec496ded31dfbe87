import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { freePort } from '../../scripts/portal/freePort.mjs';
import { startProcess } from '../lib/startProcess.mjs';

/**
 * A broker with a client that talks to it.
 *
 * @typedef {object} Broker
 * @property {string} address
 * @property {Kafka} client
 * @property {() => Promise<void>} stop also deletes what it kept
 */

/**
 * Starts a Kafka of one broker that keeps its data in a folder of its own.
 *
 * @param {{ classPath: string }} kafka
 * @returns {Promise<Broker>}
 */
export async function startBroker({ classPath }) {
  const directory = mkdtempSync(path.join(tmpdir(), 'understudy-kafka-'));
  const [port, controllerPort] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${port}`;
  const settings = path.join(directory, 'server.properties');
  writeFileSync(
    settings,
    Object.entries({
      'process.roles': 'broker,controller',
      'node.id': '1',
      'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
      'controller.listener.names': 'CONTROLLER',
      listeners: `PLAINTEXT://${address},CONTROLLER://127.0.0.1:${controllerPort}`,
      'listener.security.protocol.map':
        'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
      'log.dirs': path.join(directory, 'data'),
      'offsets.topic.replication.factor': '1',
      'transaction.state.log.replication.factor': '1',
      'transaction.state.log.min.isr': '1',
      'group.initial.rebalance.delay.ms': '0',
    })
      .map(setting => setting.join('='))
      .join('\n'),
  );
  const java = (/** @type {string[]} */ ...args) => [
    '-Xmx384m',
    '-cp',
    classPath,
    ...args,
  ];
  const logFile = path.join(directory, 'broker.log');
  const client = new Kafka({
    clientId: 'understudy-tests',
    brokers: [address],
    logLevel: logLevel.NOTHING,
  });
  try {
    format(java, settings);
    const broker = await startProcess({
      name: 'Kafka',
      command: 'java',
      args: java('kafka.Kafka', settings),
      cwd: directory,
      logFile,
      isReady: () => answers(client),
      timeoutSeconds: 120,
    });
    return {
      address,
      client,
      stop: async () => {
        await broker.stop();
        rmSync(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {(...args: string[]) => string[]} java
 * @param {string} settings
 */
function format(java, settings) {
  const run = (/** @type {string[]} */ ...args) => {
    const { status, stdout, stderr } = spawnSync(
      'java',
      java('kafka.tools.StorageTool', ...args),
      { encoding: 'utf8' },
    );
    if (status !== 0) {
      throw new Error(`Kafka's storage tool ended with ${status}: ${stderr}`);
    }
    return stdout.trim();
  };
  run('format', '-t', run('random-uuid'), '-c', settings);
}

/** @param {Kafka} client */
async function answers(client) {
  const admin = client.admin({ retry: { retries: 0 } });
  try {
    await admin.connect();
    await admin.describeCluster();
    return true;
  } catch {
    // Nobody listens yet: that is what is being waited for.
    return false;
  } finally {
    await admin.disconnect();
  }
}
