/** The views of the tab, in the order of their tabs. */
export const contractViews = [
  'fields',
  'promises',
  'consumers',
  'history',
  'deprecations',
  'waivers',
  'try',
] as const;

/** One of {@link contractViews}. */
export type ContractView = (typeof contractViews)[number];

const PARAM = 'view';

/** The view that the address asks for. */
export function readContractView(params: URLSearchParams): ContractView {
  return contractViews.find(view => view === params.get(PARAM)) ?? 'fields';
}

/** The address of a view. What other views keep in the address is left behind. */
export function contractViewAddress(view: ContractView): URLSearchParams {
  return new URLSearchParams(view === 'fields' ? {} : { [PARAM]: view });
}
