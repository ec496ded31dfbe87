import { ModelEntity } from './ModelEntity';

/**
 * The home of a model whose versions are kept by the portal itself.
 *
 * @public
 */
export const PORTAL_HOME = 'portal';

/**
 * The authority over a model's versions: `portal` or the id of one registry
 * server. Without `spec.home` it is the only server among `spec.registries`,
 * or the portal when there is none. Undefined when several servers hold the
 * model and it does not say which of them is its home.
 *
 * @public
 */
export function modelHome(model: ModelEntity): string | undefined {
  if (model.spec.home) {
    return model.spec.home;
  }
  const servers = new Set(model.spec.registries?.map(r => r.server));
  if (servers.size > 1) {
    return undefined;
  }
  const [onlyServer = PORTAL_HOME] = servers;
  return onlyServer;
}
