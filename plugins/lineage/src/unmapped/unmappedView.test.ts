import {
  nextPage,
  previousPage,
  readUnmappedView,
  withChoice,
} from './unmappedView';

const params = (text: string) => new URLSearchParams(text);

describe('the address of the list', () => {
  it('says nothing at first', () => {
    expect(readUnmappedView(params(''))).toEqual({
      kind: undefined,
      environment: undefined,
      text: '',
      sort: 'lastSeen',
      limit: 25,
      cursor: undefined,
      before: 0,
    });
    expect(String(withChoice(params(''), {}))).toBe('');
  });

  it('holds every choice, and gives it back', () => {
    const choice = {
      kind: 'job' as const,
      environment: 'staging',
      text: 'a & b',
      sort: 'name' as const,
      limit: 100,
    };
    expect(
      readUnmappedView(withChoice(params('kind=dataset'), choice)),
    ).toMatchObject(choice);
  });

  it('ignores words it does not know', () => {
    expect(
      readUnmappedView(params('kind=model&sort=size&limit=7&before=-3')),
    ).toMatchObject({
      kind: undefined,
      sort: 'lastSeen',
      limit: 25,
      before: 0,
    });
  });

  it('begins anew with another choice, and leaves alone what is not about it', () => {
    const next = withChoice(params('utm=1&after=x&before=25'), { text: 'a' });
    expect(String(next)).toBe('utm=1&text=a');
  });

  it('goes forth and back', () => {
    const second = nextPage(params('text=a'), 'x', 25);
    const third = nextPage(second, 'y', 25);
    expect(readUnmappedView(third)).toMatchObject({ cursor: 'y', before: 50 });
    expect(String(previousPage(third))).toBe(String(second));
    expect(String(previousPage(second))).toBe('text=a');
  });

  it('keeps a way back that an address has room for, and then the first page', () => {
    let far = params('');
    for (let page = 1; page <= 30; page++) {
      far = nextPage(far, `c${page}`, 25);
    }
    expect(far.getAll('after')).toHaveLength(20);
    for (let page = 1; page <= 20; page++) {
      far = previousPage(far);
    }
    expect(String(far)).toBe('');
  });
});
