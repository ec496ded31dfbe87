// Enough to go back a long way without an address nobody can share.
const LONGEST_TRAIL = 20;
const PARAM = 'after';

/** The cursor of the page on show, or undefined for the first page. */
export function currentCursor(params: URLSearchParams): string | undefined {
  return params.getAll(PARAM).at(-1);
}

/** The address of the next page: the way here is kept, to be able to go back. */
export function forward(
  params: URLSearchParams,
  nextCursor: string,
): URLSearchParams {
  return withTrail(
    params,
    [...params.getAll(PARAM), nextCursor].slice(-LONGEST_TRAIL),
  );
}

/** The address of the page before. */
export function back(params: URLSearchParams): URLSearchParams {
  return withTrail(params, params.getAll(PARAM).slice(0, -1));
}

/** The address of the first page, which is where a changed filter leads. */
export function firstPage(params: URLSearchParams): URLSearchParams {
  return withTrail(params, []);
}

function withTrail(params: URLSearchParams, trail: string[]): URLSearchParams {
  const result = new URLSearchParams(params);
  result.delete(PARAM);
  trail.forEach(cursor => result.append(PARAM, cursor));
  return result;
}
