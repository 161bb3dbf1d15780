export type { ProjectIgnore } from '../model/project-ignore.ts';
