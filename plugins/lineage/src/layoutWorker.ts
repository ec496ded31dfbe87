/**
 * The web worker that arranges graphs. It is an entry of the package, so that
 * the bundler of an app can make a file of its own of it; nothing imports it.
 *
 * @packageDocumentation
 */
import { arrangeInLayers } from './graph/layout/layered/arrangeInLayers';
import { LayoutAnswer, LayoutTask } from './graph/layout/messages';

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  postMessage(answer(data));
});

function answer({ id, graph }: LayoutTask): LayoutAnswer {
  try {
    return { id, arrangement: arrangeInLayers(graph) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
