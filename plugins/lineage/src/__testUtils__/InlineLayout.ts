import { arrangeInLayers } from '../graph/layout/layered/arrangeInLayers';
import { LayoutApi, LayoutResult } from '../graph/layout/LayoutApi';
import { LayoutGraph } from '../graph/layout/types';

/** Arranges graphs where there are no web workers. */
export class InlineLayout implements LayoutApi {
  async layout(graph: LayoutGraph): Promise<LayoutResult> {
    return { ...arrangeInLayers(graph), quality: 'full' };
  }
}
