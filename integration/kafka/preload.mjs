// Loaded into the portal of `npm start` before anything else: its events backend comes with the
// platform's Kafka module, as in a portal whose owners have added that.
import { register } from 'node:module';

register('./resolveEvents.mjs', import.meta.url);
