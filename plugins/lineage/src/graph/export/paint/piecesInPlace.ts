import { PicturePlan } from '../planPicture';
import { element, PictureElement } from '../xml';

/** All pieces of a picture in the order of painting, each where it belongs. */
export function* piecesInPlace(plan: PicturePlan): Generator<PictureElement> {
  yield* plan.around;
  const transform = `translate(${plan.shift.x} ${plan.shift.y})`;
  for (const piece of plan.pieces()) {
    yield element('g', { transform }, piece);
  }
}
