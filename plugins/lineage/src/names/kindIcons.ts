import { IconComponent } from '@backstage/core-plugin-api';
import {
  RemixiconComponentType,
  RiBox3Line,
  RiBrainLine,
  RiCpuLine,
  RiDatabase2Line,
  RiInputField,
  RiPlugLine,
  RiQuestionLine,
  RiSettings4Line,
  RiStackLine,
  RiTable2,
  RiTableView,
} from '@remixicon/react';

/** Draws a kind: an icon of the portal, or one of ours. */
export type KindIcon = IconComponent | RemixiconComponentType;

/**
 * Icons of kinds in the words of the filter, for portals that have none. They
 * are plain drawings: hundreds are shown at once.
 */
const KIND_ICONS: Readonly<Record<string, RemixiconComponentType>> = {
  api: RiPlugLine,
  component: RiCpuLine,
  dataset: RiDatabase2Line,
  feature: RiInputField,
  featureview: RiTableView,
  job: RiSettings4Line,
  model: RiBrainLine,
  resource: RiBox3Line,
  unmapped: RiTable2,
};

/** What several things drawn as one look like. */
export const GroupIcon = RiStackLine;

/** The icon of a kind. */
export function kindIconOf(kind: string): RemixiconComponentType {
  return Object.hasOwn(KIND_ICONS, kind) ? KIND_ICONS[kind] : RiQuestionLine;
}
