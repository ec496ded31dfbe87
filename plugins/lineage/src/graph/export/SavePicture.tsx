import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Snackbar from '@material-ui/core/Snackbar';
import Tooltip from '@material-ui/core/Tooltip';
import GetApp from '@material-ui/icons/GetApp';
import Alert from '@material-ui/lab/Alert';
import { useId, useState } from 'react';
import { useAction } from '../../loading/useAction';
import { describeError } from '../../loading/describeError';
import { saveBlob } from '../../pieces/saveBlob';
import { runInSlices } from '../../overview/runInSlices';
import { lineageTranslationRef } from '../../translation';
import { drawPng } from './drawPng';
import { nextTurn } from './nextTurn';
import { pngSize } from './pngSize';
import { Shown, usePicture } from './usePicture';
import { writeSvg } from './writeSvg';

const TYPES = ['svg', 'png'] as const;

type PictureType = (typeof TYPES)[number];

/** Saves all of the picture as a file. */
export function SavePicture(props: { shown: Shown }) {
  const { shown } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const menuId = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [told, setTold] = useState(true);
  const pictureOf = usePicture();
  const { root } = shown.drawing.flow;
  const saving = useAction(async (type: PictureType) => {
    await nextTurn();
    const plan = pictureOf(shown);
    const size = pngSize(plan);
    const blob =
      type === 'svg'
        ? new Blob([await runInSlices(writeSvg(plan))], {
            type: 'image/svg+xml',
          })
        : await drawPng(plan, size);
    const name = root.replaceAll(/[^\w.-]+/g, '-');
    saveBlob(blob, t('picture.fileName', { name, type }));
    return type === 'png' && size.scale < 1 ? size.scale : undefined;
  });
  const save = (type: PictureType) => {
    setAnchor(undefined);
    setTold(false);
    saving.run(type);
  };
  const { busy, error, result } = saving;
  const close = () => setTold(true);
  return (
    <>
      <Tooltip title={t('picture.save')} placement="right">
        <span>
          <IconButton
            size="small"
            aria-label={t('picture.save')}
            aria-haspopup="menu"
            aria-controls={anchor ? menuId : undefined}
            aria-expanded={anchor !== undefined}
            disabled={busy}
            onClick={event => setAnchor(event.currentTarget)}
          >
            <GetApp fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      <Menu
        id={menuId}
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
      >
        {TYPES.map(type => (
          <MenuItem key={type} onClick={() => save(type)}>
            {t(`picture.${type}`)}
          </MenuItem>
        ))}
      </Menu>
      <Snackbar
        open={!told && !busy && (error ?? result) !== undefined}
        onClose={(_, reason) => reason !== 'clickaway' && close()}
      >
        {error ? (
          <Alert
            severity="error"
            onClose={close}
            closeText={t('picture.close')}
          >
            {t('picture.failed', { message: describeError(error).message })}
          </Alert>
        ) : (
          <Alert severity="info" onClose={close} closeText={t('picture.close')}>
            {t('picture.reduced', {
              percent: String(Math.round((result ?? 1) * 100)),
            })}
          </Alert>
        )}
      </Snackbar>
    </>
  );
}
