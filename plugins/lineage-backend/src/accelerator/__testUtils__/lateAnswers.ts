import { Knex } from 'knex';

/** An answer of the database that nobody has been given yet. */
export interface HeldAnswer {
  /** Resolves when the database has answered. */
  there: Promise<void>;
  release(): void;
}

/**
 * The same database, of which the next answer to a statement with some words in it can be
 * held back, while others are given theirs: as if it was a long time on its way.
 */
export function lateAnswers(
  knex: Knex,
  words: string,
): { knex: Knex; holdNext(): HeldAnswer } {
  let next: { arrived(): void; released: Promise<void> } | undefined;
  const raw = (text: string, bindings: Knex.Value[]): Knex.Raw => {
    const query = knex.raw(text, bindings);
    const held = next;
    if (!held || !text.includes(words)) {
      return query;
    }
    next = undefined;
    return withHeldAnswer(query, async () => {
      held.arrived();
      await held.released;
    });
  };
  return {
    knex: new Proxy(knex, {
      get: (target, key) => (key === 'raw' ? raw : Reflect.get(target, key)),
    }),
    holdNext: () => {
      const [arrived, there] = signal();
      const [release, released] = signal();
      next = { arrived, released };
      return { there, release };
    },
  };
}

function withHeldAnswer(query: Knex.Raw, hold: () => Promise<void>): Knex.Raw {
  const held: Knex.Raw = new Proxy(query, {
    get: (target, key) => {
      if (key === 'then') {
        const answer = target.then(async rows => {
          await hold();
          return rows;
        });
        return answer.then.bind(answer);
      }
      // Gives the statement its name before it is sent, so it has to lead back here.
      return key === 'options'
        ? (options: Record<string, unknown>) => {
            target.options(options);
            return held;
          }
        : Reflect.get(target, key);
    },
  });
  return held;
}

function signal(): [() => void, Promise<void>] {
  let give = () => {};
  const given = new Promise<void>(resolve => {
    give = resolve;
  });
  return [give, given];
}
