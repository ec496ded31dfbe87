import { Promotion } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { Timed, timeTogether } from '../measuring/timeTogether';
import { pathOf, PopulatedModel, Population } from '../population/Population';
import { OWN_TEAM } from '../population/modelTemplates';
import { PortalClient } from '../portal/PortalClient';

/** What an evaluation is compared with. */
export const GATES_PEER = 'catalog, one entity by name';

const REQUEST = 'ask for a promotion: gates evaluated, result stored';
const REEVALUATE = 'evaluate its gates again, result stored';

/**
 * Asks for promotions of different models, then has their gates evaluated once
 * more, as their owner. Answers the milliseconds of each.
 */
export async function gateEvaluation(options: {
  client: PortalClient;
  knex: Knex;
  population: Population;
  rounds: number;
  warmUp: number;
}): Promise<Map<string, number[]>> {
  const { client, knex, population, rounds, warmUp } = options;
  const models = population.models.filter(
    model => model.owner === OWN_TEAM && model !== population.large,
  );
  const wanted = rounds + warmUp;
  if (models.length < wanted) {
    throw new Error(`${models.length} models are not enough for ${wanted}`);
  }
  const promotions: Promotion[] = [];
  const asked = await timeTogether(
    [request(client, models, promotions), readEntity(client, models)],
    { rounds, warmUp },
  );
  await makeOlder(knex, promotions);
  const evaluated = await timeTogether(
    [reevaluate(client, promotions), readEntity(client, models)],
    { rounds, warmUp },
  );
  return new Map([...asked, ...evaluated]);
}

function request(
  client: PortalClient,
  models: readonly PopulatedModel[],
  made: Promotion[],
): Timed {
  return {
    name: REQUEST,
    run: async () => {
      const promotion = await client.post<Promotion>('/ml/promotions', {
        model: models[made.length].ref,
        version: '1',
        stage: 'production',
        reason: 'Measured by the benchmark',
      });
      requireBlocked(promotion, 1);
      made.push(promotion);
    },
  };
}

function reevaluate(
  client: PortalClient,
  promotions: readonly Promotion[],
): Timed {
  const left = [...promotions];
  return {
    name: REEVALUATE,
    run: async () => {
      const next = left.shift();
      requireBlocked(
        await client.post<Promotion>(`/ml/promotions/${next?.id}/reevaluate`, {
          revision: next?.revision,
        }),
        2,
      );
    },
  };
}

function readEntity(
  client: PortalClient,
  models: readonly PopulatedModel[],
): Timed {
  let next = 0;
  return {
    name: GATES_PEER,
    run: async () => {
      const model = models[next % models.length];
      next += 1;
      await client.get(`/catalog/entities/by-name/model/${pathOf(model)}`);
    },
  };
}

/** Two gates pass, the one that is never measured blocks. */
function requireBlocked({ id, state, gateRuns }: Promotion, attempt: number) {
  const blocking = gateRuns.filter(
    run => run.blocks && run.attempt === attempt,
  );
  if (state !== 'blocked' || gateRuns.length !== 3 || blocking.length !== 1) {
    throw new Error(
      `Promotion ${id} is ${state}, with ${JSON.stringify(gateRuns)}`,
    );
  }
}

/** Gates are evaluated once a minute at most, so the first time is put back. */
async function makeOlder(
  knex: Knex,
  promotions: readonly Promotion[],
): Promise<void> {
  for (const { id } of promotions) {
    const { gate_runs: text } = await knex('promotion')
      .where({ id })
      .first('gate_runs');
    const runs: { startedAt: string }[] = JSON.parse(text);
    const older = runs.map(run => ({
      ...run,
      startedAt: new Date(Date.parse(run.startedAt) - 3_600_000).toISOString(),
    }));
    await knex('promotion')
      .where({ id })
      .update({ gate_runs: JSON.stringify(older) });
  }
}
