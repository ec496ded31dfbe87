import { setTimeout as sleep } from 'node:timers/promises';
import { longestTask } from './longestTask';

function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    // Nothing else gets a turn.
  }
}

describe('longestTask', () => {
  it.each(['at the start', 'at the end'])('sees what blocks %s', async when => {
    const blocked = await longestTask(async () => {
      if (when === 'at the start') {
        block(60);
        await sleep(20);
      } else {
        await sleep(20);
        block(60);
      }
    });
    expect(blocked).toBeGreaterThan(50);
  });
});
