// Lets a portal read OpenLineage events from a real Kafka through the platform's Kafka module, and kills
// it while it does. Needs Java, and Maven for the first time; says why when it skips.
import { Checks } from '../lib/Checks.mjs';
import { checkAway } from './checks/checkAway.mjs';
import { checkKill } from './checks/checkKill.mjs';
import { checkRefused } from './checks/checkRefused.mjs';
import { provideKafka } from './provideKafka.mjs';
import { startBroker } from './startBroker.mjs';
import { startPortal } from './startPortal.mjs';
import { Topic } from './Topic.mjs';

/**
 * What the checks are given.
 *
 * @typedef {object} Play
 * @property {Checks} checks
 * @property {import('./startPortal.mjs').Portal} portal
 * @property {Topic} topic
 */

const checks = new Checks();
const kafka = provideKafka();
if ('missing' in kafka) {
  checks.skip('Kafka', kafka.missing);
} else {
  await runWith(kafka);
}
checks.finish();

/** @param {{ classPath: string }} found */
async function runWith(found) {
  const broker = await startBroker(found);
  const topic = new Topic(broker.client);
  try {
    await topic.create();
    let portal = await startPortal({ broker: broker.address });
    try {
      await topic.waitForReader();
      portal = await checkAway({ checks, portal, topic });
      portal = await checkKill({ checks, portal, topic });
      await checkRefused({ checks, portal, topic });
    } finally {
      await portal.stop();
      portal.remove();
    }
  } finally {
    await topic.close();
    await broker.stop();
  }
}
