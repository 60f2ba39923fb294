interface MenuItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItemOptions[];
}

type MenuItem = Omit<MenuItemOptions, "submenu" | "click"> & {
  readonly submenu: Menu | null;
  readonly click: () => void;
};

/** Electron's Menu without anything drawn: a tree of items that can be found and clicked. */
export class Menu {
  private static application: Menu | null = null;

  private constructor(readonly items: readonly MenuItem[]) {}

  static buildFromTemplate(template: readonly MenuItemOptions[]): Menu {
    const items = template.map(({ submenu, click, ...rest }) => ({
      ...rest,
      submenu: submenu === undefined ? null : Menu.buildFromTemplate(submenu),
      click: click ?? (() => undefined),
    }));
    return new Menu(items);
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.application;
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }
}
