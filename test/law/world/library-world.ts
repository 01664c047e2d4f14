import { library, testLibrary } from "../../support/library.js";
import { type World, worldOf } from "./world.js";

/** The library without a book. */
export const libraryWorld = async (): Promise<World> => worldOf(library, [], await testLibrary());
