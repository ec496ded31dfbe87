// Loaded into the portal of `npm start` before anything else: in place of its
// permission policy it gets the features of the benchmark, one of which is that
// policy with a condition for some users.
import { register } from 'node:module';

register('./resolveFeatures.mjs', import.meta.url);
