import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Add from '@material-ui/icons/Add';
import CenterFocusStrong from '@material-ui/icons/CenterFocusStrong';
import Remove from '@material-ui/icons/Remove';
import Shuffle from '@material-ui/icons/Shuffle';
import ZoomOutMap from '@material-ui/icons/ZoomOutMap';
import { ReactNode } from 'react';
import { ToolButtons } from '../../pieces/ToolButtons';
import { lineageTranslationRef } from '../../translation';
import { Camera } from './useCamera';

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
    <ToolButtons label={t('graph.controls')} buttons={buttons}>
      {children}
    </ToolButtons>
  );
}
