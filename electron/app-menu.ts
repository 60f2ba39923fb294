import { Menu } from "electron";
import type { Service } from "../src/service/service.ts";
import { type MenuContent, menuTemplate } from "./menu.ts";

/** Keeps the native menu in step with the packages that were opened lately; gives the function that does so, to be called after the settings may have changed. */
export function keepMenu(
  service: Service,
  choices: Pick<MenuContent, "carryOut" | "openPackage">,
): () => Promise<void> {
  let shown: string | null = null;
  return async () => {
    const { recentPackages } = await service.readSettings({});
    if (shown === recentPackages.join()) return;
    shown = recentPackages.join();
    const titles = new Map((await service.listPackages({})).map(({ id, title }) => [id, title]));
    const recent = recentPackages.flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ id, title }];
    });
    const template = menuTemplate({ platform: process.platform, recent, ...choices });
    Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
  };
}
