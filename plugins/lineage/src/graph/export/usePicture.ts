import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useTheme } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { lineageTranslationRef } from '../../translation';
import { EdgeStyle } from '../canvas/edgePaths';
import { faceText } from '../canvas/faceText';
import { NodeFace } from '../canvas/NodeFace';
import { Drawing } from '../layout/Drawing';
import { pictureColors } from './pictureColors';
import { PicturePlan, planPicture } from './planPicture';

/** What is said about a picture that leaves the page. */
export interface PictureWords {
  /** Of what it is, in which environment and of which time: one line each. */
  caption: readonly string[];
  /** What each kind of line means. */
  lines: Readonly<Record<EdgeStyle, string>>;
}

/** What is on the canvas. */
export interface Shown {
  drawing: Drawing;
  faces: ReadonlyMap<string, NodeFace>;
  label: string;
  strong?: ReadonlySet<string>;
  othersFaint: boolean;
  words: PictureWords;
}

/** Lays out what is on the canvas to be saved, in the colours of the theme. */
export function usePicture(): (shown: Shown) => PicturePlan {
  const { t } = useTranslationRef(lineageTranslationRef);
  const theme = useTheme();
  return ({ drawing, faces, label, strong, othersFaint, words }) =>
    planPicture({
      drawing,
      faces,
      // What is merely selected is nothing that others have to see.
      strong: othersFaint ? strong : undefined,
      heading: label,
      caption: [
        ...words.caption,
        t('picture.time', {
          time: DateTime.now().toFormat('d LLL yyyy, HH:mm ZZZZ'),
        }),
      ],
      lines: words.lines,
      restricted: t('graph.restricted'),
      wordsOf: face => faceText(face, t),
      colors: pictureColors(theme),
      fontFamily: theme.typography.fontFamily ?? 'sans-serif',
    });
}
