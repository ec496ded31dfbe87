import {
  RemixiconComponentType,
  RiBrainLine,
  RiDatabase2Line,
  RiInputField,
  RiTableView,
} from '@remixicon/react';
import SvgIcon, { SvgIconProps } from '@material-ui/core/SvgIcon';

/** The icons of our kinds, by the kind in lower case. */
export const kindIcons = {
  model: asSystemIcon(RiBrainLine),
  featureview: asSystemIcon(RiTableView),
  feature: asSystemIcon(RiInputField),
  dataset: asSystemIcon(RiDatabase2Line),
};

/** The platform sizes icons by font size, which drawings of this set ignore. */
function asSystemIcon(Drawing: RemixiconComponentType) {
  return (props: Pick<SvgIconProps, 'fontSize'>) => (
    <SvgIcon {...props} component={Drawing} />
  );
}
