import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import {
  environmentsOfRoot,
  isOnlyElsewhere,
} from '../explorer/environmentsOfRoot';
import { ALL_ENVIRONMENTS } from '../explorer/view';
import { lineageTranslationRef } from '../translation';

/** Where something was observed that was not observed in the environment shown. */
export function ElsewhereLine(props: {
  graph: LineageGraph;
  /** The address of the tab. */
  tab: string;
}) {
  const { graph, tab } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const known = environmentsOfRoot(graph);
  return isOnlyElsewhere(known, graph.environment) ? (
    <Typography variant="body2">
      {t('card.notHere', { environment: graph.environment })}{' '}
      <Link to={`${tab}?environment=${ALL_ENVIRONMENTS}`} underline="always">
        {t('card.elsewhere', {
          names: known
            .map(({ name }) => name)
            .filter(name => name !== graph.environment)
            .join(', '),
        })}
      </Link>
    </Typography>
  ) : null;
}
