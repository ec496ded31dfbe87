import { wideSchemas } from './wideSchemas';

describe('wideSchemas', () => {
  it('changes one field in ten, and keeps their number', () => {
    const { old, next, breaking } = wideSchemas(100);
    const before = new Map(old.fields.map(field => [field.name, field.type]));
    const changed = next.fields.filter(
      ({ name, type }) => before.get(name) !== type,
    );
    expect(next.fields).toHaveLength(100);
    expect(changed).toHaveLength(10);
    expect(breaking.fields).toHaveLength(101);
  });
});
