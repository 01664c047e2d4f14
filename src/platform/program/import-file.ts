import { pathToFileURL } from "node:url";

/**
 * Loads a module by the path of its file. All files that are found at run time come by here: the files of a bundle cannot import, so this one stays
 * outside and is handed to them (bundle.ts).
 */
export const importFile = (path: string): Promise<object> => import(pathToFileURL(path).href) as Promise<object>;
