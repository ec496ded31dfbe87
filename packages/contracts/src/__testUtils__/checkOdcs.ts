import Ajv2019 from 'ajv/dist/2019';
import { createOdcsCheck } from '../formats/odcs/standard/createOdcsCheck';

const ajv = new Ajv2019({ allErrors: true, strict: false });

/** The check of documents of ODCS with a validator, as its users make it. */
export const checkOdcs = createOdcsCheck(schema => ajv.compile(schema));
