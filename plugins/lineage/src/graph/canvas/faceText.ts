import { Translate } from '../../translation';
import { Mark, NodeFace } from './NodeFace';

/** A mark in words. */
export function markText(mark: Mark, t: Translate): string {
  return mark.of === 'run'
    ? t(`runs.last.${mark.state}`)
    : t('graph.lifecycle', { lifecycle: mark.lifecycle });
}

/** All that a face shows in words, for those who do not see it. */
export function faceText(face: NodeFace, t: Translate): string {
  if (face.label !== undefined) {
    return face.label;
  }
  const { title, kindText, ownerText, mark, quality } = face;
  const { hiddenUpstream, hiddenDownstream } = face;
  return [
    title,
    kindText,
    ownerText && t('graph.label.owner', { owner: ownerText }),
    mark && markText(mark, t),
    quality &&
      t('graph.label.quality', {
        passed: String(quality.total - quality.failed),
        total: String(quality.total),
      }),
    face.dropped && t('graph.label.dropped'),
    face.environments &&
      t('graph.label.environments', { names: face.environments }),
    t('graph.label.around', {
      into: String(face.into),
      out: String(face.out),
    }),
    hiddenUpstream > 0 &&
      t('graph.label.hiddenUpstream', { amount: String(hiddenUpstream) }),
    hiddenDownstream > 0 &&
      t('graph.label.hiddenDownstream', { amount: String(hiddenDownstream) }),
  ]
    .filter(Boolean)
    .join(', ');
}
