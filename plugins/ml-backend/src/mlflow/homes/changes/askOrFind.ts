import { isRefusal } from './isRefusal';
import { ServerCall, ServerChange, WriteDown } from './ServerChange';

/**
 * Asks for what the server was asked for before, and did not show: it refuses
 * what it has done meanwhile, such as giving a name that the record has now.
 */
export async function askOrFind(
  change: ServerChange,
  call: () => ServerCall,
): Promise<WriteDown> {
  try {
    return await change.ask(call);
  } catch (error) {
    const done = isRefusal(error) ? await change.find(call) : undefined;
    if (!done) {
      throw error;
    }
    return done;
  }
}
