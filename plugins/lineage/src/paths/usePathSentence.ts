import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineagePath } from '@understudy/plugin-lineage-common';
import { ALL_ENVIRONMENTS } from '../explorer/view';
import { lineageTranslationRef } from '../translation';
import { measurePaths, MOST_PATHS } from './pathGraph';

/** Says how long the paths are, how many, and which way they lead; or that there are none. */
export function usePathSentence(): (
  path: LineagePath,
  ends: { root: string; title: string },
) => string {
  const { t } = useTranslationRef(lineageTranslationRef);
  return (path, ends) => {
    const { environment, direction, truncated, complete } = path;
    const isNone = path.nodes.length === 0;
    const { steps, paths } = measurePaths(path);
    const count = t('path.paths', { count: paths });
    const exactOrMore = truncated ? t('path.atLeast', { paths: count }) : count;
    const none =
      environment === ALL_ENVIRONMENTS
        ? t('path.noneAnywhere', ends)
        : t('path.none', { ...ends, environment });
    return [
      isNone
        ? none
        : t('path.sentence', {
            ...ends,
            steps: t('path.steps', { count: steps }),
            paths:
              paths >= MOST_PATHS
                ? t('path.many', { amount: String(MOST_PATHS) })
                : exactOrMore,
            way: t(`path.way.${direction}`),
          }),
      isNone && truncated && t('path.notAll'),
      path.asOf !== undefined && t('path.then'),
      !complete && t(isNone ? 'path.incompleteNone' : 'path.incomplete'),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
