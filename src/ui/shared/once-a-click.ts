/** Does what a click asks for, and nothing for the second click of a double click: it would make or save a thing twice, or change what has come under the pointer meanwhile. */
export function onceAClick(act: () => void): (click: { readonly detail: number }) => void {
  return ({ detail }) => {
    if (detail < 2) act();
  };
}
