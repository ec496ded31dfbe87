import { buildFeatureView, buildReader } from '../__testUtils__/dataBuilders';
import { consumptionsOf } from './consumptionsOf';
import { modelsByField, readsField, viewConsumers } from './viewConsumers';

const VIEW = 'featureview:default/card-velocity';
const view = buildFeatureView();
const fields = view.spec.fields ?? [];

function reader(
  name: string,
  ...consumes: { version?: string; fields?: string[]; view?: string }[]
) {
  return buildReader(name, {
    consumes: consumes.map(each => ({ view: VIEW, mode: 'both', ...each })),
  });
}

describe('consumptionsOf', () => {
  it('finds every way in which a model reads the view', () => {
    const model = reader(
      'scores',
      { version: '2' },
      { version: '3' },
      { view: 'other' },
    );
    expect(consumptionsOf(model, VIEW).map(each => each.version)).toEqual([
      '2',
      '3',
    ]);
  });

  it('reads short names in the namespace of the model', () => {
    const model = reader('scores', { view: 'card-velocity' });
    expect(consumptionsOf(model, VIEW)).toHaveLength(1);
    model.metadata.namespace = 'elsewhere';
    expect(consumptionsOf(model, VIEW)).toHaveLength(0);
  });
});

describe('viewConsumers', () => {
  const doubtsOf = (consumption: Parameters<typeof reader>[1], of = view) =>
    viewConsumers(of, [reader('scores', consumption)])[0].doubts;

  it('has no doubts about a live version and known fields', () => {
    expect(doubtsOf({ version: '3', fields: ['amount_avg'] })).toEqual([]);
    expect(doubtsOf({})).toEqual([]);
  });

  it('doubts a pinned version that is going, gone, or not there', () => {
    expect(doubtsOf({ version: '2' })).toEqual([
      {
        about: 'version',
        name: '2',
        state: 'deprecated',
        until: view.spec.versions?.[0].until,
      },
    ]);
    expect(doubtsOf({ version: '9' })).toEqual([
      { about: 'version', name: '9', state: 'unknown' },
    ]);
    const retired = buildFeatureView({
      versions: [{ label: '1', state: 'retired' }],
    });
    expect(doubtsOf({ version: '1' }, retired)).toEqual([
      { about: 'version', name: '1', state: 'retired' },
    ]);
  });

  it('does not doubt versions of a view that states none', () => {
    const unversioned = buildFeatureView({ versions: undefined });
    expect(doubtsOf({ version: '9' }, unversioned)).toEqual([]);
  });

  it('doubts named fields that are deprecated or not there', () => {
    expect(doubtsOf({ fields: ['tx_count', 'gone', 'amount_avg'] })).toEqual([
      { about: 'field', name: 'tx_count', state: 'deprecated' },
      { about: 'field', name: 'gone', state: 'unknown' },
    ]);
  });

  it('does not doubt a field that may stand in the contract', () => {
    const wide = buildFeatureView({
      fields: Array.from({ length: 500 }, (_, i) => ({ name: `f${i}` })),
    });
    expect(doubtsOf({ fields: ['f500'] }, wide)).toEqual([]);
    const silent = buildFeatureView({ fields: [] });
    expect(doubtsOf({ fields: ['f1'] }, silent)).toEqual([]);
  });
});

describe('readsField', () => {
  it('takes no list for all fields', () => {
    expect(readsField({ view: VIEW, mode: 'online' }, 'any')).toBe(true);
    expect(readsField({ view: VIEW, mode: 'online', fields: ['a'] }, 'b')).toBe(
      false,
    );
  });
});

describe('modelsByField', () => {
  it('counts a model once for a field, however often it reads it', () => {
    const models = [
      reader('all', {}),
      reader('twice', { version: '2' }, { version: '3', fields: ['tx_count'] }),
      reader('some', { fields: ['amount_avg', 'gone'] }),
    ];
    const byField = modelsByField(fields, viewConsumers(view, models));
    const names = (field: string) =>
      byField.get(field)?.map(({ metadata }) => metadata.name);
    expect(names('tx_count')).toEqual(['all', 'twice']);
    expect(names('amount_avg')).toEqual(['all', 'twice', 'some']);
    expect(byField.has('gone')).toBe(false);
  });

  it('leaves unread fields out', () => {
    const models = [reader('some', { fields: ['amount_avg'] })];
    const byField = modelsByField(fields, viewConsumers(view, models));
    expect([...byField.keys()]).toEqual(['amount_avg']);
  });
});
