import { searchFilter } from './searchFilter';

describe('searchFilter', () => {
  it.each([
    ['plain name', "name='plain name'"],
    ["it's", 'name="it\'s"'],
    ['say "hi"', `name='say "hi"'`],
    [`it's "both"`, "name LIKE 'it%'"],
  ])('finds %s by name', (name, expected) => {
    expect(searchFilter({ name })).toBe(expected);
  });

  it('joins conditions', () => {
    expect(
      searchFilter({ name: 'm', filter: "run_id = 'r'", prompts: true }),
    ).toBe(
      "name='m' AND run_id = 'r' AND tags.`mlflow.prompt.is_prompt` = 'true'",
    );
  });

  it('is absent without conditions', () => {
    expect(searchFilter({ prompts: false })).toBeUndefined();
  });
});
