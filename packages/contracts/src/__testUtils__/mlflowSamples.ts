import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { MlflowModelFile } from '../conformance/mlflowSignatures';

/** The `MLmodel` files in a folder, in order of their names. */
export function readMlflowModels(folder: string): MlflowModelFile[] {
  return readdirSync(folder)
    .sort()
    .map(name => ({
      name,
      model: parse(readFileSync(resolve(folder, name), 'utf8')),
    }));
}
