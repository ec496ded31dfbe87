import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Add from '@material-ui/icons/Add';
import CenterFocusStrong from '@material-ui/icons/CenterFocusStrong';
import Remove from '@material-ui/icons/Remove';
import ZoomOutMap from '@material-ui/icons/ZoomOutMap';
import { ToolButtons } from '../../pieces/ToolButtons';
import { lineageTranslationRef } from '../../translation';
import { MapCameraControl } from './useMapCamera';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    left: theme.spacing(1),
    bottom: theme.spacing(1),
  },
}));

/** Moves the map by mouse, for those who have no wheel or want all of it. */
export function MapToolbar(props: { camera: MapCameraControl; root: number }) {
  const { camera, root } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const buttons = [
    { label: t('graph.zoomIn'), Icon: Add, act: camera.zoomIn },
    { label: t('graph.zoomOut'), Icon: Remove, act: camera.zoomOut },
    { label: t('graph.fit'), Icon: ZoomOutMap, act: camera.fit },
    {
      label: t('graph.toRoot'),
      Icon: CenterFocusStrong,
      act: () => camera.reveal(root, true),
    },
  ];
  return (
    <div className={classes.root}>
      <ToolButtons label={t('map.controls')} buttons={buttons} />
    </div>
  );
}
