import { validateConventions } from './validateConventions';

describe('validateConventions', () => {
  it('takes all that may be asked for', () => {
    const conventions = {
      naming: {
        fields: '[a-z]+',
        ports: '.*',
        contracts: '.*',
        fieldPrefixes: [{ owner: 'group:default/risk', prefix: 'risk_' }],
      },
      required: ['owner', 'title', 'description', 'source'],
      requiredOfFields: ['description', 'unit'],
      versioning: { allowInitial: false, allowPrerelease: true },
      packaging: { protocols: ['rest'], flavors: [], serializations: [] },
    };
    expect(validateConventions(conventions)).toEqual({
      conventions,
      problems: [],
    });
  });

  it.each([
    [{ requierd: ['owner'] }, '/requierd'],
    [{ naming: { feilds: '.*' } }, '/naming/feilds'],
    [{ required: ['titel'] }, '/required/0'],
    [{ required: 'owner' }, '/required'],
    [{ naming: { fields: 3 } }, '/naming/fields'],
    [{ versioning: { allowInitial: 'no' } }, '/versioning/allowInitial'],
    [[], ''],
  ])('names what is wrong in %j', (value, pointer) => {
    const { conventions, problems } = validateConventions(value);
    expect(conventions).toBeUndefined();
    expect(problems.map(problem => problem.pointer)).toEqual([pointer]);
  });
});
