import { readableProvenance } from './readableProvenance';

describe('readableProvenance', () => {
  it('keeps what can be kept', () => {
    const good = {
      run: { id: 'r1', url: 'https://mlflow.example.com/r1' },
      trainedBy: 'nightly',
    };
    expect(readableProvenance(good)).toEqual(good);
    const data = Array.from({ length: 201 }, (_, index) => ({
      ref: `d${index}`,
    }));
    expect(
      readableProvenance({
        ...good,
        code: { commit: 'not a hash' },
        environment: { image: '\ud800' },
        data,
      }),
    ).toEqual({ ...good, data: data.slice(0, 200) });
  });

  it('keeps nothing of nothing', () => {
    expect(readableProvenance(undefined)).toBeUndefined();
    expect(readableProvenance({})).toBeUndefined();
    expect(readableProvenance({ code: { commit: '' } })).toBeUndefined();
  });
});
