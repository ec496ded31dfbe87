import {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { LineageStatus } from '@understudy/plugin-lineage-common';
import { EventsService } from '@backstage/plugin-events-node';
import express from 'express';
import { Knex } from 'knex';
import { NameRules } from '../names/NameRules';
import { readNameRules } from '../names/readNameRules';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { LineageCleaner } from '../retention/LineageCleaner';
import { createIngestionRouter } from './createIngestionRouter';
import { DeadLetterStore } from './DeadLetterStore';
import { EventConsumer } from './EventConsumer';
import { keepRefused } from './keepRefused';
import { Drainer } from './Drainer';
import { EventInbox } from './EventInbox';
import { InboxWorker } from './InboxWorker';
import { IngestionService } from './IngestionService';
import { readIngestionStatus } from './readIngestionStatus';
import { readIngestionConfig } from './readIngestionConfig';

/** What the feature needs of the plugin. */
export interface IngestionDeps {
  auditor: AuditorService;
  config: Config;
  events: EventsService;
  httpAuth: HttpAuthService;
  /** With all migrations applied. */
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  now?: () => Date;
}

/** Takes events and makes the graph of them. */
export interface Ingestion {
  /**
   * `POST /api/v1/lineage` and `/batch`. It reads bodies itself: mount it before
   * anything that parses them or checks requests against a description.
   */
  router: express.Router;
  /** Where events of other doors go in. */
  service: IngestionService;
  /** A connection is current when seen so long before the latest event of its job. */
  edgeWindowMs: number;
  /** What the portal says about names. */
  rules: NameRules;
  /** Under which names entities of the catalog appear in events. */
  entityNames: EntityNameStore;
  deadLetters: DeadLetterStore;
  /** Starts the work in the background; for the startup hook. */
  start(): Promise<void>;
  /** Finishes what was accepted; for the shutdown hook. */
  stop(): Promise<void>;
  /**
   * Puts all that is waiting into the graph before it answers, unless another
   * replica is at it. Answers how many events that was.
   */
  drainNow(): Promise<number>;
  readStatus(): Promise<LineageStatus & { deadLetters: number }>;
}

/** Wires inbox, worker, names and retention. Nothing runs before `start`. */
export function createIngestion(deps: IngestionDeps): Ingestion {
  const { knex, logger, scheduler, now = () => new Date() } = deps;
  const config = readIngestionConfig(deps.config);
  const rules = readNameRules(deps.config);
  const drainer = new Drainer({
    knex,
    rules,
    windowMs: config.edgeWindowMs,
    now,
  });
  const worker = new InboxWorker({ drainer, logger });
  const inbox = new EventInbox({
    knex,
    maxBacklog: config.maxBacklog,
    onStored: () => worker.wake(),
    now,
  });
  const service = new IngestionService({
    inbox,
    permissions: deps.permissions,
    strict: config.strict,
    now,
  });
  const consumer = new EventConsumer({
    accept: event => service.acceptTrusted(event),
    logger,
    refusals: {
      keep: (event, reason) => keepRefused(knex, { event, reason }, now()),
    },
  });
  const cleaner = new LineageCleaner({
    knex,
    keepEventsMs: config.keepEventsMs,
    keepRunsMs: config.keepRunsMs,
    logger,
    now,
  });
  return {
    router: createIngestionRouter({ ...deps, service }),
    service,
    edgeWindowMs: config.edgeWindowMs,
    rules,
    entityNames: new EntityNameStore({ knex, rules }),
    deadLetters: new DeadLetterStore({ knex, onReplay: () => worker.wake() }),
    async start() {
      await scheduler.scheduleTask({
        id: 'lineage-clean',
        frequency: { hours: 6 },
        timeout: { hours: 1 },
        initialDelay: { minutes: 5 },
        scope: 'global',
        fn: signal => cleaner.run({ signal }),
      });
      worker.start();
      await consumer.subscribe(deps.events, config.topics);
    },
    async stop() {
      consumer.stop();
      await inbox.stop();
      await worker.stop();
    },
    drainNow: () => worker.drainNow(),
    readStatus: () => readIngestionStatus(knex),
  };
}
