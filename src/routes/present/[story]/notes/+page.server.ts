import { presentable, presentationOf } from '../present.server';

export const entries = presentable;
export const load = ({ params, url }) => presentationOf(params.story, url);
