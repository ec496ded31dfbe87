import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Add from '@material-ui/icons/Add';
import CenterFocusStrong from '@material-ui/icons/CenterFocusStrong';
import Remove from '@material-ui/icons/Remove';
import Shuffle from '@material-ui/icons/Shuffle';
import ZoomOutMap from '@material-ui/icons/ZoomOutMap';
import { ReactNode } from 'react';
import { lineageTranslationRef } from '../../translation';
import { Camera } from './useCamera';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${theme.palette.divider}`,
  },
}));

/** Moves the picture by mouse, for those who have no wheel or want all of it. */
export function CanvasToolbar(props: {
  camera: Camera;
  root: string;
  onTidy: () => void;
  /** What else can be done with it. */
  children?: ReactNode;
}) {
  const { camera, root, onTidy, children } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const buttons = [
    { label: t('graph.zoomIn'), Icon: Add, act: camera.zoomIn },
    { label: t('graph.zoomOut'), Icon: Remove, act: camera.zoomOut },
    { label: t('graph.fit'), Icon: ZoomOutMap, act: camera.fit },
    {
      label: t('graph.toRoot'),
      Icon: CenterFocusStrong,
      act: () => camera.centerOn(root),
    },
    { label: t('graph.tidy'), Icon: Shuffle, act: onTidy },
  ];
  return (
    <Paper
      elevation={0}
      className={classes.root}
      role="group"
      aria-label={t('graph.controls')}
    >
      {buttons.map(({ label, Icon, act }) => (
        <Tooltip key={label} title={label} placement="right">
          <IconButton size="small" aria-label={label} onClick={act}>
            <Icon fontSize="small" />
          </IconButton>
        </Tooltip>
      ))}
      {children}
    </Paper>
  );
}
