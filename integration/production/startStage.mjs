import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/portal/freePort.mjs';
import { root } from '../../scripts/toolchain/paths.mjs';
import { startPostgres } from '../lib/postgresCluster.mjs';
import { startProcess } from '../lib/startProcess.mjs';
import { startIdentityProvider } from './identityProvider.mjs';
import { installPortal } from './installPortal.mjs';

/**
 * A portal as a company runs it: installed without what is for development,
 * on PostgreSQL, behind an identity provider.
 *
 * @param {{ bin: string }} postgresPrograms
 */
export async function startStage(postgresPrograms) {
  const directory = mkdtempSync(path.join(tmpdir(), 'understudy-production-'));
  /** @type {(() => unknown)[]} */
  const cleanUps = [() => rmSync(directory, { recursive: true, force: true })];
  const stop = async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) {
      await cleanUp();
    }
  };
  try {
    installPortal(directory);
    const postgres = await startPostgres(postgresPrograms);
    cleanUps.push(postgres.remove);
    const url = `http://localhost:${await freePort()}`;
    const identityProvider = await startIdentityProvider({
      port: await freePort(),
      redirectUri: `${url}/api/auth/oidc/handler/frame`,
    });
    cleanUps.push(identityProvider.stop);
    const token = randomBytes(32).toString('hex');
    const senderToken = randomBytes(32).toString('hex');
    const logFile = path.join(tmpdir(), 'understudy-production.log');
    const portal = await startProcess({
      name: 'The portal',
      command: process.execPath,
      args: [
        'packages/backend',
        ...configArgs(
          path.join(root, 'app-config.production.yaml'),
          path.join(root, 'integration/production/app-config.people.yaml'),
        ),
      ],
      cwd: directory,
      env: {
        NODE_ENV: 'production',
        APP_BASE_URL: url,
        BACKEND_BASE_URL: url,
        BACKEND_PORT: new URL(url).port,
        ORGANIZATION_NAME: 'Example',
        AUTH_SESSION_SECRET: randomBytes(32).toString('hex'),
        AUTH_OIDC_METADATA_URL: identityProvider.metadataUrl,
        AUTH_OIDC_CLIENT_ID: identityProvider.client.id,
        AUTH_OIDC_CLIENT_SECRET: identityProvider.client.secret,
        ML_POLICY_TARGET: path.join(root, 'policies/production.yaml'),
        PEOPLE_FILE: path.join(root, 'integration/production/people.yaml'),
        UNDERSTUDY_TOKEN: token,
        LINEAGE_SENDER_TOKEN: senderToken,
        ...postgres.env,
      },
      logFile,
      readyUrl: `${url}/.backstage/health/v1/readiness`,
      timeoutSeconds: 120,
    });
    cleanUps.push(() => portal.stop());
    return { url, token, senderToken, directory, logFile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string[]} files */
function configArgs(...files) {
  return files.flatMap(file => ['--config', file]);
}
