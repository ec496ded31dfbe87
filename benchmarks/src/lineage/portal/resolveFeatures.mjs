const POLICY = './permissionPolicy';
const FEATURES = new URL('benchmarkFeatures.ts', import.meta.url).href;

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, nextResolve) {
  return await nextResolve(
    specifier === POLICY ? FEATURES : specifier,
    context,
  );
}
