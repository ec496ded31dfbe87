// Checks the portal against a real MLflow server: models are trained and registered with the real
// client, then looked for in the catalog and the API. Needs Python; says why when it skips.
import { Checks } from '../lib/Checks.mjs';
import { PortalApi } from '../lib/PortalApi.mjs';
import { providePython } from '../lib/python.mjs';
import { mlflowPackages } from './mlflowPackages.mjs';
import { checkImport } from './checks/checkImport.mjs';
import { checkChanges } from './checks/checkChanges.mjs';
import { checkPromotion } from './checks/checkPromotion.mjs';
import { checkTrouble } from './checks/checkTrouble.mjs';
import { checkVersions } from './checks/checkVersions.mjs';
import { startStage } from './startStage.mjs';

const checks = new Checks();
const python = providePython(mlflowPackages);
if ('missing' in python) {
  checks.skip('MLflow', python.missing);
  checks.finish();
} else {
  const stage = await startStage(python);
  try {
    const { url, token } = stage.portal;
    const play = {
      ...stage,
      checks,
      outside: new PortalApi(url, token),
      engineer: await PortalApi.asRole(url, 'platform-engineer'),
      scientist: await PortalApi.asRole(url, 'payments-scientist'),
    };
    await checkImport(play);
    await checkVersions(play);
    await checkPromotion(play);
    await checkTrouble(play);
    await checkChanges(play);
  } finally {
    await stage.stop();
  }
  checks.finish();
}
