import { EventEmitter } from "node:events";

// What promises, inspectors and test matchers ask of any object.
const ASKED_OF_ANYTHING: ReadonlySet<string> = new Set(["then", "toJSON", "asymmetricMatch", "nodeType", "$$typeof"]);

/** The same object, but what it lacks throws with its name instead of being quietly undefined: a test on the stand-in must not pass for want of it. */
export function onlyKnown<Target extends object>(nameOf: string | ((asked: object) => string), target: Target): Target {
  return new Proxy(target, {
    get(object, key, asked) {
      if (key in object || typeof key === "symbol" || ASKED_OF_ANYTHING.has(key))
        return Reflect.get(object, key, asked);
      const name = typeof nameOf === "string" ? nameOf : nameOf(asked);
      throw new Error(`the Electron stand-in has no ${name}.${key}`);
    },
  });
}

/** An event emitter whose instances throw when asked for a member that they do not have. */
export class OnlyKnownEmitter extends EventEmitter {}
Object.setPrototypeOf(
  OnlyKnownEmitter.prototype,
  onlyKnown((asked) => asked.constructor.name, EventEmitter.prototype),
);

/** Refuses options that the stand-in would not honour. */
export function expectKnownOptions(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`the Electron stand-in has no ${name} option ${unknown.join(", ")}`);
}
