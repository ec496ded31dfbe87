// Installs the built portal as in production, starts it with app-config.production.yaml on a
// PostgreSQL of its own and behind an OpenID Connect provider, and signs in with a browser.
import { Checks } from '../lib/Checks.mjs';
import { findPostgres } from '../lib/postgresCluster.mjs';
import { checkDoors } from './checks/checkDoors.mjs';
import { checkSignIn } from './checks/checkSignIn.mjs';
import { startStage } from './startStage.mjs';

const checks = new Checks();
const postgres = findPostgres();
if ('missing' in postgres) {
  checks.skip('production', postgres.missing);
} else {
  const stage = await startStage(postgres);
  console.log(`The portal runs at ${stage.url}; it logs to ${stage.logFile}`);
  try {
    await checkDoors({ checks, ...stage });
    await checkSignIn({ checks, ...stage });
  } finally {
    await stage.stop();
  }
}
checks.finish();
