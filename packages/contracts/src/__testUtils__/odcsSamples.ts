import Ajv2019, { ValidateFunction } from 'ajv/dist/2019';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { IsOdcs, OdcsDocument } from '../conformance/odcs';

/** The documents of ODCS in a folder, in order of their names. */
export function readOdcsDocuments(folder: string): OdcsDocument[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.odcs.yaml'))
    .sort()
    .map(name => ({
      name,
      document: parse(readFileSync(resolve(folder, name), 'utf8')),
    }));
}

/** Validates by the schemas of the standard in a folder; all of 3.0 by that of 3.0.2. */
export function createIsOdcs(folder: string): IsOdcs {
  const compiled = new Map<string, ValidateFunction>();
  return (document, version) => {
    const name = version.startsWith('v3.1') ? 'v3.1.0' : 'v3.0.2';
    const validate =
      compiled.get(name) ??
      new Ajv2019({ strict: false, validateFormats: false }).compile(
        JSON.parse(
          readFileSync(
            resolve(folder, `odcs-json-schema-${name}.json`),
            'utf8',
          ),
        ),
      );
    compiled.set(name, validate);
    return validate(document);
  };
}
