const EVENTS = '@backstage/plugin-events-backend';
const FEATURES = new URL('eventFeatures.mjs', import.meta.url).href;

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, nextResolve) {
  return await nextResolve(
    specifier === EVENTS && context.parentURL !== FEATURES
      ? FEATURES
      : specifier,
    context,
  );
}
