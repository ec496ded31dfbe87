// Makes the Python environments of all suites. They make them themselves when they begin, too; this is for
// whoever has other work to do meanwhile.
import { providePython } from './lib/python.mjs';
import {
  MLFLOW_2_ENVIRONMENT,
  mlflow2Packages,
  mlflowPackages,
} from './mlflow/mlflowPackages.mjs';
import {
  DBT_ENVIRONMENT,
  dbtPackages,
  OPENLINEAGE_ENVIRONMENT,
  openlineagePackages,
} from './openlineage/openlineagePackages.mjs';

const provided = [
  providePython(mlflowPackages),
  providePython(mlflow2Packages, { name: MLFLOW_2_ENVIRONMENT }),
  providePython(openlineagePackages, { name: OPENLINEAGE_ENVIRONMENT }),
  providePython(dbtPackages, { name: DBT_ENVIRONMENT }),
];
for (const { missing } of provided.filter(each => 'missing' in each)) {
  console.log(`Without Python packages: ${missing}`);
}
