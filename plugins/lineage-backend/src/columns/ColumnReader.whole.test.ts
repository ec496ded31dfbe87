import { LineageFields } from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { acceptEvents, drainEvents, testRules } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { everything, viewOf } from '../access/__testUtils__/views';
import { LineageView } from '../access/LineageView';
import { DatabaseGraphStore } from '../graph/DatabaseGraphStore';
import { parseAskedNode } from '../graph/nodeIds';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { edgesOf, Inputs, makes, shortId } from './__testUtils__/madeFields';
import { ColumnReader } from './ColumnReader';
import { ColumnStore } from './ColumnStore';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'What decides over a dataset as a whole, on %s',
  id => {
    let knex: Knex;
    let reader: ColumnReader;

    beforeEach(async () => {
      knex = await migratedDatabase(id);
      reader = new ColumnReader({
        columns: new ColumnStore({ knex }),
        store: new DatabaseGraphStore({ knex }),
      });
    });

    const send = async (...events: object[]) => {
      await acceptEvents(knex, events);
      await drainEvents(knex);
    };
    const claim = async (entity: string, ...names: string[]) =>
      await new EntityNameStore({ knex, rules: testRules }).replaceAll(
        names.map(name => ({
          entityRef: `dataset:default/${entity}`,
          kind: 'dataset',
          namespace: 'db',
          name,
        })),
      );
    const read = async (
      root: string,
      field: string | undefined,
      options: {
        upstream?: number;
        downstream?: number;
        limit?: number;
        view?: LineageView;
      },
    ) => {
      const { upstream = 0, downstream = 0, limit = 100 } = options;
      return await reader.get(
        {
          root: parseAskedNode(
            root.includes(':') ? root : `ol:dataset:db/${root}`,
          ),
          ...(field !== undefined && { field }),
          depth: { upstream, downstream },
          limit,
        },
        { view: options.view ?? everything },
      );
    };
    const indirectOf = ({ nodes }: LineageFields) =>
      nodes.flatMap(node =>
        (node.indirect ?? []).map(field => `${shortId(node.id)}.${field}`),
      );
    const distancesOf = ({ nodes }: LineageFields) =>
      nodes.map(node => [shortId(node.id), node.distance]);

    /** Rows of `sums` are filtered by `deleted`; those of `board` by `day`. */
    const chain = [
      makes(
        'sums',
        { total: [['orders', 'price']], unused: [['orders', 'note']] },
        { whole: [['orders', 'deleted', 'FILTER']] },
      ),
      makes(
        'report',
        { total: [['sums', 'total']], day: [['days', 'day']] },
        {},
      ),
      makes(
        'board',
        { average: [['report', 'total']] },
        { whole: [['report', 'day']] },
      ),
    ];

    it('goes on to everything that is made from its fields, over two hops and more', async () => {
      await send(...chain);
      const found = await read('orders', 'deleted', { downstream: 5 });
      expect(edgesOf(found)).toEqual([
        'orders.deleted > sums.* indirect filter',
        'report.total > board.average direct',
        'sums.total > report.total direct',
        'sums.* > sums.total indirect within',
      ]);
      expect(distancesOf(found)).toEqual([
        ['orders', { upstream: 0, downstream: 0 }],
        ['sums', { downstream: 1 }],
        ['report', { downstream: 2 }],
        ['board', { downstream: 3 }],
      ]);
      // Of what is only decided over nothing is passed on, however direct the steps after it are.
      expect(indirectOf(found)).toEqual([
        'sums.total',
        'report.total',
        'board.average',
      ]);
      expect(found).toMatchObject({ truncated: false, complete: true });
      const near = await read('orders', 'deleted', { downstream: 1 });
      expect(edgesOf(near)).toEqual([
        'orders.deleted > sums.* indirect filter',
      ]);
    });

    it('is found from everything that is made from its fields', async () => {
      await send(...chain);
      const found = await read('board', 'average', { upstream: 5 });
      expect(edgesOf(found)).toEqual([
        'board.* > board.average indirect within',
        'days.day > report.day direct',
        'orders.deleted > sums.* indirect filter',
        'orders.price > sums.total direct',
        'report.day > board.* indirect',
        'report.total > board.average direct',
        'sums.total > report.total direct',
        'sums.* > sums.total indirect within',
      ]);
      expect(indirectOf(found)).toEqual([
        'report.day',
        'days.day',
        'orders.deleted',
      ]);
    });

    it('says how it decides, of all who say so', async () => {
      const sums = (how: string, time: string) =>
        makes(
          'sums',
          {
            total: [
              ['orders', 'price'],
              ['orders', 'price', 'CONDITIONAL'],
            ],
          },
          { whole: [['orders', 'deleted', how]], time },
        );
      await send(sums('JOIN', '2026-11-20T11:00:00Z'));
      await send(sums('FILTER', '2026-11-20T12:00:00Z'));
      await send(
        makes('topic', {}, { whole: [['orders', 'deleted', 'SORT']] }),
      );
      const told = async () =>
        edgesOf(await read('orders', undefined, { downstream: 5 }));
      expect(await told()).toEqual([
        'orders.deleted > sums.* indirect filter',
        'orders.deleted > topic.* indirect sort',
        'orders.price > sums.total both conditional',
      ]);
      await claim('both', 'sums', 'topic');
      expect(await told()).toEqual([
        'orders.deleted > @both.* indirect filter sort',
        'orders.price > @both.total both conditional',
      ]);
    });

    it('says how it decides of what was received before that was kept', async () => {
      await send(...chain);
      // As the migration finds it, and leaves it to the next start.
      await knex('column_edge').where('kind', '>', 3).update({ kind: 2 });
      await knex('drain').update({ names_digest: null });
      const told = async () =>
        edgesOf(await read('orders', 'deleted', { downstream: 1 }));
      expect(await told()).toEqual(['orders.deleted > sums.* indirect']);
      await drainEvents(knex);
      expect(await told()).toEqual(['orders.deleted > sums.* indirect filter']);
    });

    it('is passed once where ways part and meet again', async () => {
      const rungs = 30;
      await send(
        ...Array.from({ length: rungs }, (_, rung) => {
          const from: Inputs = [
            [`d${rung}`, 'a'],
            [`d${rung}`, 'b'],
          ];
          return makes(`d${rung + 1}`, { a: from, b: from }, { whole: from });
        }),
      );
      const found = await read('d0', 'a', { downstream: 50 });
      expect(found.truncated).toBe(false);
      expect(found.nodes).toHaveLength(1 + rungs);
      // To both fields and the whole of the next, from the one field and then from both.
      const steps = 3 + (rungs - 1) * 6;
      const within = (rungs - 1) * 2;
      expect(found.edges).toHaveLength(steps + within);
      // Each of them has the value, too.
      expect(indirectOf(found)).toEqual([]);
    });

    it('ends on a cycle, having come to the other fields of where it began', async () => {
      await send(
        makes(
          'state',
          { count: [['state', 'count']] },
          { whole: [['runs', 'ok']] },
        ),
        makes(
          'runs',
          { ok: [['state', 'count']] },
          { whole: [['state', 'count']] },
        ),
        makes('audit', { seen: [['runs', 'at']] }),
      );
      const found = await read('runs', 'ok', { downstream: 20 });
      expect(edgesOf(found)).toEqual([
        'runs.at > audit.seen direct',
        'runs.ok > state.* indirect',
        'runs.* > runs.at indirect within',
        'runs.* > runs.ok indirect within',
        'state.count > runs.ok direct',
        'state.count > runs.* indirect',
        'state.* > state.count indirect within',
      ]);
      expect(indirectOf(found)).toEqual(
        expect.arrayContaining(['audit.seen', 'runs.at']),
      );
      expect(indirectOf(found)).not.toContain('runs.ok');
    });

    it('holds for all names of one thing', async () => {
      await send(
        makes('lake/dt=2026-11-01', {}, { whole: [['orders', 'deleted']] }),
        makes('mart', { total: [['topic', 'total']] }),
      );
      await claim('lake', 'lake', 'topic');
      expect(
        edgesOf(await read('orders', 'deleted', { downstream: 5 })),
      ).toEqual([
        '@lake.total > mart.total direct',
        '@lake.* > @lake.total indirect within',
        'orders.deleted > @lake.* indirect',
      ]);
      expect(edgesOf(await read('mart', 'total', { upstream: 5 }))).toEqual([
        '@lake.total > mart.total direct',
        '@lake.* > @lake.total indirect within',
        'orders.deleted > @lake.* indirect',
      ]);
    });

    it('goes through what may not be seen, and says nothing of it', async () => {
      await send(...chain);
      await claim('secret', 'sums');
      const view = viewOf({ unmapped: true });
      for (const found of [
        await read('orders', 'deleted', { downstream: 5, view }),
        await read('report', 'total', { upstream: 5, downstream: 1, view }),
      ]) {
        expect(edgesOf(found)).toContain(
          'orders.deleted > report.total restricted',
        );
        expect(found.complete).toBe(false);
        expect(JSON.stringify(found)).not.toMatch(/secret|sums|"within"|"how"/);
      }
    });

    it('is bounded by fields, and says so', async () => {
      const names = Array.from({ length: 80 }, (_, index) => `c${index}`);
      await send(
        makes('wide', {}, { whole: [['orders', 'deleted']] }),
        ...names.map(name => makes(`from_${name}`, { x: [['wide', name]] })),
      );
      const found = await read('orders', 'deleted', {
        downstream: 5,
        limit: 50,
      });
      expect(found.truncated).toBe(true);
      // The whole of it takes a place, too.
      expect(found.nodes.flatMap(({ fields }) => fields)).toHaveLength(49);
      const all = await read('orders', 'deleted', {
        downstream: 5,
        limit: 200,
      });
      expect(all.truncated).toBe(false);
      expect(all.nodes).toHaveLength(2 + names.length);
    });
  },
);
