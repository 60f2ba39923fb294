import { basename, join } from "node:path";
import { Low } from "lowdb";
import { z } from "zod";
import {
  DEFAULT_SETTINGS,
  MOST_RECENT_PACKAGES,
  type Settings,
  type SettingsChange,
  settingsSchema,
} from "../api/settings.ts";
import { durableJsonFile, readJsonText, UnreadableFile } from "./durable-json-file.ts";
import { joinSettings } from "./join-settings.ts";
import { setAside } from "./set-aside.ts";
import type { Taking } from "./taking.ts";

export const SETTINGS_FILE = "settings.json";

const VERSION = 1;

const settingsFileSchema = settingsSchema.extend({ version: z.literal(VERSION) });

type SettingsFile = z.infer<typeof settingsFileSchema>;

/** The settings of a data folder. Calls must not overlap: the service makes them one after the other. */
export class SettingsStore {
  readonly #path: string;
  readonly #notices: string[] = [];
  #stored: Low<SettingsFile>;
  #isNewer = false;

  constructor(folder: string) {
    this.#path = join(folder, SETTINGS_FILE);
    this.#stored = storedSettings(this.#path);
  }

  /** What the analyst should know: a file that was set aside, or is of a later version. */
  get notices(): readonly string[] {
    return this.#notices;
  }

  /** The settings as they were last read or stored. */
  get settings(): Settings {
    const { version, ...settings } = this.#stored.data;
    return settings;
  }

  /** Reads the settings. Writes nothing: of a file that cannot be used, what is sound is used, and defaults else. */
  async refresh(): Promise<void> {
    await this.#read();
  }

  /** Reads the settings as their owner: a damaged file is set aside, so that the next change does not overwrite it. */
  async prepare(): Promise<void> {
    const problem = await this.#read();
    if (problem === null || this.#isNewer) return;
    const kept = basename(await setAside(this.#path));
    this.#say(`The settings could not be read (${problem}). The file as it was is kept as ${kept}.`);
  }

  /** Stores a change and returns the settings after it. Those of a later version are left as they are, and the change lasts until the program ends. */
  async change(change: SettingsChange): Promise<Settings> {
    return await this.#store(changed(this.#stored.data, change));
  }

  async #store(settings: SettingsFile): Promise<Settings> {
    const before = this.#stored.data;
    this.#stored.data = settings;
    if (this.#isNewer) return this.settings;
    try {
      await this.#stored.write();
    } catch (error) {
      this.#stored.data = before;
      throw error;
    }
    return this.settings;
  }

  /** Reads another file of settings, to join them with those here later. */
  takingOf(bytes: Uint8Array): Taking {
    const { version, ...coming } = readJsonText(SETTINGS_FILE, new TextDecoder().decode(bytes), settingsFileSchema);
    const take = async () => {
      const { settings, ...counts } = joinSettings(this.settings, coming);
      await this.#store({ ...settings, version });
      return { ...counts, changed: 0 };
    };
    return { refusal: async () => null, take };
  }

  async #read(): Promise<string | null> {
    this.#stored = storedSettings(this.#path);
    this.#isNewer = false;
    try {
      await this.#stored.read();
      return null;
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      this.#isNewer = isOfLaterVersion(error.content);
      this.#stored.data = { ...soundPart(error.content), version: VERSION };
      if (this.#isNewer) this.#say(`${SETTINGS_FILE} ${NEWER}`);
      return error.message;
    }
  }

  #say(notice: string): void {
    if (!this.#notices.includes(notice)) this.#notices.push(notice);
  }
}

const NEWER =
  "was written by a later version of the workbench: it is left as it is, and changes of settings last until the program ends.";

function storedSettings(path: string): Low<SettingsFile> {
  return new Low(durableJsonFile(path, settingsFileSchema), { ...DEFAULT_SETTINGS, version: VERSION });
}

// What each window last showed is kept by package: a change of one must not take the others' away.
function changed(before: SettingsFile, change: SettingsChange): SettingsFile {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const lastAddress = { ...before.lastAddress, ...change.lastAddress };
  const recentPackages = withLatest(before.recentPackages, change.activePackage ?? null);
  return settingsFileSchema.parse({ ...before, ...given, lastAddress, recentPackages });
}

function withLatest(recent: readonly string[], opened: string | null): readonly string[] {
  if (opened === null) return recent;
  return [opened, ...recent.filter((id) => id !== opened)].slice(0, MOST_RECENT_PACKAGES);
}

const objectSchema = z.record(z.string(), z.unknown());

/** Whether settings are sound but say more than this version knows: a higher version number, or a name that is no setting. */
function isOfLaterVersion(content: unknown): boolean {
  const { data } = objectSchema.safeParse(content);
  if (data === undefined) return false;
  const isHigher = typeof data.version === "number" && data.version > VERSION;
  return isHigher || Object.keys(data).some((key) => !Object.hasOwn(settingsFileSchema.shape, key));
}

function soundPart(content: unknown): Settings {
  const { data = {} } = objectSchema.safeParse(content);
  const sound = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const result = schema.safeParse(data[name]);
    return result.success ? [[name, result.data]] : [];
  });
  return settingsSchema.parse(Object.fromEntries(sound));
}
