const IS_PROMPT = "tags.`mlflow.prompt.is_prompt` = 'true'";

/** The filter of a search in MLflow's syntax; undefined when it has none. */
export function searchFilter(options: {
  name?: string;
  filter?: string;
  prompts?: boolean;
}): string | undefined {
  const { name, filter, prompts } = options;
  const conditions = [
    name === undefined ? undefined : nameCondition(name),
    filter,
    prompts ? IS_PROMPT : undefined,
  ].filter(condition => condition !== undefined);
  return conditions.length > 0 ? conditions.join(' AND ') : undefined;
}

/**
 * The syntax quotes with either mark and knows no escape, so a name with both
 * marks can only be narrowed down by its beginning: names are compared again
 * when the answer is read.
 */
function nameCondition(name: string): string {
  if (!name.includes("'")) {
    return `name='${name}'`;
  }
  if (!name.includes('"')) {
    return `name="${name}"`;
  }
  return `name LIKE '${name.slice(0, name.search(/['"]/))}%'`;
}
