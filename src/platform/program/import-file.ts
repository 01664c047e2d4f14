import { pathToFileURL } from "node:url";

/**
 * Loads a module by the path of its file. All files that are found at run time come by here: code that was kept from a build (bundle.ts) no longer
 * knows in Node 20 who loads modules, so of this file none is kept.
 */
export const importFile = (path: string): Promise<object> => import(pathToFileURL(path).href) as Promise<object>;
