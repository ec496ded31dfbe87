export { permissionModuleUnderstudyPolicy as default } from './permissionModuleUnderstudyPolicy';
