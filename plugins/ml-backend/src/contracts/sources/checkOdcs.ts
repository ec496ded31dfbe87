import { createOdcsCheck } from '@understudy/contracts';
import Ajv2019 from 'ajv/dist/2019';

const ajv = new Ajv2019({ allErrors: true, messages: false, strict: false });

/** Notes the places where a document of ODCS breaks the version of the standard that it names. */
export const checkOdcs = createOdcsCheck(schema => ajv.compile(schema));
