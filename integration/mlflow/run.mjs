// Checks the portal against real MLflow servers, 3 and 2: models are registered with the real client,
// then looked for in the catalog and the API. Needs Python; says why when it skips.
import { Checks } from '../lib/Checks.mjs';
import { PortalApi } from '../lib/PortalApi.mjs';
import { providePython } from '../lib/python.mjs';
import { checkImport } from './checks/checkImport.mjs';
import { checkChanges } from './checks/checkChanges.mjs';
import { checkDrift } from './checks/checkDrift.mjs';
import { checkIntake } from './checks/checkIntake.mjs';
import { checkKills } from './checks/checkKills.mjs';
import { checkMethods } from './checks/checkMethods.mjs';
import { checkMlflow2 } from './checks/checkMlflow2.mjs';
import { checkPromotion } from './checks/checkPromotion.mjs';
import { checkRefusals } from './checks/checkRefusals.mjs';
import { checkRegistry } from './checks/checkRegistry.mjs';
import { checkScript } from './checks/checkScript.mjs';
import { checkServed } from './checks/checkServed.mjs';
import { checkServerChanges } from './checks/checkServerChanges.mjs';
import { checkTrouble } from './checks/checkTrouble.mjs';
import { checkVersions } from './checks/checkVersions.mjs';
import {
  MLFLOW_2_ENVIRONMENT,
  mlflow2Packages,
  mlflowPackages,
} from './mlflowPackages.mjs';
import { startMortalStage } from './startMortalStage.mjs';
import { startStage } from './startStage.mjs';
import { register, train } from './train.mjs';

const checks = new Checks();
await perform({
  title: 'MLflow 3',
  python: providePython(mlflowPackages),
  fill: train,
  run: async play => {
    await checkImport(play);
    await checkVersions(play);
    await checkIntake(play);
    await checkPromotion(play);
    await checkDrift(play);
    await checkTrouble(play);
    await checkChanges(play);
    await checkRegistry(play);
    await checkMethods(play);
    await checkRefusals(play);
    await checkScript(play);
    await checkServed(play);
    await checkServerChanges(play);
  },
});
await perform({
  title: 'MLflow 2',
  python: providePython(mlflow2Packages, { name: MLFLOW_2_ENVIRONMENT }),
  fill: register,
  run: async play => {
    await checkMlflow2(play);
    await checkRegistry(play);
    await checkMethods(play);
    await checkRefusals(play);
    await checkScript(play);
    await checkServerChanges(play);
  },
});
await performKills();
checks.finish();

/** Checks what is left of a portal that dies, on a stage of its own. */
async function performKills() {
  const found = providePython(mlflowPackages);
  if ('missing' in found) {
    checks.skip('A portal that dies', found.missing);
    return;
  }
  const stage = await startMortalStage(found);
  try {
    await checkKills({ ...stage, checks });
  } finally {
    await stage.stop();
  }
}

/**
 * Runs checks on a stage of their own.
 *
 * @template T
 * @param {{
 *   title: string,
 *   python: ReturnType<typeof providePython>,
 *   fill: (server: { python: string, url: string }) => Promise<T>,
 *   run: (play: any) => Promise<void>,
 * }} options
 */
async function perform({ title, python, fill, run }) {
  if ('missing' in python) {
    checks.skip(title, python.missing);
    return;
  }
  const stage = await startStage({ ...python, fill });
  try {
    const { url, token } = stage.portal;
    await run({
      ...stage,
      checks,
      outside: new PortalApi(url, token),
      engineer: await PortalApi.asRole(url, 'platform-engineer'),
      scientist: await PortalApi.asRole(url, 'payments-scientist'),
      lead: await PortalApi.asRole(url, 'payments-lead'),
    });
  } finally {
    await stage.stop();
  }
}
