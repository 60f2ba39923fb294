import type { Page } from "@playwright/test";

/** What is measured, each under its name: the two schemes, and the spacing of texts that WCAG 2.2, 1.4.12 lets a reader set. */
export type Look = "light" | "dark" | "spaced";

export type Findings = Readonly<Partial<Record<Look, readonly string[]>>>;

/**
 * Measures what stands on the page in one look after another, whatever fonts it is set in: text that is cut off, things drawn
 * over each other, things beyond the window or their dialog, and targets smaller than WCAG 2.2, 2.5.8 allows. One sentence for
 * each thing found.
 */
export function geometryFindings(page: Page, looks: readonly Look[]): Promise<Findings> {
  // As a text, since what runs in the page is two functions; and once for all looks, since each way there and back takes as long as a measurement.
  return page.evaluate<Findings>(`(${inLooks})(${measure}, ${JSON.stringify(looks)})`);
}

async function inLooks(measureNow: () => string[], looks: readonly Look[]): Promise<Findings> {
  // Lists that draw only what is in sight know of a new size a frame later.
  const twoFrames = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  const { dataset } = document.documentElement;
  const { mantineColorScheme: own } = dataset;
  const spacing = new CSSStyleSheet();
  // Pictures are left as they are: the table behind each says the same, however it is spaced.
  spacing.replaceSync(
    `*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    svg { letter-spacing: normal; word-spacing: normal }
    p { margin-block-end: 2em !important }`,
  );
  await twoFrames();
  const findings: Partial<Record<Look, string[]>> = {};
  for (const look of looks) {
    if (look === "spaced") {
      document.adoptedStyleSheets.push(spacing);
      await twoFrames();
    } else if (own !== undefined) dataset.mantineColorScheme = look;
    findings[look] = measureNow();
    if (look === "spaced") document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== spacing);
    else if (own !== undefined) dataset.mantineColorScheme = own;
  }
  return findings;
}

