import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { constants, Script } from "node:vm";

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

/**
 * The files of a bundle (CommonJS), loaded with the code that V8 has made of them before, where that was kept beside them. Node 20 has no cache for that,
 * later ones have one that an image cannot bring along (decision 16).
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
    const require = (id: string): unknown => (id.startsWith("./") ? this.load(id.slice(2)) : this.outside(id));
    const body = this.script(name).runInThisContext() as Body;
    body(module.exports, require, module, join(this.folder, name), this.folder);
    return module.exports;
  }

  /** Keeps what V8 has compiled until now, of functions only those that have run. Nothing of those files that are named as `without`. */
  keepCode(without?: RegExp): void {
    for (const [name, script] of this.scripts)
      if (!without?.test(name)) writeFileSync(this.codeOf(name), script.createCachedData());
  }

  private script(name: string): Script {
    const filename = join(this.folder, name);
    const script = new Script(
      `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "utf8")}\n})`,
      {
        filename,
        cachedData: this.kept(name),
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      },
    );
    this.scripts.set(name, script);
    return script;
  }

  /** V8 looks at its own version and at the length of the text; whether that was changed since, we look. */
  private kept(name: string): Buffer | undefined {
    const changed = statSync(join(this.folder, name)).mtimeMs;
    const kept = statSync(this.codeOf(name), { throwIfNoEntry: false });
    return kept && kept.mtimeMs >= changed ? readFileSync(this.codeOf(name)) : undefined;
  }

  private readonly codeOf = (name: string): string => join(this.folder, `${name}.code`);
}
