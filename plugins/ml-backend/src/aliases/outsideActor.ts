import { Actor } from '../promotion/Actor';

/** Whoever changes something in a registry itself: it does not say who. */
export function outsideActor(server: string): Actor {
  return { ref: `outside:${server}`, kind: 'system' };
}
