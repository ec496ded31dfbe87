import { LayoutApi, LayoutResult } from '../graph/layout/LayoutApi';
import { layoutInLayers } from '../graph/layout/layoutInLayers';
import { LayoutGraph } from '../graph/layout/types';

/** Arranges graphs where there are no web workers. */
export class InlineLayout implements LayoutApi {
  async layout(graph: LayoutGraph): Promise<LayoutResult> {
    return { ...layoutInLayers(graph), quality: 'full' };
  }
}
