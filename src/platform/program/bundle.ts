import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { importFile } from "./import-file.js";

type Body = (
  exports: object,
  require: (id: string) => unknown,
  module: Module,
  filename: string,
  folder: string,
) => void;

interface Module {
  exports: object;
}

/** Code is taken by the very same Node only: one version of Node 20 takes that of another for its own, and crashes (nodejs/node#62781). */
const ENDING = `${process.version}-${process.platform}-${process.arch}.code`;

/**
 * The files of a bundle (CommonJS), loaded with V8's code cache of them, where a build has kept one beside them. Node 20 has no compile cache of its own;
 * that of later ones is written where they run, which an image forgets each time (decision 16).
 */
export class Bundle {
  private readonly modules = new Map<string, Module>();
  private readonly scripts = new Map<string, Script>();
  private readonly outside: NodeJS.Require;

  constructor(private readonly folder: string) {
    this.outside = createRequire(join(folder, "outside.cjs"));
  }

  /** What a file of the bundle exports; it runs when it is first asked for. */
  load(name: string): object {
    const known = this.modules.get(name);
    if (known) return known.exports;
    const module: Module = { exports: {} };
    this.modules.set(name, module);
    try {
      this.run(name, module);
    } catch (error) {
      this.modules.delete(name); // half of it is not what it exports
      throw error;
    }
    return module.exports;
  }

  /** Keeps the code of what has been loaded, of functions only those that have run. */
  keepCode(): void {
    for (const [name, script] of this.scripts) writeFileSync(this.codeOf(name), script.createCachedData());
  }

  /** Files whose code was kept, and not taken by V8. */
  refused(): string[] {
    return [...this.scripts].filter(([, { cachedDataRejected }]) => cachedDataRejected).map(([name]) => name);
  }

  private run(name: string, module: Module): void {
    const require = (id: string): unknown => {
      if (id.endsWith("/import-file.js")) return { importFile };
      return id.startsWith("./") ? this.load(id.slice(2)) : this.outside(id);
    };
    const body = this.script(name).runInThisContext() as Body;
    body(module.exports, require, module, join(this.folder, name), this.folder);
  }

  private script(name: string): Script {
    const filename = join(this.folder, name);
    const text = readFileSync(filename, "utf8");
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
      filename,
      cachedData: this.kept(name),
    });
    this.scripts.set(name, script);
    return script;
  }

  /** The code of a file. V8 asks whether its flags and the length of the text are the same; that the text is, we see by the time of the file. */
  private kept(name: string): Buffer | undefined {
    const changed = statSync(join(this.folder, name)).mtimeMs;
    const code = statSync(this.codeOf(name), { throwIfNoEntry: false });
    return code && code.mtimeMs >= changed ? readFileSync(this.codeOf(name)) : undefined;
  }

  private readonly codeOf = (name: string): string => join(this.folder, `${name}.${ENDING}`);
}
