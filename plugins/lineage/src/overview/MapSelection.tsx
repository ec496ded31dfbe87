import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LineageOverviewNode } from '@understudy/plugin-lineage-common';
import { useKindText } from '../names/useKindText';
import { PanelSection } from '../pieces/PanelSection';
import { DistanceText } from '../table/DistanceText';
import { lineageTranslationRef } from '../translation';
import { KnownThing, nameOnMap } from './model/MapNames';

const useStyles = makeStyles(theme => ({
  name: { overflowWrap: 'anywhere', fontWeight: 600 },
  action: { marginTop: theme.spacing(1) },
}));

/** What is chosen on the map, and the way to its graph. */
export function MapSelection(props: {
  node?: LineageOverviewNode;
  kind?: string;
  isRoot: boolean;
  known: ReadonlyMap<string, KnownThing>;
  onOpen: () => void;
}) {
  const { node, kind, isRoot, known, onOpen } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const kindText = useKindText();
  const classes = useStyles();
  const { ownerName } = (node && known.get(node.id)) ?? {};
  return (
    <PanelSection title={t('map.chosen')}>
      <div role="status">
        {node ? (
          <>
            <Typography variant="body2" className={classes.name}>
              {nameOnMap(node, known)}
            </Typography>
            <Typography variant="body2">
              {kindText(kind ?? '')}
              {', '}
              <DistanceText node={node} />
            </Typography>
            {ownerName && (
              <Typography variant="body2">
                {t('graph.label.owner', { owner: ownerName })}
              </Typography>
            )}
          </>
        ) : (
          <Typography variant="body2" color="textSecondary">
            {t('map.nothingChosen')}
          </Typography>
        )}
      </div>
      {node && (
        <Button
          className={classes.action}
          size="small"
          variant="outlined"
          onClick={onOpen}
        >
          {isRoot ? t('map.openRoot') : t('map.open')}
        </Button>
      )}
    </PanelSection>
  );
}
