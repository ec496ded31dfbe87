import { csvForm, jsonForm } from './impactForms';

describe('forms of an impact', () => {
  it('are read alike', () => {
    const items = [
      { degree: 1, id: 'ol:job:a/b', kind: 'job' },
      { degree: 2, id: 'dataset:default/c', kind: 'entity' },
    ];
    const expected = ['1 ol:job:a/b', '2 dataset:default/c'];
    expect(jsonForm.itemsOf(JSON.stringify({ items }))).toEqual(expected);
    expect(
      csvForm.itemsOf(
        'degree,id,kind,name\n1,ol:job:a/b,job,\n2,dataset:default/c,entity,c\n',
      ),
    ).toEqual(expected);
  });

  it('know a file that is none', () => {
    expect(() => csvForm.itemsOf('id,degree\na,1\n')).toThrow(
      'does not begin with the degree',
    );
  });
});