// It runs in the page, so that everything it needs stands within it.
function measure(): string[] {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Frame {
    /** What is in sight of it now. */
    readonly seen: Box;
    /** What of it can be brought into sight by scrolling. */
    readonly reachable: Box;
    /** Where it can stand itself without being cut off. */
    readonly room: Box;
    /** The nearest thing around it that stands still while others scroll beneath, or was opened over the page. */
    readonly layer: Element | null;
    /** The nearest things around it that scroll. */
    readonly scroller: Element | null;
    readonly isHidden: boolean;
  }
  interface Placed {
    readonly element: Element;
    readonly box: Box;
    readonly layer: Element | null;
  }

  const TARGETS =
    "button, a[href], input, select, textarea, summary, [role=button], [role=menuitem], [role=menuitemradio], [role=option], [role=tab], [role=switch], [role=checkbox], [data-cell]";
  const SMALLEST = 24;
  const findings = new Map<string, string>();
  const frames = new Map<Element, Frame>();
  const dialogs = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
  const dialog = dialogs.at(-1) ?? null;

  const common = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });
  const isSome = ({ left, top, right, bottom }: Box): boolean => right - left > 1 && bottom - top > 1;
  const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });
  const words = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
  const nameOf = (element: Element): string => {
    const tag = element.tagName.toLowerCase();
    const of = String(element.getAttribute("class") ?? "").split(" ")[0] ?? "";
    const own = element.getAttribute("aria-label") ?? words(element.textContent ?? "");
    const within = element.parentElement?.closest("[class]")?.getAttribute("class")?.split(" ")[0] ?? "";
    return `${within} > ${tag}${of === "" ? "" : `.${of}`} “${own.slice(0, 50)}”`;
  };
  const find = (kind: string, element: Element, more = "") => {
    const of = element.getAttribute("class") ?? element.tagName;
    const key = `${kind} ${of}`;
    if (!findings.has(key)) findings.set(key, `${kind}: ${nameOf(element)}${more}`);
  };

  const frameOf = (element: Element): Frame => {
    const known = frames.get(element);
    if (known !== undefined) return known;
    const made = makeFrame(element);
    frames.set(element, made);
    return made;
  };

  /** What an element shows of its content. */
  const makeFrame = (element: Element): Frame => {
    const style = getComputedStyle(element);
    const parent = outerOf(element, style.position);
    const outer: Frame =
      parent === null
        ? { seen: windowBox(), reachable: windowBox(), room: windowBox(), layer: null, scroller: null, isHidden: false }
        : style.position === "fixed"
          ? { ...frameOf(parent), seen: windowBox(), reachable: windowBox() }
          : frameOf(parent);
    const isLayer =
      style.position === "fixed" ||
      style.position === "sticky" ||
      (style.position === "absolute" && Number(style.zIndex) > 0);
    const rect = element.getBoundingClientRect();
    const isHidden =
      outer.isHidden ||
      style.clipPath === "inset(50%)" ||
      (style.overflowX !== "visible" && (rect.width <= 1 || rect.height <= 1));
    const layer = isLayer ? element : outer.layer;
    const clipsX = style.overflowX !== "visible";
    const clipsY = style.overflowY !== "visible";
    if (element === document.body || element === document.documentElement || !(clipsX || clipsY))
      return { ...outer, room: outer.reachable, layer, isHidden };
    const inner = element instanceof HTMLElement ? paddingBox(element, rect) : boxOf(rect);
    const window = {
      left: clipsX ? inner.left : -1e9,
      right: clipsX ? inner.right : 1e9,
      top: clipsY ? inner.top : -1e9,
      bottom: clipsY ? inner.bottom : 1e9,
    };
    const scrollsX = /auto|scroll/.test(style.overflowX);
    const scrollsY = /auto|scroll/.test(style.overflowY);
    const cut = common(outer.reachable, window);
    return {
      seen: common(outer.seen, window),
      reachable: {
        left: scrollsX ? -1e9 : cut.left,
        right: scrollsX ? 1e9 : cut.right,
        top: scrollsY ? -1e9 : cut.top,
        bottom: scrollsY ? 1e9 : cut.bottom,
      },
      room: outer.reachable,
      layer,
      scroller: scrollsX || scrollsY ? element : outer.scroller,
      isHidden,
    };
  };

  /** Around what is positioned, only what it is positioned in can cut it off. */
  const outerOf = (element: Element, position: string): Element | null => {
    if (position !== "absolute") return element.parentElement;
    let outer = element.parentElement;
    while (outer !== null && getComputedStyle(outer).position === "static") outer = outer.parentElement;
    return outer;
  };
  const windowBox = (): Box => {
    const scrolls = getComputedStyle(document.body).overflowY !== "hidden";
    return { left: 0, top: scrolls ? -1e9 : 0, right: innerWidth, bottom: scrolls ? 1e9 : innerHeight };
  };
  const paddingBox = (element: HTMLElement, rect: DOMRect): Box => ({
    left: rect.left + element.clientLeft,
    top: rect.top + element.clientTop,
    right: rect.left + element.clientLeft + element.clientWidth,
    bottom: rect.top + element.clientTop + element.clientHeight,
  });
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    !frameOf(element).isHidden;
  /** Behind an open dialog nothing can be reached: it was measured without the dialog. */
  const isInScope = (element: Element): boolean =>
    dialog === null ||
    dialog.contains(element) ||
    (element.closest("[data-portal]") !== null &&
      Boolean(dialog.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING));

  /** Whether a text that is cut off ends in an ellipsis and can be read as a whole in a title. */
  const isToldElsewhere = (element: Element, text: string): boolean => {
    let at: Element | null = element;
    let hasEllipsis = false;
    while (at !== null && at !== document.body) {
      const style = getComputedStyle(at);
      if (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none") hasEllipsis = true;
      // What is cut off gets its title when the pointer comes to it.
      at.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
      const title = at.getAttribute("title") ?? at.querySelector(":scope > title")?.textContent ?? "";
      if (hasEllipsis && words(title).includes(words(text).slice(0, 24))) return true;
      at = at.parentElement;
    }
    return false;
  };
  const isCut = (box: Box, by: Box): boolean => {
    const spare = Math.max((box.bottom - box.top) * 0.25, 1.5);
    return (
      box.left < by.left - 1.5 ||
      box.right > by.right + 1.5 ||
      box.top < by.top - spare ||
      box.bottom > by.bottom + spare
    );
  };
  const holderOf = (element: Element): Element | null =>
    element.closest('[role="dialog"], [role="menu"], [role="listbox"], [role="tooltip"]');
  const checkHolder = (element: Element, box: Box) => {
    const holder = holderOf(element);
    if (holder === null || holder === element || frameOf(holder).layer !== frameOf(element).layer) return;
    if (isSome(box) && isCut(box, boxOf(holder.getBoundingClientRect()))) find("outside its dialog", element);
  };

  // Texts.
  const texts: Placed[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue ?? "";
    if (element === null || text.trim() === "" || /^(?:SCRIPT|STYLE|OPTION|TEXTAREA|TITLE)$/i.test(element.tagName))
      continue;
    if (!isInScope(element) || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const frame = frameOf(element);
    for (const rect of range.getClientRects()) {
      if (rect.width <= 1 || rect.height <= 1) continue;
      if (isCut(rect, frame.reachable) && !isToldElsewhere(element, text))
        find("text cut off", element, ` at ${Math.round(rect.left)},${Math.round(rect.top)}`);
      const inner = {
        left: rect.left + 1,
        right: rect.right - 1,
        top: rect.top + rect.height * 0.25,
        bottom: rect.bottom - rect.height * 0.25,
      };
      const seen = common(inner, frame.seen);
      if (isSome(seen)) texts.push({ element, box: seen, layer: frame.layer });
      checkHolder(element, seen);
    }
  }

  // Fields, whose text no range can measure.
  const canvas = document.createElement("canvas").getContext("2d");
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")) {
    if (canvas === null || !isInScope(field) || !isShown(field)) continue;
    const isInput = field instanceof HTMLInputElement;
    if (isInput && !/^(?:text|search|date|number)$/.test(field.type)) continue;
    const style = getComputedStyle(field);
    canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    canvas.letterSpacing = style.letterSpacing;
    canvas.wordSpacing = style.wordSpacing;
    const value = isInput ? field.value : (field.selectedOptions[0]?.text ?? "");
    // What can be typed in is scrolled by its caret.
    const shown = value === "" && isInput ? field.placeholder : isInput && !field.readOnly ? "" : value;
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    if (canvas.measureText(shown).width <= room + 1) continue;
    field.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    if (!words(field.title).includes(words(shown))) find("field cuts off its text", field, ` “${shown}”`);
  }

  // What can be pressed.
  const targets: (Placed & { readonly whole: Box; readonly scroller: Element | null })[] = [];
  for (const element of document.querySelectorAll(TARGETS)) {
    // Every picture has a table behind it, in which the same can be chosen: the exception of the equivalent control.
    if (!isInScope(element) || element instanceof SVGElement) continue;
    const isMark = element instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(element.type);
    const labels = isMark ? [...(element.labels ?? [])] : [];
    const parts = [element, ...labels].filter(isShown);
    if (parts.length === 0) continue;
    const frame = frameOf(parts[0] ?? element);
    const boxes = parts.map((part) => boxOf(part.getBoundingClientRect()));
    const whole = boxes.reduce((one, other) => ({
      left: Math.min(one.left, other.left),
      top: Math.min(one.top, other.top),
      right: Math.max(one.right, other.right),
      bottom: Math.max(one.bottom, other.bottom),
    }));
    if (!isSome(whole)) continue;
    if (isCut(whole, frame.room)) find("target cut off", element);
    // Buttons may stand in the padding that a field keeps free for them.
    const style = getComputedStyle(element);
    const isField = element.matches("input, select, textarea") && !isMark;
    const bare = {
      ...whole,
      left: whole.left + (isField ? Number.parseFloat(style.paddingLeft) : 0),
      right: whole.right - (isField ? Number.parseFloat(style.paddingRight) : 0),
    };
    const box = common(bare, frame.seen);
    checkHolder(parts[0] ?? element, box);
    targets.push({ element: parts[0] ?? element, box, layer: frame.layer, scroller: frame.scroller, whole });
  }

  const belong = (one: Element, other: Element): boolean => one.contains(other) || other.contains(one);
  /** What stands still may lie over what is scrolled beneath it, and what was opened over the page on all of it. */
  const mayLieOver = (one: Placed, other: Placed): boolean =>
    one.layer !== other.layer &&
    (isOpened(one.layer) ||
      isOpened(other.layer) ||
      frameOf(one.element).scroller !== null ||
      frameOf(other.element).scroller !== null);
  const isOpened = (layer: Element | null): boolean =>
    layer !== null && layer.closest('[data-portal], [role="menu"], [role="dialog"], [role="listbox"]') !== null;
  const overlap = (kind: string, placed: readonly Placed[], isOne: (one: Element, other: Element) => boolean) => {
    const sorted = placed.filter(({ box }) => isSome(box)).toSorted((one, other) => one.box.top - other.box.top);
    sorted.forEach((one, i) => {
      for (let at = i + 1; at < sorted.length; at++) {
        const other = sorted[at];
        if (other === undefined || other.box.top >= one.box.bottom) break;
        if (isOne(one.element, other.element) || mayLieOver(one, other)) continue;
        if (isSome(common(one.box, other.box))) find(kind, one.element, ` and ${nameOf(other.element)}`);
      }
    });
  };
  overlap("texts over each other", texts, (one, other) => one === other);
  overlap("targets over each other", targets, belong);

  // WCAG 2.2, 2.5.8: at least 24 by 24, or as far from the others as if it were; or within a line of text.
  const isSmall = ({ whole }: { readonly whole: Box }): boolean =>
    whole.right - whole.left < SMALLEST - 0.5 || whole.bottom - whole.top < SMALLEST - 0.5;
  const middleOf = ({ left, top, right, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
  const isInLine = (element: Element): boolean =>
    getComputedStyle(element).display.startsWith("inline") &&
    [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.nodeValue ?? ""),
    );
  const isCrowded = (one: (typeof targets)[number], other: (typeof targets)[number]): boolean => {
    if (one === other || one.layer !== other.layer || belong(one.element, other.element)) return false;
    // What another part has scrolled out of sight stands beside nothing.
    if (one.scroller !== other.scroller && !(isSome(one.box) && isSome(other.box))) return false;
    const obstacle = one.scroller === other.scroller ? other.whole : other.box;
    const from = middleOf(one.whole);
    const to = isSmall(other)
      ? middleOf(other.whole)
      : {
          x: Math.min(Math.max(from.x, obstacle.left), obstacle.right),
          y: Math.min(Math.max(from.y, obstacle.top), obstacle.bottom),
        };
    return Math.hypot(from.x - to.x, from.y - to.y) < (isSmall(other) ? SMALLEST : SMALLEST / 2) - 0.5;
  };
  for (const target of targets) {
    if (!isSmall(target) || target.element.matches(":disabled") || isInLine(target.element)) continue;
    const { whole } = target;
    const size = `${(whole.right - whole.left).toFixed(1)} x ${(whole.bottom - whole.top).toFixed(1)}`;
    const by = targets.find((other) => isCrowded(target, other));
    if (by !== undefined) find("small target", target.element, ` (${size}) beside ${nameOf(by.element)}`);
  }

  // The page itself never scrolls sideways.
  const { scrollWidth } = document.documentElement;
  if (Math.max(scrollWidth, document.body.scrollWidth) > innerWidth + 1)
    findings.set("wide", `the page is wider than its window by ${scrollWidth - innerWidth}`);
  return [...findings.values()];
}
