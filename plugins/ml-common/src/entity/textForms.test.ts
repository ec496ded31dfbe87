import { nameOfPattern, textForms } from './textForms';

const examples: Record<
  keyof typeof textForms,
  { fit: string[]; not: string[] }
> = {
  entityRef: {
    fit: ['group:default/team-a', 'team-a', 'payments/team_a.b', 'API:x/Y'],
    not: ['', 'a b', 'group:', 'x/', '-a', 'a@1', 'a/b/c'],
  },
  versionRef: {
    fit: ['model:default/x@7', 'x', 'x@eu:12', 'x@1.2.0+b'],
    not: ['x@', 'x@-1', 'x@1@2', 'x@1#field'],
  },
  versionLabel: {
    fit: ['7', 'eu:12', '1.2.0+b'],
    not: ['', '-7', 'a/b', 'a@b'],
  },
  term: { fit: ['llm-app', '7'], not: ['', 'LLM', 'a--b', 'a_b', '-a'] },
  webUrl: {
    fit: ['https://example.com/#/a?b=c', 'http://localhost:5000'],
    not: ['data:text/html,x', 'example.com', 'https://a b'],
  },
  timestamp: {
    fit: ['2026-05-02T08:00:00Z', '2026-05-02T08:00+02:00'],
    not: ['2026-05-02', '2026-05-02T08:00:00', 'yesterday'],
  },
  duration: {
    fit: ['PT1H', 'P7D', 'P2W', 'P1DT12H'],
    not: ['P', 'PT', '1h', 'P1H'],
  },
  digest: {
    fit: [`sha256:${'0f'.repeat(32)}`],
    not: ['sha256:', `sha256:${'0F'.repeat(32)}`, `md5:${'0f'.repeat(16)}`],
  },
  tag: { fit: ['pii', 'team:risk'], not: ['PII', 'a b', 'a--b'] },
  jurisdiction: { fit: ['DE', 'EU', 'US-CA'], not: ['de', 'DEU', 'US-'] },
};

describe.each(Object.entries(examples))(
  'text form %s',
  (name, { fit, not }) => {
    const { pattern, name: words } = textForms[name as keyof typeof textForms];

    it.each(fit)('fits %j', text => {
      expect(text).toMatch(new RegExp(pattern));
    });

    it.each(not)('does not fit %j', text => {
      expect(text).not.toMatch(new RegExp(pattern));
    });

    it('is known by its pattern', () => {
      expect(nameOfPattern(pattern)).toBe(words);
    });
  },
);

describe('nameOfPattern', () => {
  it('does not know the patterns of others', () => {
    expect(nameOfPattern('^x$')).toBeUndefined();
  });
});
