import { IconComponent } from '@backstage/core-plugin-api';

/** How a node is spoken of. */
export interface NodeName {
  title: string;
  /** In the words of the filter by kind. */
  kind: string;
  /** Kind and type in words: `dataset, table`. */
  kindText: string;
  /** What tells it from others of the same title: a namespace. */
  detail?: string;
  /** As the portal draws its kind. */
  Icon?: IconComponent;
  /** Entity ref of the owner. */
  owner?: string;
  ownerName?: string;
  /** Entity ref of the system it is part of. */
  system?: string;
  /** The stage that the catalog says it is at. */
  lifecycle?: string;
  description?: string;
}
