import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  LineageNodeSummary,
  LineageOrigin,
  LineageRunState,
} from '@understudy/plugin-lineage-common';
import {
  buildEntity,
  buildGroup,
  edge,
  entityNode,
  hoursAgo,
  namedNode,
} from './builders';
import { World } from './World';

const TEAMS = [
  'Payments',
  'Fraud and risk',
  'Data platform',
  'Storefront',
  'Search',
  'Supply chain',
  'Pricing',
  'Customer care',
  'Marketing',
  'Finance',
  'Logistics',
  'Identity',
  'Recommendations',
  'Growth',
];
const WORDS = ['orders', 'payments', 'refunds', 'sessions', 'clicks', 'stock'];
const VERBS = ['daily', 'hourly', 'clean', 'joined', 'enriched', 'latest'];
const LIFECYCLES = ['production', 'production', 'experimental', 'deprecated'];
const STATES: LineageRunState[] = [
  'complete',
  'complete',
  'complete',
  'failed',
  'running',
  'aborted',
  'unknown',
];
const ORIGINS: LineageOrigin[] = ['observed', 'observed', 'declared', 'both'];

/** What lies how far from the root, as a share of all data, nearest first. */
const UPSTREAM = [
  { share: 0.08, kind: 'Dataset' },
  { share: 0.16, kind: undefined },
] as const;
const DOWNSTREAM = [
  { share: 0.03, kind: 'Dataset' },
  { share: 0.08, kind: 'Dataset' },
  { share: 0.15, kind: 'FeatureView' },
  { share: 0.22, kind: 'Model' },
  { share: 0.28, kind: 'Component' },
] as const;

/** Readers of one dataset that write nothing, more than are drawn one by one. */
const REPORTS = 30;
/** Readers of it elsewhere. */
const TRIALS = 4;

const WAREHOUSE = 'postgres://warehouse.example:5432';

class Company {
  readonly #random: () => number;
  readonly world: World;
  /** The job that makes something, by what it makes. */
  readonly #makers = new Map<string, string>();

  constructor(seed: number) {
    this.#random = sequence(seed);
    this.world = {
      nodes: [],
      edges: [],
      entities: TEAMS.map(team => buildGroup(slug(team), team)),
    };
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)];
  }

  /** Something that holds or uses data. */
  add(kind: string | undefined): string {
    const name = `${this.pick(WORDS)}_${this.pick(VERBS)}_${this.world.nodes.length}`;
    const lastSeen = hoursAgo(this.#random() * 200);
    if (!kind) {
      return this.#push(
        namedNode('dataset', WAREHOUSE, `raw.public.${name}`, { lastSeen }),
      );
    }
    const entity = this.#entity(kind, name);
    const total = Math.round(this.#random() * 12);
    const failed = this.chance(0.2) ? 1 : 0;
    return this.#push(
      entityNode(stringifyEntityRef(entity), {
        lastSeen,
        ...(total > 6 && { quality: { failed, total } }),
      }),
    );
  }

  /** Has the job of `to` read `from`, too. */
  make(from: string, to: string): void {
    const maker = this.#makers.get(to) ?? this.#job();
    if (!this.#makers.has(to)) {
      this.#makers.set(to, maker);
      this.world.edges.push(edge(maker, to, this.pick(ORIGINS)));
    }
    if (!this.world.edges.some(e => e.source === from && e.target === maker)) {
      this.world.edges.push(edge(from, maker, this.pick(ORIGINS)));
    }
  }

  /** A job that reads and writes nothing. */
  read(from: string, environment?: string): void {
    this.world.edges.push(edge(from, this.#job(), 'observed', { environment }));
  }

  #job(): string {
    const at = hoursAgo(this.#random() * 48);
    const number = this.world.nodes.length;
    return this.#push(
      namedNode('job', 'airflow://pipelines.example', `etl.step_${number}`, {
        type: 'batch',
        lastRun: { id: `run-${number}`, state: this.pick(STATES), at },
        lastSeen: at,
      }),
    );
  }

  #entity(kind: string, name: string): Entity {
    const title = name.replaceAll('_', ' ');
    const entity = buildEntity(kind, name.replaceAll('_', '-'), {
      title: title.charAt(0).toLocaleUpperCase('en-US') + title.slice(1),
      owner: `group:default/${slug(this.pick(TEAMS))}`,
      lifecycle: this.pick(LIFECYCLES),
      type: kind === 'Dataset' ? 'table' : undefined,
    });
    this.world.entities.push(entity);
    return entity;
  }

  #push(node: LineageNodeSummary): string {
    const isTested = this.world.nodes.length % 7 === 0;
    this.world.nodes.push({
      ...node,
      environments: isTested ? ['production', 'staging'] : ['production'],
    });
    return node.id;
  }
}

/**
 * A made-up company of about so many things, all of them connected to one
 * dataset: what that is made from, and what is made from it step by step, with a
 * job for each step. The same size gives the same company.
 */
export function generateWorld(size: number): World & { root: string } {
  const company = new Company(size);
  const root = company.add('Dataset');
  const data = size / 2;
  const spread = (
    layers: readonly { share: number; kind: string | undefined }[],
    connect: (near: string, far: string) => void,
  ) => {
    layers.reduce<readonly string[]>(
      (nearer, { share, kind }) => {
        const count = Math.max(1, Math.round(data * share));
        return Array.from({ length: count }, (_, index) => {
          const id = company.add(kind);
          connect(nearer[index % nearer.length], id);
          if (company.chance(0.4)) {
            connect(company.pick(nearer), id);
          }
          return id;
        });
      },
      [root],
    );
  };
  spread(UPSTREAM, (near, far) => company.make(far, near));
  spread(DOWNSTREAM, (near, far) => company.make(near, far));
  if (size >= 100) {
    Array.from({ length: REPORTS }, () => company.read(root));
    Array.from({ length: TRIALS }, () => company.read(root, 'staging'));
  }
  return { ...company.world, root };
}

/** Numbers from 0 to 1 that look random and are always the same (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function slug(name: string): string {
  return name.toLocaleLowerCase('en-US').replaceAll(' ', '-');
}
